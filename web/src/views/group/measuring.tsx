// The recordings while they are measured: how far it is, how long it takes, and the buttons that start, pause, go on
// and cancel.
import { useAppState, useSession } from "../../app/context";
import { isWorthAnotherTry } from "../../app/failures";
import { type GroupState, recorded, remaining } from "../../app/group";
import type { Text } from "../../text/en";
import { useText } from "../../text/text";
import { Picker } from "../picker";
import { saveJson } from "../save";

/** How many recordings there are, are done and are left; and of those done, how many cannot be used. */
interface Counts {
  all: number;
  done: number;
  left: number;
  unusable: number;
  /** Could not be used, but may be another time. */
  again: number;
}

interface Part {
  state: GroupState;
  counts: Counts;
  outdated: boolean;
}

export function Measuring({ state }: { state: GroupState }) {
  const words = useText().group;
  useAppState(); // other settings make what is measured outdated
  const { group } = useSession();
  const { run, source, comparing, resumed } = state;
  const counts = countsOf(state);
  const idle = source === "folder" && run === "idle";
  const outdated = idle && group.isOutdated();
  const without = idle && !outdated && group.isWithoutAsked();
  return (
    <div class="measuring">
      {source === "folder" && (run !== "idle" || counts.done > 0) && <HowFar state={state} counts={counts} />}
      <p aria-live="polite" class="run-state">
        {comparing ? words.comparing : stateIn(words, state, counts)}
      </p>
      {outdated && <p class="notice">{words.outdated}</p>}
      {without && <p class="notice">{words.withoutAsked}</p>}
      {resumed !== null && (
        <p>
          <output class="note">{words.resumed(resumed)}</output>
        </p>
      )}
      <div class="row">
        <RunButtons state={state} counts={counts} outdated={outdated || without} />
        {source === "folder" && run === "idle" && !outdated && <ProgressFile counts={counts} />}
      </div>
    </div>
  );
}

function countsOf(state: GroupState): Counts {
  const all = recorded(state).length;
  const left = remaining(state).length;
  const failed = [...state.outcomes.values()];
  return {
    all,
    left,
    done: all - left,
    unusable: failed.filter(({ error }) => error).length,
    again: failed.filter(({ error }) => isWorthAnotherTry(error)).length,
  };
}

function stateIn(words: Text["group"], { run, source }: GroupState, { all, done, left }: Counts): string {
  if (run !== "idle") return words.state[run];
  if (done === 0 || source !== "folder") return "";
  return left > 0 ? words.state.stopped(done, all) : words.state.done(done);
}

function HowFar({ state: { run, progress }, counts }: Omit<Part, "outdated">) {
  const text = useText();
  const words = text.group;
  const { all, done, left, unusable } = counts;
  return (
    <>
      <progress
        aria-label={words.progress}
        max={progress.totalBytes || 1}
        value={left === 0 ? progress.totalBytes || 1 : progress.doneBytes}
      />
      <p class="slot-facts">
        {[
          words.progressText(done, all),
          unusable > 0 && words.unusable(unusable),
          run !== "idle" &&
            (progress.leftS === null ? text.open.estimating : text.open.timeLeft(progress.leftS)),
        ]
          .filter(Boolean)
          .join(" · ")}
      </p>
    </>
  );
}

/** What the button that begins is called. */
function beginning(words: Text["group"], { all, done, left, again }: Counts, outdated: boolean): string {
  if (outdated) return words.anew;
  if (done === 0) return words.measure(all);
  return left > 0 ? words.goOnWith(left) : words.again(again);
}

function RunButtons({ state: { run, source }, counts, outdated }: Part) {
  const words = useText().group;
  const { group } = useSession();
  const { left, again } = counts;
  const mayBegin = run === "pausing" || left > 0 || again > 0 || outdated;
  return (
    <>
      {source === "folder" && run !== "running" && mayBegin && (
        <button type="button" class="button primary" onClick={() => group.start()}>
          {run === "pausing" ? words.goOn : beginning(words, counts, outdated)}
        </button>
      )}
      {run === "running" && (
        <button type="button" class="button" onClick={() => group.pause()}>
          {words.pause}
        </button>
      )}
      {run !== "idle" && (
        <button type="button" class="button" onClick={() => group.cancel()}>
          {words.cancel}
        </button>
      )}
    </>
  );
}

/** Opens and saves how far it is. */
function ProgressFile({ counts: { left, done, unusable } }: { counts: Counts }) {
  const words = useText().group;
  const { group } = useSession();
  return (
    <>
      {left > 0 && (
        <Picker
          label={words.openProgress}
          accept=".json"
          choose={([file]) => {
            if (file) void group.openProgress(file);
          }}
        />
      )}
      {done > unusable && (
        <button
          type="button"
          class="button small"
          onClick={() => saveJson(group.progressFile(), words.progressName)}
        >
          {words.saveProgress}
        </button>
      )}
    </>
  );
}
