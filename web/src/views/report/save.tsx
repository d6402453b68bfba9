// Everything a report can be saved as, in one dialog.
import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Export, ExportOptions, Report } from "#report";
import { useAppState, useSession } from "../../app/context";
import { standalonePage } from "../../app/standalone";
import { useText } from "../../text/text";
import { useAttempt } from "../attempt";
import { nameFor, saveBlob, saveJson } from "../save";
import { useCopy } from "../use-copy";
import { zipped } from "../zip";

type Kind = ExportOptions["kind"];

const mediaTypes: Partial<Record<Kind, string>> = {
  json: "application/json",
  sidecar: "application/json",
  checklist: "text/markdown",
  csv: "text/csv",
  curve: "text/csv",
  wide: "text/csv",
  dictionary: "text/csv",
  beats: "text/tab-separated-values",
  tsv: "text/tab-separated-values",
};

export function SaveButton({ report, hasWork }: { report: Report; hasWork: boolean }) {
  const text = useText().exports;
  const dialog = useRef<HTMLDialogElement>(null);
  const [opened, setOpened] = useState(false);
  const open = () => {
    setOpened(true);
    dialog.current?.showModal();
  };
  return (
    <>
      <button type="button" class="button" aria-haspopup="dialog" onClick={open}>
        {text.open}
      </button>
      <dialog
        ref={dialog}
        class="save"
        aria-labelledby="save-title"
        onClose={() => setOpened(false)}
        onCancel={() => setOpened(false)}
      >
        {opened && <SavePanel report={report} hasWork={hasWork} close={() => dialog.current?.close()} />}
      </dialog>
    </>
  );
}

/** The paragraph for an article, and what saves files of a report. */
function useSaving(report: Report) {
  const text = useText().exports;
  const session = useSession();
  const { keepPhaseNames } = useAppState();
  const [methods, setMethods] = useState<Export | null>(null);
  const { failed, setFailed, attempt } = useAttempt();
  // The paragraph is shown at once; with it the core says whether there are names to ask about.
  useEffect(() => {
    let current = true;
    session
      .exported(report, "methods")
      .then((made) => current && setMethods(made))
      .catch(() => current && setFailed(true));
    return () => {
      current = false;
    };
  }, [session, report, keepPhaseNames]);

  const save = (kind: Kind) =>
    attempt(async () => {
      const [file] = (await session.exported(report, kind)).files;
      if (!file) return;
      if (kind === "data")
        saveBlob(
          new Blob([standalonePage(file.text)], { type: "text/html" }),
          nameFor(report.participant, text.page),
        );
      else saveBlob(new Blob([file.text], { type: mediaTypes[kind] ?? "text/plain" }), file.path);
    });
  const saveFolder = () =>
    attempt(async () =>
      saveBlob(
        await zipped((await session.exported(report, "bids")).files),
        nameFor(report.participant, text.folderName),
      ),
    );
  return { methods, failed, save, saveFolder };
}

function SavePanel({ report, hasWork, close }: { report: Report; hasWork: boolean; close: () => void }) {
  const text = useText().exports;
  const session = useSession();
  const { keepPhaseNames, infant } = useAppState();
  const { methods, failed, save, saveFolder } = useSaving(report);
  const button = (kind: Kind) => (
    <button key={kind} type="button" class="button" onClick={() => save(kind)}>
      {text.kinds[kind]}
    </button>
  );
  return (
    <>
      <h2 id="save-title">{text.title}</h2>
      <p class="note">{text.held}</p>
      {methods?.own_phase_names && (
        <p>
          <label>
            <input
              type="checkbox"
              checked={keepPhaseNames}
              onChange={(event) => session.keepPhaseNames(event.currentTarget.checked)}
            />{" "}
            {text.phaseNames}
          </label>
        </p>
      )}
      {hasWork && (
        <Group title={text.work} about={text.workAbout}>
          <button
            type="button"
            class="button"
            onClick={() => saveJson(session.sessionFile(), nameFor(infant.participant, text.workName))}
          >
            {text.saveWork}
          </button>
        </Group>
      )}
      <Group title={text.report} about={text.reportAbout}>
        {(["data", "json"] as const).map(button)}
      </Group>
      <Group title={text.numbers} about={text.numbersAbout}>
        {(["csv", "tsv", "sidecar", "wide", "dictionary", "beats"] as const).map(button)}
        {report.specification_curves.length > 0 && button("curve")}
      </Group>
      <Group title={text.folder} about={text.folderAbout}>
        <button type="button" class="button" onClick={saveFolder}>
          {text.kinds.bids}
        </button>
      </Group>
      <Paragraph words={methods?.files[0]?.text ?? ""}>{button("checklist")}</Paragraph>
      <p class="note">{text.figures}</p>
      {failed && <p role="alert">{text.failed}</p>}
      <button type="button" class="button primary" onClick={close}>
        {text.close}
      </button>
    </>
  );
}

function Group(props: { title: string; about: string; children: ComponentChildren }) {
  return (
    <section>
      <h3>{props.title}</h3>
      <p class="note">{props.about}</p>
      <div class="row">{props.children}</div>
    </section>
  );
}

/** The paragraph for a paper, and what else is for one. */
function Paragraph({ words, children }: { words: string; children: ComponentChildren }) {
  const text = useText().exports.methods;
  const area = useRef<HTMLTextAreaElement>(null);
  const { told, copy } = useCopy(text);
  return (
    <section>
      <h3>{text.title}</h3>
      <p class="note">{text.about}</p>
      <textarea
        ref={area}
        class="methods-text"
        lang="en"
        readOnly
        rows={7}
        aria-label={text.title}
        value={words}
      />
      <div class="row">
        <button
          type="button"
          class="button"
          disabled={words === ""}
          onClick={() => void copy(words, () => area.current)}
        >
          {text.copy}
        </button>
        {children}
        <output>{told}</output>
      </div>
    </section>
  );
}
