// The video, or how to get one; and the buttons that move it.
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { useSession } from "../../app/context";
import { useStore } from "../../app/store";
import { aheadOf, withAhead } from "../../code/book";
import { fixed, plain, timeAt } from "../../format";
import { useText } from "../../text/text";
import { type PlayerState, speeds } from "./player";
import type { Sitting } from "./sitting";
import { openVideos } from "./use-player";

export function Media({ sitting }: { sitting: Sitting }) {
  const words = useText().code;
  const state = useStore(sitting.player.state);
  const session = useSession();
  const { kind, refused, sideBytes } = state;
  const ahead = aheadOf(sitting.book, sideBytes);
  useEffect(() => sitting.player.setAhead(ahead));
  return (
    <div class="code-media code-seen" data-kind={kind}>
      {kind === "video" && <Pictures sitting={sitting} />}
      <Sides sitting={sitting} ahead={ahead} />
      {kind === "live" && <p class="code-clock">{words.live}</p>}
      {kind === "opening" && <output>{words.opening}</output>}
      {kind !== "none" && kind !== "opening" && <Transport sitting={sitting} />}
      <div class="row code-open">
        <span class="picker">
          <input
            id="code-video"
            type="file"
            accept="video/*,.mkv,.mov,.avi,.mts"
            multiple
            aria-describedby="code-video-note"
            onChange={(event) => {
              const files = [...(event.currentTarget.files ?? [])];
              event.currentTarget.value = "";
              void openVideos(session, sitting.slot.key, files);
            }}
          />
          <label for="code-video" class={kind === "none" ? "button small primary" : "button small"}>
            {kind === "none" || kind === "opening" ? words.openVideo : words.openOther}
          </label>
        </span>
        {kind !== "live" && (
          <button type="button" class="button small" onClick={() => sitting.player.goLive()}>
            {words.goLive}
          </button>
        )}
      </div>
      <p id="code-video-note" class="note">
        {kind === "none" && words.videoNote}
      </p>
      <div role="alert">
        {refused && <p class="failure">{words.refused}</p>}
        {isOther(sitting, state) && <p class="failure">{words.otherVideo}</p>}
      </div>
    </div>
  );
}

/** Whether the codes are of another video than this one. */
function isOther({ book: { media } }: Sitting, { kind, length_s, bytes }: PlayerState): boolean {
  return (
    kind === "video" && media !== null && (media.bytes !== bytes || Math.abs(media.length_s - length_s) > 0.1)
  );
}

/** The videos themselves, which outlive this place on the page. */
function Pictures({ sitting }: { sitting: Sitting }) {
  const words = useText().code;
  const box = useRef<HTMLDivElement>(null);
  const { player } = sitting;
  const { videos } = player;
  useLayoutEffect(() => {
    // As anywhere else, a click on the picture plays and pauses; so does Space.
    const toggle = () => player.toggle();
    const shown = box.current;
    shown?.addEventListener("click", toggle);
    for (const [place, video] of videos.entries()) {
      video.setAttribute("aria-label", words.side(place + 1));
      shown?.append(video);
    }
    return () => {
      shown?.removeEventListener("click", toggle);
      for (const video of videos) video.remove();
    };
  }, [player, videos, words]);
  return <div class="code-videos" data-count={videos.length} ref={box} />;
}

/** Files of one session seldom begin at the same moment. */
function Sides({ sitting, ahead }: { sitting: Sitting; ahead: number[] }) {
  const words = useText().code;
  return (
    <>
      {ahead.map((seconds, place) => (
        <label key={place} class="choice">
          {words.ahead(place + 2)}{" "}
          <input
            type="number"
            class="code-time-field"
            step={0.04}
            value={seconds}
            onChange={(event) => {
              const typed = event.currentTarget.valueAsNumber || 0;
              const { sideBytes } = sitting.player.state.value;
              sitting.edit((book) => withAhead(book, sideBytes, place, typed));
            }}
          />
        </label>
      ))}
    </>
  );
}

export function Transport({ sitting }: { sitting: Sitting }) {
  const words = useText().code;
  const { player, book } = sitting;
  const { kind, playing, speed, loop } = useStore(player.state);
  const canSeek = kind === "video" || kind === "drawn";
  return (
    <div class="row code-transport">
      {canSeek && <Tap name={words.replay} onClick={() => player.replay(5)} />}
      {canSeek && <Tap name={words.frameBack} onClick={() => player.stepFrame(-1, book.rate)} />}
      <button
        type="button"
        class="button small primary"
        onPointerDown={keepFocus}
        onClick={() => player.toggle()}
      >
        {playing ? words.pause : canSeek ? words.play : words.startClock}
      </button>
      {canSeek && <Tap name={words.frameOn} onClick={() => player.stepFrame(1, book.rate)} />}
      {canSeek && (
        <button
          type="button"
          class="button small"
          aria-pressed={loop !== null}
          onPointerDown={keepFocus}
          onClick={() => player.loop(loop ? null : player.lastSeconds(5))}
        >
          {words.loop}
        </button>
      )}
      {canSeek && (
        <label class="choice">
          {words.speed}{" "}
          <select
            value={String(speed)}
            onChange={(event) => player.setSpeed(Number(event.currentTarget.value))}
          >
            {speeds.map((one) => (
              <option key={one} value={String(one)}>
                {plain(one)} ×
              </option>
            ))}
          </select>
        </label>
      )}
      <TimeShown sitting={sitting} />
    </div>
  );
}

/** A pointer leaves the focus where it is, so that the space bar goes on to play and pause. */
export const keepFocus = (event: PointerEvent): void => event.preventDefault();

function Tap({ name, onClick }: { name: string; onClick: () => void }) {
  return (
    <button type="button" class="button small" onPointerDown={keepFocus} onClick={onClick}>
      {name}
    </button>
  );
}

/** The clock, which is written without anything being drawn anew; the rate of the pictures beside it. */
function TimeShown({ sitting }: { sitting: Sitting }) {
  const words = useText().code;
  const shown = useRef<HTMLElement>(null);
  const { player, book } = sitting;
  const write = (at_s: number) => {
    if (shown.current) shown.current.textContent = timeAt(at_s, 2);
  };
  useLayoutEffect(() => write(player.now()));
  useEffect(() => player.onTime(write));
  return (
    <span class="code-time">
      <strong ref={shown} role="timer" aria-label={words.time} />
      {player.state.value.kind === "video" && (
        <small>{book.rate === null ? words.noRate : words.rate(fixed(book.rate, 2))}</small>
      )}
    </span>
  );
}
