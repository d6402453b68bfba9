// Saves the figure that it stands in, as SVG or as PNG.
import { useState } from "preact/hooks";
import type { Report } from "#report";
import { useAppState, useSession } from "../app/context";
import type { Session } from "../app/session";
import { useText } from "../text/text";
import { nameFor, saveBlob } from "../views/save";
import { standalonePng, standaloneSvg } from "./standalone";

/** `title` names the figure; the figure itself is the closest element with `data-figure`. */
export function SaveFigure({ title, about }: { title: string; about: string }) {
  const text = useText().exports.figure;
  const session = useSession();
  const { report, screen } = useAppState();
  const [failed, setFailed] = useState(false);
  const save = async (button: HTMLElement, kind: "svg" | "png") => {
    const figure = button.closest<HTMLElement>("[data-figure]");
    if (!figure) return;
    try {
      // A study's figures name no phase, those of mother and infant only their kinds.
      const isReport = screen !== "group" && screen !== "pair" && report.kind === "ready";
      const names = isReport ? await phaseNames(session, report.report) : new Map<string, string>();
      const svg = inDaylight(() => standaloneSvg(figure, { title, about, names }));
      const blob =
        kind === "svg" ? new Blob([svg.text], { type: "image/svg+xml" }) : await standalonePng(svg);
      const code = isReport ? report.report.participant : "";
      saveBlob(blob, nameFor(code, `attune-${fileName(title)}.${kind}`));
    } catch {
      setFailed(true);
    }
  };
  return (
    <details class="disclosure">
      <summary aria-label={text.saveNamed(title)}>{text.save}</summary>
      <p class="row">
        {(["svg", "png"] as const).map((kind) => (
          <button
            key={kind}
            type="button"
            class="button small"
            onClick={(event) => void save(event.currentTarget, kind)}
          >
            {text[kind]}
          </button>
        ))}
        {failed && <span role="alert">{text.failed}</span>}
      </p>
    </details>
  );
}

/** What is saved is for paper: drawn in the light theme, whichever is on. */
function inDaylight<T>(draw: () => T): T {
  const { dataset } = document.documentElement;
  const { theme } = dataset;
  dataset.theme = "light";
  try {
    return draw();
  } finally {
    dataset.theme = theme;
  }
}

/** What each phase is called in what is saved, by what it is called on the screen. */
async function phaseNames(session: Session, report: Report): Promise<Map<string, string>> {
  const { files } = await session.exported(report, "json");
  const saved = JSON.parse(files[0]?.text ?? "{}") as Report;
  const named = ({ visits }: Report) =>
    visits.flatMap(({ phases, still_face }) => [...phases, ...still_face.phases.map(({ phase }) => phase)]);
  const after = named(saved);
  return new Map(named(report).map(({ name }, index) => [name, after[index]?.name ?? ""]));
}

function fileName(title: string): string {
  const letters = title.normalize("NFKD").toLowerCase();
  return letters.replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "") || "figure";
}
