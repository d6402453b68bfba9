// The recordings while they are measured: how far it is, how long it takes, and the buttons that start, pause, go on
// and cancel.
import { useAppState, useSession } from "../../app/context";
import { type GroupState, mayBeTriedAgain, recorded, remaining } from "../../app/group";
import { useText } from "../../text/text";
import { Picker } from "../picker";
import { saveJson } from "../save";

export function Measuring({ state }: { state: GroupState }) {
  const text = useText();
  const words = text.group;
  useAppState(); // other settings make what is measured outdated
  const { group } = useSession();
  const { run, source, outcomes, progress, comparing, resumed } = state;
  const all = recorded(state).length;
  const left = remaining(state).length;
  const done = all - left;
  const failed = [...outcomes.values()];
  const unusable = failed.filter(({ error }) => error).length;
  const again = failed.filter(mayBeTriedAgain).length;
  const outdated = source === "folder" && run === "idle" && group.isOutdated();
  const begin = outdated
    ? words.anew
    : done === 0
      ? words.measure(all)
      : left > 0
        ? words.goOnWith(left)
        : words.again(again);
  const said =
    run !== "idle"
      ? words.state[run]
      : done > 0 && source === "folder"
        ? left > 0
          ? words.state.stopped(done, all)
          : words.state.done(done)
        : "";
  return (
    <div class="measuring">
      {source === "folder" && (run !== "idle" || done > 0) && (
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
      )}
      <p aria-live="polite" class="run-state">
        {comparing ? words.comparing : said}
      </p>
      {outdated && <p class="notice">{words.outdated}</p>}
      {resumed !== null && (
        <p>
          <output class="note">{words.resumed(resumed)}</output>
        </p>
      )}
      <div class="row">
        {source === "folder" &&
          run !== "running" &&
          (run === "pausing" || left > 0 || again > 0 || outdated) && (
            <button type="button" class="button primary" onClick={() => group.start()}>
              {run === "pausing" ? words.goOn : begin}
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
        {source === "folder" && run === "idle" && left > 0 && !outdated && (
          <Picker
            label={words.openProgress}
            accept=".json"
            choose={([file]) => {
              if (file) void group.openProgress(file);
            }}
          />
        )}
        {source === "folder" && run === "idle" && done > unusable && !outdated && (
          <button
            type="button"
            class="button small"
            onClick={() => saveJson(group.progressFile(), words.progressName)}
          >
            {words.saveProgress}
          </button>
        )}
      </div>
    </div>
  );
}
