// The codes there are: their names, meanings, keys, colours and shapes. A code that is in use keeps its time under a new name.
import { Disclosure } from "../../charts/figure";
import { TableBox, TableHead } from "../../charts/table";
import { type Code, colourCount, type Kind, kinds, shapes } from "../../code/book";
import { useText } from "../../text/text";
import { taken } from "./keys";
import { CodeSign } from "./shape";
import type { Sitting } from "./sitting";
import { TypedInput } from "./typed-input";

export function SetEditor({ sitting }: { sitting: Sitting }) {
  const words = useText().code;
  return (
    <Disclosure summary={words.setTitle}>
      {() => (
        <>
          <p class="note">{words.setNote}</p>
          {kinds.map((kind) => (
            <SetTable key={kind} sitting={sitting} kind={kind} />
          ))}
        </>
      )}
    </Disclosure>
  );
}

function SetTable({ sitting, kind }: { sitting: Sitting; kind: Kind }) {
  const { code: words, named } = useText();
  const { book, edit } = sitting;
  const codes = book.set[kind];
  const set = (next: Code[]) => edit((now) => ({ ...now, set: { ...now.set, [kind]: next } }));
  const change = (place: number, part: Partial<Code>) =>
    set(codes.map((code, index) => (index === place ? { ...code, ...part } : code)));
  const add = () => {
    const names = new Set(codes.flatMap(({ id, name }) => [id, name]));
    let number = codes.length + 1;
    while (names.has(words.newCode(number))) number++;
    const name = words.newCode(number);
    const colour = codes.length % colourCount;
    set([...codes, { id: name, name, definition: "", key: "", colour, shape: shapes[colour] ?? "square" }]);
  };
  return (
    <>
      <h2>{words[kind]}</h2>
      <TableBox label={named(words.setTitle, words[kind])}>
        <table class="code-table">
          <TableHead columns={[words.name, words.definition, words.key, words.look, words.editHead]} />
          <tbody>
            {codes.map((code, place) => (
              <SetRow
                key={code.id}
                code={code}
                sitting={sitting}
                others={codes.filter((one) => one !== code)}
                change={(part) => change(place, part)}
                remove={
                  isUsed(sitting, kind, code.id) ? null : () => set(codes.filter((one) => one !== code))
                }
              />
            ))}
          </tbody>
        </table>
      </TableBox>
      <button type="button" class="button small" onClick={add}>
        {words.addCode}
      </button>
    </>
  );
}

const isUsed = ({ book }: Sitting, kind: Kind, id: string): boolean =>
  Object.values(book.sheets).some((sheet) => sheet[kind].some(({ code }) => code === id));

function SetRow(props: {
  code: Code;
  sitting: Sitting;
  others: Code[];
  change: (part: Partial<Code>) => void;
  remove: (() => void) | null;
}) {
  const { code: words, named } = useText();
  const { code, others, change, remove } = props;
  const allCodes = kinds.flatMap((kind) => props.sitting.book.set[kind]);
  const isFree = (key: string) =>
    key === "" || (!taken.includes(key) && !allCodes.some((one) => one !== code && one.key === key));
  return (
    <tr>
      <td>
        <TypedInput
          maxLength={80}
          label={named(words.name, code.name)}
          value={code.name}
          take={(typed) => {
            const name = typed.trim();
            if (name !== "" && !others.some((one) => one.name === name)) change({ name });
          }}
        />
      </td>
      <td>
        <TypedInput
          maxLength={300}
          label={named(words.definition, code.name)}
          value={code.definition}
          placeholder={words.usualMeanings[code.name] ?? ""}
          take={(typed) => change({ definition: typed.trim() })}
        />
      </td>
      <td>
        <TypedInput
          maxLength={1}
          size={2}
          label={named(words.key, code.name)}
          value={code.key}
          take={(typed) => {
            const key = typed.toLowerCase();
            if (isFree(key)) change({ key });
          }}
        />
      </td>
      <td class="code-look">
        <Look code={code} change={change} />
      </td>
      <td>
        {remove && (
          <button type="button" class="link" aria-label={named(words.remove, code.name)} onClick={remove}>
            {words.remove}
          </button>
        )}
      </td>
    </tr>
  );
}

/** A code's shape and colour. */
function Look({ code, change }: { code: Code; change: (part: Partial<Code>) => void }) {
  const { code: words, named } = useText();
  return (
    <>
      <CodeSign code={code} />
      <select
        aria-label={named(words.shape, code.name)}
        value={code.shape}
        onChange={(event) => {
          const shape = shapes.find((one) => one === event.currentTarget.value);
          if (shape) change({ shape });
        }}
      >
        {shapes.map((shape) => (
          <option key={shape} value={shape}>
            {words.shapes[shape]}
          </option>
        ))}
      </select>
      <select
        aria-label={named(words.colour, code.name)}
        value={String(code.colour)}
        onChange={(event) => change({ colour: Number(event.currentTarget.value) })}
      >
        {words.colours.map((name, colour) => (
          <option key={name} value={String(colour)}>
            {name}
          </option>
        ))}
      </select>
    </>
  );
}
