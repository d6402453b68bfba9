// Everything a study can be saved as: the command line's files, with the same numbers.
import { useRef, useState } from "preact/hooks";
import type { CohortResults, ExportFile } from "#report";
import { useText } from "../../text/text";
import { useAttempt } from "../attempt";
import { asProgram, saveBlob } from "../save";
import { zipped } from "../zip";

/** The command line's files by its names; a pack that the study does not give is left out. */
function filesOf(results: CohortResults): ExportFile[] {
  const { metrics, recordings, tables, group, group_error, multiverse, pairs, ...packs } = results;
  return [
    { path: "metrics.tsv", text: metrics },
    { path: "recordings.tsv", text: recordings },
    { path: "tables.json", text: tables },
    { path: "group.json", text: asProgram(group ?? { error: group_error }) },
    { path: "multiverse.tsv", text: multiverse },
    { path: "pairs.tsv", text: pairs },
    { path: "reference.csv", text: packs.reference },
    { path: "reference_aggregates.csv", text: packs.reference_aggregates },
  ].filter(({ text }) => text !== "");
}

export function SaveStudy({ results }: { results: CohortResults }) {
  const text = useText();
  const dialog = useRef<HTMLDialogElement>(null);
  const [opened, setOpened] = useState(false);
  return (
    <>
      <button
        type="button"
        class="button"
        aria-haspopup="dialog"
        onClick={() => {
          setOpened(true);
          dialog.current?.showModal();
        }}
      >
        {text.exports.open}
      </button>
      <dialog ref={dialog} class="save" aria-labelledby="save-study" onClose={() => setOpened(false)}>
        {opened && <StudyFiles files={filesOf(results)} />}
        {opened && (
          <button type="button" class="button primary" onClick={() => dialog.current?.close()}>
            {text.exports.close}
          </button>
        )}
      </dialog>
    </>
  );
}

/** One by one, or all at once. */
function StudyFiles({ files }: { files: ExportFile[] }) {
  const text = useText();
  const words = text.group.save;
  const { failed, attempt } = useAttempt();
  const packs = files.filter(({ path }) => path.startsWith("reference"));
  const saveAll = () => attempt(async () => saveBlob(await zipped(files), words.zipName));
  const button = ({ path, text: content }: ExportFile) => (
    <button
      key={path}
      type="button"
      class="button"
      onClick={() => saveBlob(new Blob([content], { type: "text/plain" }), path)}
    >
      {words.kinds[path]}
    </button>
  );
  return (
    <>
      <h2 id="save-study">{words.title}</h2>
      <p class="note">{words.held}</p>
      <section>
        <h3>{words.numbers}</h3>
        <p class="note">{words.numbersAbout}</p>
        <div class="row">{files.filter((file) => !packs.includes(file)).map(button)}</div>
      </section>
      <section>
        <h3>{words.pack}</h3>
        <p class="note">{packs.length > 0 ? words.packAbout : words.noPack}</p>
        <div class="row">{packs.map(button)}</div>
      </section>
      <section>
        <div class="row">
          <button type="button" class="button" onClick={saveAll}>
            {words.zip}
          </button>
        </div>
      </section>
      {failed && <p role="alert">{text.exports.failed}</p>}
    </>
  );
}
