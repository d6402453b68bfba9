// The parts of the report under its name among the screens, to be jumped to.
import { useAppState } from "../../app/context";
import { exampleOf } from "../../app/state";
import { useText } from "../../text/text";
import { isRecorded, measuresOf } from "./measures";

export function Contents() {
  const text = useText().report;
  const { report: state, slots } = useAppState();
  if (state.kind !== "ready") return null;
  const { report } = state;
  const domains = (["heart", "brain", "still_face", "temperament", "mother", "other"] as const).filter(
    (domain) => measuresOf(report, domain).length > 0 && isRecorded(report, domain),
  );
  const parts: [id: string, name: string][] = [
    ["finding", text.finding],
    ...domains.map((domain): [string, string] => [`${domain.replace("_", "-")}-title`, text.domain[domain]]),
    ...(exampleOf(slots) ? ([["truth-title", text.guess.title]] as [string, string][]) : []),
    ["quality-title", text.quality.title],
    ["provenance-title", text.provenance.title],
  ];
  return (
    <ol aria-label={text.contents}>
      {parts.map(([id, name]) => (
        <li key={id}>
          <button
            type="button"
            class="link"
            onClick={() => {
              const part = document.getElementById(id);
              part?.setAttribute("tabindex", "-1");
              part?.scrollIntoView();
              part?.focus({ preventScroll: true });
            }}
          >
            {name}
          </button>
        </li>
      ))}
    </ol>
  );
}
