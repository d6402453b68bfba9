// A copy of the recording without the identity in its header, to be saved; with the list of the places where
// identity can sit, cleaned or not.
import { useState } from "preact/hooks";
import { useAppState } from "../../app/context";
import { copyWithoutIdentity } from "../../app/copies";
import { Disclosure } from "../../charts/figure";
import { TableBox, TableHead } from "../../charts/table";
import { told } from "../../text/said";
import { useText } from "../../text/text";
import type { Failure } from "../../worker/protocol";
import type { AnonymousFile } from "../../worker/read";
import { FailureText } from "../failure";
import { nameFor, saveBlob } from "../save";

type State =
  | { kind: "idle" }
  | { kind: "working"; part: number }
  | { kind: "failed"; failure: Failure }
  | { kind: "made"; made: AnonymousFile };

/** `which`: the file's name, where the visit is of several. */
export function CopyWithoutIdentity(props: { file: File; variant: string; name: string; which?: string }) {
  const text = useText();
  const { file, variant, name, which } = props;
  const { title } = text.check.copy;
  return (
    <Disclosure summary={which ? `${title}: ${which}` : title}>
      {() => <CopyForm file={file} variant={variant} name={name} />}
    </Disclosure>
  );
}

function CopyForm({ file, variant, name }: { file: File; variant: string; name: string }) {
  const text = useText();
  const words = text.check.copy;
  const { infant } = useAppState();
  const [options, setOptions] = useState({ technical: false, annotations: false, continuous: false });
  const [state, setState] = useState<State>({ kind: "idle" });
  const choose = (part: Partial<typeof options>) => {
    setOptions({ ...options, ...part });
    setState({ kind: "idle" });
  };
  const make = async () => {
    setState({ kind: "working", part: 0 });
    const outcome = await copyWithoutIdentity(file, options, (part) => setState({ kind: "working", part }));
    setState("copy" in outcome ? { kind: "made", made: outcome } : { kind: "failed", failure: outcome });
  };
  return (
    <>
      <p class="note">{words.lead}</p>
      <fieldset class="plain" disabled={state.kind === "working"} aria-label={`${words.title}, ${name}`}>
        {(["technical", "annotations"] as const).map((option) => (
          <label key={option} class="choice">
            <input
              type="checkbox"
              checked={options[option]}
              onChange={(event) => choose({ [option]: event.currentTarget.checked })}
            />{" "}
            {words[option]}
          </label>
        ))}
        {state.kind === "made" ? (
          <button
            type="button"
            class="button primary"
            onClick={() =>
              saveBlob(state.made.copy, nameFor(infant.participant, words.fileName(name, variant)))
            }
          >
            {words.save}
          </button>
        ) : (
          <button type="button" class="button" onClick={() => void make()}>
            {words.make}
          </button>
        )}
      </fieldset>
      <div aria-live="polite">
        {state.kind === "working" && <progress aria-label={words.working} value={state.part} />}
        {state.kind === "failed" && <FailureText failure={state.failure} />}
        {state.kind === "made" && <Outcome made={state.made} name={name} />}
      </div>
    </>
  );
}

function Outcome({ made, name }: { made: AnonymousFile; name: string }) {
  const text = useText();
  const words = text.check.copy;
  return (
    <>
      <p>{made.dataIdentical ? words.dataSame : words.samplesSame}</p>
      <TableBox label={`${words.place}, ${name}`}>
        <table>
          <TableHead columns={[words.place, words.treatment, words.note]} />
          <tbody>
            {made.places.map((place) => (
              <tr key={place.place}>
                <th scope="row">{told(place, "place", text)}</th>
                <td>{words.treatments[place.treatment]}</td>
                <td>{told(place, "note", text)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableBox>
    </>
  );
}
