// The first screen: two places for recordings, examples beside them, and what the page does with data.
import { useAppState, useSession } from "../../app/context";
import { isBusy, type Notice, type Slot } from "../../app/state";
import { useText } from "../../text/text";
import { FailureText } from "../failure";
import { useMayLose } from "../may-lose";
import { Picker } from "../picker";
import { TourButton } from "../tour";
import { scenarios } from "./examples";
import { SlotCard } from "./slot";

export function OpenScreen() {
  const text = useText();
  const session = useSession();
  const mayLose = useMayLose();
  const { slots, notices } = useAppState();
  const anything = slots.some((slot) => slot.source !== null);
  return (
    <section class="paper open">
      <h1>{text.open.title}</h1>
      <p class="lead">{text.open.lead}</p>
      <p class="note">{text.open.privacy}</p>
      <div class="slots">
        {slots.map((slot, index) => (
          <SlotCard key={slot.key} slot={slot} index={index} />
        ))}
      </div>
      <div class="row under-slots">
        <button type="button" class="button small" onClick={() => session.addSlot()}>
          {text.open.addVisit}
        </button>
        <Picker label={text.open.folder} folder choose={(files) => void session.openFolder(files)} />
        <Picker
          label={text.open.saved}
          accept=".json,.html"
          choose={([file]) => {
            if (file) void session.openSaved(file);
          }}
        />
        {anything && (
          <button type="button" class="link" onClick={() => mayLose() && session.startOver()}>
            {text.open.clear}
          </button>
        )}
        <span class="note">{text.open.folderHint}</span>
      </div>
      <div aria-live="polite">
        {notices.map((notice) => (
          <div key={notice.kind} class="notice">
            <NoticeText notice={notice} />
          </div>
        ))}
        <NextStep />
      </div>
      <Examples />
    </section>
  );
}

function NoticeText({ notice }: { notice: Notice }) {
  const text = useText();
  switch (notice.kind) {
    case "sorted":
      return <>{text.open.sorted}</>;
    case "unsortable":
      return <>{text.open.unsortable}</>;
    case "too-many":
      return <>{text.open.tooMany(notice.count)}</>;
    case "none-found":
      return <>{text.open.noneFound}</>;
    case "awaiting":
      return <>{text.open.awaiting(notice.count)}</>;
    case "not-of-session":
      return <>{text.open.notOfSession(notice.count)}</>;
    case "refused":
      return <FailureText failure={notice.failure} />;
    case "link-refused":
      return (
        <>
          {text.open.linkRefused} <FailureText failure={notice.failure} />
        </>
      );
  }
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
      <TourButton />
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
    </section>
  );
}
