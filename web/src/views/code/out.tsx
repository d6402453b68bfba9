// Where a coding goes: into the report, by the way that any table takes; into tables of other programs; into a file of its
// own, and, for whoever wants that, a copy on this computer.
import { useState } from "preact/hooks";
import type { VisitOptions } from "#report";
import { useAppState, useSession } from "../../app/context";
import { asTheFirst, isTaken } from "../../app/state";
import { isEmpty, isFresh, isOpen } from "../../code/book";
import { edfAnnotations } from "../../code/edf";
import { undrawn } from "../../code/share";
import { endings, formats, plain, rowsOf, written } from "../../code/tables";
import { useText } from "../../text/text";
import { useMayLose } from "../may-lose";
import { nameFor, saveBlob } from "../save";
import { IntoRecording } from "./into-recording";
import type { Sitting } from "./sitting";

/** The table that the report is formed from, and the second coder's; empty while there is none, or it is not done. */
function reportTables({ book }: Sitting): { codes: string; codes_second: string } {
  const { a, b } = book.sheets;
  return {
    codes: a.states.length > 0 ? plain(rowsOf(book, "a")) : "",
    codes_second: a.done && b.done ? plain(rowsOf(book, "b"), undrawn(a, book.share)) : "",
  };
}

/** The same, and by what choices of the visit it is read. */
export function reportOptions(sitting: Sitting): Pick<VisitOptions, "codes" | "codes_second" | "coding"> {
  const { coding } = sitting.slot.options;
  return {
    ...reportTables(sitting),
    coding: {
      ...coding,
      observation: "",
      subject: "",
      tiers: [],
      code_column: "",
      second: asTheFirst(),
      phases: [],
      offset_s: sitting.book.offset_s ?? coding.offset_s,
    },
  };
}

/** Takes what is coded into the report. */
export function useInReport(sitting: Sitting): () => Promise<void> {
  const session = useSession();
  return async () => {
    const { slot } = sitting;
    if (slot.source === null) await session.openWithoutRecording(slot.key);
    await session.entries.enter(slot.key, reportOptions(sitting));
  };
}

/** Whether the visit has what is coded now, on the clock that is set now. */
export function isInReport(sitting: Sitting): boolean {
  const { options } = sitting.slot;
  // While nothing is there, as when somebody codes, no table is formed to compare with it.
  if (options.codes === "" || sitting.book.sheets.a.states.length === 0) return false;
  const { book } = sitting;
  const { codes, codes_second } = reportTables(sitting);
  return (
    options.codes === codes &&
    options.codes_second === codes_second &&
    (book.offset_s === null || book.offset_s === options.coding.offset_s)
  );
}

export function Out({ sitting }: { sitting: Sitting }) {
  const words = useText().code;
  const { slots } = useAppState();
  const { book, slot } = sitting;
  const inReport = useInReport(sitting);
  if (isFresh(book)) return <OpenFile />;
  const { options } = slot;
  const isThere = isInReport(sitting);
  const open = isOpen(book.sheets.a.states) || isOpen(book.sheets.a.phases);
  return (
    <section class="code-out">
      <h2>{words.outTitle}</h2>
      <div class="row">
        <button
          type="button"
          class="button primary"
          disabled={book.sheets.a.states.length === 0 || isThere}
          onClick={() => void inReport()}
        >
          {words.useInReport}
        </button>
        <output class="note">
          {isThere
            ? slots.filter(isTaken).length < 2
              ? words.needsSecond
              : words.isInReport
            : options.codes === ""
              ? ""
              : words.notInReport}
          {open && ` ${words.openLeftOut}`}
        </output>
      </div>
      <Exports sitting={sitting} />
      <OpenFile />
    </section>
  );
}

function Exports({ sitting }: { sitting: Sitting }) {
  const words = useText().code;
  const { codings } = useSession();
  const { participant } = useAppState().infant;
  const { book, coder } = sitting;
  const save = (content: BlobPart, ending: string) =>
    saveBlob(new Blob([content]), nameFor(participant, `attune-coding${ending}`));
  const button = (name: string, click: () => void) => (
    <button key={name} type="button" class="button small" onClick={click}>
      {name}
    </button>
  );
  return (
    <>
      <div class="row">
        {button(words.saveCoding, () => save(codings.file(), ".json"))}
        {!isEmpty(book) &&
          formats.map((format) =>
            button(words.formats[format], () => save(written(book, coder, format), `-${endings[format]}`)),
          )}
        {!isEmpty(book) && button(words.edf, () => save(edfAnnotations(book, coder), "-annotations.edf"))}
      </div>
      <p class="note">{words.exportNote(words.coders[coder])}</p>
      <IntoRecording sitting={sitting} />
    </>
  );
}

/** A coding that was saved, and the copy on this computer. */
function OpenFile() {
  const words = useText().code;
  const { codings } = useSession();
  const { keepCoding } = useAppState();
  const mayLose = useMayLose();
  const [failure, setFailure] = useState("");
  const read = async (file: File) => {
    setFailure("");
    if (!mayLose()) return;
    if (!codings.open(await file.text().catch(() => ""))) setFailure(words.noCoding);
  };
  return (
    <div class="row">
      <span class="picker">
        <input
          id="code-file"
          type="file"
          accept=".json,application/json"
          onChange={(event) => {
            const [file] = event.currentTarget.files ?? [];
            event.currentTarget.value = "";
            if (file) void read(file);
          }}
        />
        <label for="code-file" class="button small">
          {words.openCoding}
        </label>
      </span>
      <label class="choice">
        <input
          type="checkbox"
          checked={keepCoding}
          onChange={(event) => {
            if (!codings.keep(event.currentTarget.checked)) setFailure(words.cannotKeep);
          }}
        />{" "}
        {words.keep}
      </label>
      <p role="alert" class="failure">
        {failure}
      </p>
    </div>
  );
}
