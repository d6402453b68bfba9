// The player of a visit, which outlives the screen: whoever comes back finds the video where it was left.
import { useEffect } from "preact/hooks";
import type { Session } from "../../app/session";
import { withTrack } from "../../code/book";
import { begin, isNothingAfter } from "../../code/track";
import { Player } from "./player";

const players = new Map<number, Player>();

export function playerOf(session: Session, key: number): Player {
  const known = players.get(key);
  if (known) return known;
  const { codings } = session;
  const player = new Player(
    (rate) => {
      if (codings.of(key).book.rate === null) codings.learn(key, { rate });
    },
    (end_s) =>
      // What held when the video was over has been seen to its end.
      codings.edit(key, (book) => {
        const { coder } = codings.of(key);
        const closed = withTrack(book, coder, "states", (track) =>
          isNothingAfter(track, end_s) ? begin(track, end_s, "") : track,
        );
        return withTrack(closed, "a", "phases", (track) =>
          coder === "a" && isNothingAfter(track, end_s) ? begin(track, end_s, "") : track,
        );
      }),
  );
  players.set(key, player);
  return player;
}

/** Opens videos of one session for a visit. */
export async function openVideos(session: Session, key: number, files: File[]): Promise<void> {
  const player = playerOf(session, key);
  if (files.length === 0 || !(await player.open(files))) return;
  const { length_s, bytes } = player.state.value;
  if (!session.codings.of(key).book.media) session.codings.learn(key, { media: { length_s, bytes } });
}

/** Runs the player's clock while the screen is there; leaving it stops the video. */
export function useClock(player: Player): void {
  useEffect(() => {
    let turn = 0;
    const run = () => {
      player.tick();
      turn = requestAnimationFrame(run);
    };
    turn = requestAnimationFrame(run);
    return () => {
      cancelAnimationFrame(turn);
      player.pause();
    };
  }, [player]);
}

/** Lets go of the videos of visits that are gone. */
export function keepPlayersOf(keys: number[]): void {
  for (const [key, player] of players) {
    if (keys.includes(key)) continue;
    player.close();
    players.delete(key);
  }
}
