// Scores from a table of a study: what was found in it, what each part is taken for (all of it can be changed), and
// then into the fields.
import { useEffect, useRef, useState } from "preact/hooks";
import type { ColumnChoice, EventChoice, ImportedScores, ScoreImport, ScoreTableContents } from "#report";
import { useAppState, useSession } from "../../app/context";
import { visitsToAdd } from "../../app/scores";
import { maxVisits } from "../../app/state";
import { useText } from "../../text/text";
import { useAnswer } from "../answer";
import { Diagnostics } from "../diagnostics";
import { FailureText } from "../failure";
import { ScorePreview } from "./score-preview";
import { ColumnTable, EventTable } from "./score-table";
import { TextPicker } from "./text-picker";

const noChoices: Omit<ScoreImport, "scales" | "sex"> = {
  record: "",
  visits: [],
  columns: [],
  missing_codes: [],
  not_applicable_codes: [],
  item_key: "",
};

export function ScoreImportPanel() {
  const words = useText().scores.import;
  const session = useSession();
  const { infant, arrivedScores } = useAppState();
  const { scales, sex } = infant;
  const [chosen, setTable] = useState("");
  const [turn, setTurn] = useState(0);
  // One that was dropped comes first, and stays until it is taken over or put aside.
  const [dropped = ""] = arrivedScores;
  const table = dropped || chosen;
  const take = async (text: string) => {
    await session.ask("scoreTable", text, JSON.stringify({ ...noChoices, scales, sex }));
    setTable(text);
    setTurn(turn + 1);
  };
  return (
    <>
      <TextPicker label={words.choose} hint={words.chooseHint} take={take} />
      {table && (
        <Panel
          key={`${turn} ${arrivedScores.length}`}
          table={table}
          close={() => (dropped ? session.putAsideScores() : setTable(""))}
        />
      )}
    </>
  );
}

function Panel({ table, close }: { table: string; close: () => void }) {
  const words = useText().scores.import;
  const session = useSession();
  const { scales, sex } = useAppState().infant;
  const [chosen, setChosen] = useState(noChoices);
  const choices: ScoreImport = { ...chosen, scales, sex };
  const asked = [table, JSON.stringify(choices)];
  const contents = useAnswer<ScoreTableContents>("scoreTable", asked);
  const found = contents.value;
  const isOpen = found !== null && found.record === "" && found.records.length > 1;
  const ready = useAnswer<ImportedScores>("importScores", found && !isOpen ? asked : null);
  const set = (part: Partial<typeof chosen>) => setChosen({ ...chosen, ...part });
  const heading = useRef<HTMLHeadingElement>(null);
  const isThere = found !== null;
  useEffect(() => heading.current?.focus(), [isThere]);
  if (!found) return null;
  const chooseColumn = (choice: ColumnChoice) =>
    set({ columns: [...chosen.columns.filter(({ column }) => column !== choice.column), choice] });
  const chooseEvent = (choice: EventChoice) =>
    set({ visits: [...chosen.visits.filter(({ event }) => event !== choice.event), choice] });
  return (
    <section class="panel-box" aria-label={words.found}>
      <h4 tabIndex={-1} ref={heading}>
        {words.readAs(words.forms[found.form] ?? found.form, found.records.length, found.columns.length)}
      </h4>
      {found.records.length > 1 && <RecordChoice found={found} choose={(record) => set({ record })} />}
      <EventTable events={found.events} choose={chooseEvent} />
      <ColumnTable found={found} chosen={chosen.columns} choose={chooseColumn} />
      <CodeList
        label={words.missingCodes}
        hint={words.codesHint}
        set={(missing_codes) => set({ missing_codes })}
      />
      <ItemKey
        isThere={chosen.item_key !== ""}
        items={found.columns.filter(({ item }) => item).length}
        take={async (item_key) => {
          await session.ask("scoreTable", table, JSON.stringify({ ...choices, item_key }));
          set({ item_key });
        }}
        set={set}
      />
      <div aria-live="polite">
        {contents.failure && <FailureText failure={contents.failure} />}
        {isOpen && <p class="note">{words.recordFirst}</p>}
        {!isOpen && ready.failure && <FailureText failure={ready.failure} />}
      </div>
      <TakeOver
        imported={
          ready.settled && contents.settled && !ready.failure && !contents.failure ? ready.value : null
        }
        close={close}
      />
    </section>
  );
}

