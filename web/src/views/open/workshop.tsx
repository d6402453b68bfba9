// A sheet for whoever leads a workshop, to be printed: exercises on the examples, each with a link that starts it.
import { useAppState } from "../../app/context";
import { linkOf } from "../../app/link";
import { useText } from "../../text/text";
import { usePrintEdges } from "../report/print";

/** The example of each exercise, in the order of the words; the last one's is on the screen of mother and infant. */
const examples = ["unchanged", "improved", "unchanged", "unchanged", "improved", "short"];

export function WorkshopSheet() {
  const text = useText();
  const words = text.workshop;
  const { core } = useAppState();
  usePrintEdges(core.kind === "ready" ? core.version : "", "");
  return (
    <section class="paper workshop">
      <div class="signal-head">
        <h1>{words.title}</h1>
        <button type="button" class="button" onClick={() => window.print()}>
          {text.report.print}
        </button>
      </div>
      <p class="note">{words.lead}</p>
      <ol>
        {words.exercises.map(({ title, todo, shows }, index) => {
          const example = examples[index];
          return (
            <li key={title}>
              <h2>{title}</h2>
              {example ? (
                <a href={linkOf(null, example)}>{words.start(text.open.scenario[example]?.[0] ?? example)}</a>
              ) : (
                <a href="#pair">{words.start(text.screens.pair)}</a>
              )}
              <p>
                <strong>{words.todo}.</strong> {todo}
              </p>
              <p>
                <strong>{words.shows}.</strong> {shows}
              </p>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
