// Three weights of message. Danger stands above the finding, because it may turn it round or cannot wait; a caution, then a
// note, below it: what is routine never outranks the finding.
import type { Diagnostic } from "#report";
import { useSession } from "../../app/context";
import { useText } from "../../text/text";
import { Diagnostics } from "../diagnostics";

/** Visits swapped, two persons, an answer about harming oneself. */
const dangers = ["W_VISITS_SWAPPED", "W_PERSONS_DIFFER", "W_EPDS_ITEM_10"];

type Weight = "danger" | "caution" | "note";

function weightOf({ code, severity }: Diagnostic): Weight {
  if (severity === "error" || dangers.includes(code)) return "danger";
  return severity === "warning" ? "caution" : "note";
}

export function Messages({ list, weight }: { list: Diagnostic[]; weight: Weight }) {
  const text = useText().report;
  const session = useSession();
  const shown = list.filter((one) => weightOf(one) === weight);
  if (shown.length === 0) return null;
  return (
    <section class="attention" data-weight={weight} aria-label={text.weights[weight]}>
      <Diagnostics list={shown} />
      {shown.some(({ code }) => code === "W_VISITS_SWAPPED") && (
        <button type="button" class="button small" onClick={() => void session.putInOrder()}>
          {text.putInOrder}
        </button>
      )}
    </section>
  );
}
