// The Group screen: a folder of many infants, what was found in it, the recordings as they come in, and how the groups
// compare.
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { useAppState, useSchema, useSession } from "../../app/context";
import { chosenFolder } from "../../app/folder";
import { type GroupState, recorded, remaining } from "../../app/group";
import { useStore } from "../../app/store";
import { useText } from "../../text/text";
import { FailureText } from "../failure";
import { hasFiles } from "../open/drop";
import { Picker } from "../picker";
import { StudyDesignPanel } from "./design";
import { Found } from "./found";
import { Gates } from "./gates";
import { Measuring } from "./measuring";
import { RecordingsTable } from "./recordings-table";
import { GroupResults } from "./results";

export function GroupScreen() {
  const { group } = useSession();
  const state = useStore(group.store);
  const { plan, results } = state;
  const found = results && plan;
  return (
    <>
      {found && <GroupResults key="results" results={results} plan={plan} />}
      <Study key="study" state={state} hasResults={found !== null} />
      <StudyDesignPanel key="design" />
    </>
  );
}

/** The folder and what becomes of its recordings; once the groups are compared, folded below what was found. */
function Study({ state, hasResults }: { state: GroupState; hasResults: boolean }) {
  const words = useText().group;
  const { core } = useAppState();
  const schema = useSchema();
  const { group } = useSession();
  const { source, failure, plan } = state;
  const details = useFolding(state, hasResults);
  return (
    <section class="paper study">
      {!hasResults && (
        <>
          <h1>{words.title}</h1>
          <p class="lead">{words.lead}</p>
          <p class="note">{words.privacy}</p>
        </>
      )}
      <details
        ref={details}
        class="study-admin"
        onToggle={(event) => {
          group.isOpen = event.currentTarget.open;
        }}
      >
        <summary hidden={!hasResults}>{words.admin}</summary>
        <Choose />
        {source === "none" && <Example />}
        <div aria-live="polite">
          {source === "looking" && <p>{words.looking}</p>}
          {failure && (
            <div class="notice">
              <FailureText failure={failure} />
            </div>
          )}
        </div>
        {plan && <Found state={state} plan={plan} />}
        {plan && core.kind === "ready" && schema && (
          <Gates
            source={source}
            plan={plan}
            settings={state.settings ?? core.cohort}
            defaults={core.cohort}
            schema={schema}
          />
        )}
        {plan && <Measuring state={state} />}
        {plan && recorded(state).length > 0 && <RecordingsTable state={state} plan={plan} />}
      </details>
    </section>
  );
}

/**
 * Folds a study once, when there are results and no recording is left to measure: whoever then opens it, and asks something
 * else, finds it open.
 */
function useFolding(state: GroupState, hasResults: boolean) {
  const { source, name, run } = state;
  const isHalfWay = source === "folder" && remaining(state).length > 0;
  const { group } = useSession();
  const details = useRef<HTMLDetailsElement>(null);
  useLayoutEffect(() => {
    if (!details.current) return;
    const study = `${source} ${name}`;
    const isAtWork = run !== "idle" || isHalfWay || (source !== "folder" && source !== "example");
    const isKnown = group.folded === study;
    if (isAtWork || (!hasResults && !isKnown)) {
      group.isOpen = true;
      group.folded = "";
    } else if (!isKnown) {
      group.isOpen = false;
      group.folded = study;
    }
    details.current.open = group.isOpen;
  }, [group, source, name, run, isHalfWay, hasResults]);
  return details;
}

function Choose() {
  const words = useText().group;
  const { group } = useSession();
  const { source } = useStore(group.store);
  const [over, setOver] = useState(false);
  const isOpen = source === "folder" || source === "example";
  return (
    <section
      aria-label={words.choose}
      class={`study-choose${isOpen ? " open" : ""}${over ? " over" : ""}`}
      onDragOver={(event) => setOver(hasFiles(event))}
      onDragLeave={() => setOver(false)}
      onDrop={() => setOver(false)}
    >
      {!isOpen && <p class="slot-hint">{words.drop}</p>}
      <div class="row">
        <Picker
          folder
          class={isOpen ? "button small" : "button"}
          label={isOpen ? words.other : words.choose}
          choose={(chosen) => {
            const { name, files } = chosenFolder(chosen);
            void group.openFolder(name, () => Promise.resolve(files));
          }}
        />
        {isOpen && (
          <button type="button" class="link" onClick={() => group.clear()}>
            {words.close}
          </button>
        )}
      </div>
      {!isOpen && <p class="note">{words.formats}</p>}
    </section>
  );
}

function Example() {
  const text = useText();
  const { group } = useSession();
  return (
    <section class="examples" aria-labelledby="study-example">
      <h2 id="study-example">{text.open.examplesTitle}</h2>
      <ul>
        <li>
          <button type="button" class="example" onClick={() => void group.openExample()}>
            <strong>{text.group.example}</strong>
            <span>{text.group.exampleAbout}</span>
          </button>
        </li>
      </ul>
    </section>
  );
}
