// The first screen: places for recordings, which take any file, examples beside them, and what the page does with data.
import { useAppState, useSession } from "../../app/context";
import { chosenFolder } from "../../app/folder";
import { scenarios } from "../../app/link";
import { isBusy, type Slot, swapped } from "../../app/state";
import { useText } from "../../text/text";
import { useMayLose } from "../may-lose";
import { Picker } from "../picker";
import { TourButton } from "../tour";
import { InfantCode } from "./infant-code";
import { LinkField } from "./link";
import { Notices } from "./notices";
import { SlotCard } from "./slot";

export function OpenScreen() {
  const text = useText();
  const session = useSession();
  const mayLose = useMayLose();
  const { slots } = useAppState();
  const anything = slots.some((slot) => slot.source !== null);
  return (
    <section class="paper open">
      <h1>{text.open.title}</h1>
      <p class="lead">{text.open.lead}</p>
      <p class="note">{text.open.privacy}</p>
      <InfantCode />
      <div class="slots">
        {slots.map((slot, index) => (
          <SlotCard key={slot.key} slot={slot} index={index} />
        ))}
      </div>
      <div class="row under-slots">
        <button type="button" class="button small" onClick={() => session.addSlot()}>
          {text.open.addVisit}
        </button>
        <Picker
          label={text.open.folder}
          folder
          choose={(chosen) => {
            const { name, files } = chosenFolder(chosen);
            void session.openFolder(name, () => Promise.resolve(files), { mayReplace: mayLose });
          }}
        />
        <Picker
          label={text.open.saved}
          choose={(files) => void session.open(files, { mayReplace: mayLose })}
        />
        {anything && (
          <button type="button" class="link" onClick={() => mayLose() && session.startOver()}>
            {text.open.clear}
          </button>
        )}
        <span class="note">{text.open.folderHint}</span>
      </div>
      <div aria-live="polite">
        <Notices />
        <NextStep />
      </div>
      <Examples />
    </section>
  );
}

/** Whether two places hold the same recording. */
function hasTwins(slots: Slot[]): boolean {
  const digests = slots.flatMap(({ state }) =>
    state.kind === "ready" && state.visit.recorded ? [state.visit.file.sha256] : [],
  );
  return new Set(digests).size < digests.length;
}

/** What can be done now: nothing while reading, Check with one recording, the report with two. */
function NextStep() {
  const text = useText();
  const session = useSession();
  const { slots } = useAppState();
  const ready = slots.filter(({ state }) => state.kind === "ready").length;
  if (ready === 0 || slots.some(isBusy)) return null;
  if (ready === 1) {
    return (
      <div class="next">
        <p>{text.open.oneMore}</p>
        <a class="button" href="#check">
          {text.open.toCheck}
        </a>
      </div>
    );
  }
  return (
    <div class="next">
      <p>{hasTwins(slots) ? text.open.sameFile : text.open.allReady(ready)}</p>
      {swapped(slots) && (
        <p>
          {text.check.swapped}{" "}
          <button type="button" class="button small" onClick={() => void session.putInOrder()}>
            {text.report.putInOrder}
          </button>
        </p>
      )}
      <a class="button primary" href="#report">
        {text.open.toReport}
      </a>
      <a class="button" href="#check">
        {text.open.toCheck}
      </a>
    </div>
  );
}

function Examples() {
  const text = useText();
  const session = useSession();
  const mayLose = useMayLose();
  return (
    <section class="examples" aria-labelledby="examples-title">
      <h2 id="examples-title">{text.open.examplesTitle}</h2>
      <p class="note">{text.open.examplesLead}</p>
      <p class="row">
        <TourButton />
        <a href="#workshop">{text.workshop.link}</a>
        <a href="#pair">{text.pair.link}</a>
      </p>
      <ul>
        {scenarios.map((scenario) => {
          const [name, about] = text.open.scenario[scenario] ?? [scenario, ""];
          return (
            <li key={scenario}>
              <button
                type="button"
                class="example"
                data-example={scenario}
                onClick={() => void (mayLose() && session.openExample(scenario))}
              >
                <strong>{name}</strong>
                <span>{about}</span>
              </button>
            </li>
          );
        })}
      </ul>
      <LinkField />
    </section>
  );
}