/** Whose line of the table it is. */
function RecordChoice({ found, choose }: { found: ScoreTableContents; choose: (record: string) => void }) {
  const words = useText().scores.import;
  return (
    <label class="line">
      {words.record}{" "}
      <select value={found.record} onChange={(event) => choose(event.currentTarget.value)}>
        <option value="">{words.chooseRecord}</option>
        {found.records.map((record) => (
          <option key={record}>{record}</option>
        ))}
      </select>
    </label>
  );
}

/** The key by which scales are formed of the table's items. */
function ItemKey(props: {
  isThere: boolean;
  items: number;
  take: (key: string) => Promise<void>;
  set: (part: Partial<typeof noChoices>) => void;
}) {
  const words = useText().scores.import;
  const { isThere, set } = props;
  return (
    <>
      <TextPicker label={isThere ? words.otherKey : words.key} hint={words.keyHint} take={props.take} />
      {isThere && (
        <>
          <p>
            {words.items(props.items)}{" "}
            <button
              type="button"
              class="link"
              onClick={() => set({ item_key: "", not_applicable_codes: [] })}
            >
              {words.removeKey}
            </button>
          </p>
          <CodeList
            label={words.notApplicable}
            hint={words.notApplicableHint}
            set={(not_applicable_codes) => set({ not_applicable_codes })}
          />
        </>
      )}
    </>
  );
}

/** What would be filled in; asks before it adds a visit. */
function TakeOver({ imported, close }: { imported: ImportedScores | null; close: () => void }) {
  const text = useText();
  const words = text.scores.import;
  const session = useSession();
  const { slots } = useAppState();
  const [asking, setAsking] = useState(false);
  const add = imported ? visitsToAdd(slots, imported.scores) : [];
  const take = async (places: number[]) => {
    if (!imported) return;
    await session.entries.takeScores(imported, places);
    close();
  };
  const counts = imported?.scores.visits.flatMap(({ scores }, index) => {
    const n = Object.values(scores).filter((value) => value !== null).length;
    return n > 0 ? [words.count(text.visit(index), n)] : [];
  });
  return (
    <>
      {imported && <ScorePreview imported={imported} />}
      {counts && <p aria-live="polite">{counts.join(", ")}</p>}
      {imported && imported.scores.visits.length > maxVisits && <p>{words.tooMany(maxVisits)}</p>}
      {imported && <Diagnostics list={imported.diagnostics} />}
      {asking && add.length > 0 ? (
        <AddVisits add={add} take={take} back={() => setAsking(false)} />
      ) : (
        <div class="row">
          <button
            type="button"
            class="button primary"
            disabled={!imported}
            onClick={() => (add.length > 0 ? setAsking(true) : void take([]))}
          >
            {words.take}
          </button>
          <button type="button" class="link" onClick={close}>
            {words.cancel}
          </button>
        </div>
      )}
    </>
  );
}

/** Asks whether the visits that the table has and the page has not are to be added. */
function AddVisits(props: { add: number[]; take: (places: number[]) => Promise<void>; back: () => void }) {
  const text = useText();
  const words = text.scores.import;
  const { add, take } = props;
  const question = useRef<HTMLParagraphElement>(null);
  useEffect(() => question.current?.focus(), []);
  return (
    <div class="attention">
      <p tabIndex={-1} ref={question}>
        {words.ask(add.map((place) => text.visit(place)))}
      </p>
      <div class="row">
        <button type="button" class="button small primary" onClick={() => void take(add)}>
          {words.add}
        </button>
        <button type="button" class="button small" onClick={() => void take([])}>
          {words.leaveOut}
        </button>
        <button type="button" class="link" onClick={props.back}>
          {words.back}
        </button>
      </div>
    </div>
  );
}

/** A list of values as typed: "-99, 999". */
function CodeList(props: { label: string; hint: string; set: (codes: string[]) => void }) {
  return (
    <label class="line">
      {props.label}{" "}
      <input
        size={12}
        autocomplete="off"
        onChange={(event) => props.set(event.currentTarget.value.split(/[\s,;]+/).filter(Boolean))}
      />{" "}
      <span class="note">{props.hint}</span>
    </label>
  );
}
