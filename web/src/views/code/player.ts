// The clock that codes are entered by: a video from this computer, seen from one or several sides, or none, for somebody who
// codes what is going on before them. The videos are played by the browser; nothing here looks at their pictures.
import { Store } from "../../app/store";
import { frameAt, middleOf, rateOf, usualRate } from "../../code/frames";
import type { Stretch } from "../../code/track";

export const speeds = [0.25, 0.5, 1, 1.5, 2];

export interface PlayerState {
  kind: "none" | "opening" | "video" | "drawn" | "live";
  playing: boolean;
  speed: number;
  /** By how much the clock of each other side is ahead of the first one's. */
  ahead: number[];
  /** Played again and again. */
  loop: Stretch | null;
  length_s: number;
  bytes: number;
  /** Sizes of the other sides' files. */
  sideBytes: number[];
  /** The browser could not play what was chosen last. */
  refused: boolean;
}

const nothing: PlayerState = {
  kind: "none",
  playing: false,
  speed: 1,
  ahead: [],
  loop: null,
  length_s: 0,
  bytes: 0,
  sideBytes: [],
  refused: false,
};

/** A browser that has not shown a picture by then will not. */
const patienceMs = 10_000;
/** As far as videos of other sides may run apart. */
const apart_s = 0.12;
/** Times of pictures that are enough to know the rate by. */
const enoughTimes = 40;

export class Player {
  readonly state = new Store<PlayerState>(nothing);
  /** Of each side; the first one's clock counts. */
  videos: HTMLVideoElement[] = [];
  private readonly listeners = new Set<(at_s: number) => void>();
  /** Of a clock without a video: what it showed when it was stopped last, and since when it runs. */
  private stopped_s = 0;
  private sinceMs = 0;
  /** Where what is played once ends. */
  private until_s = Infinity;
  private times: number[] = [];
  /** Counts what was opened: what opens late gives way to what came after it. */
  private turn = 0;

  /** `onRate` is told the pictures a second, as soon as they are known; `onEnd` when the video was played to its end. */
  constructor(
    private readonly onRate: (rate: number) => void,
    private readonly onEnd: (at_s: number) => void,
  ) {}

  /** Tells where the clock stands, whenever it moved. */
  onTime(listener: (at_s: number) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  now(): number {
    if (this.video) return this.video.currentTime;
    const { playing, speed } = this.state.value;
    const runs = playing ? ((performance.now() - this.sinceMs) / 1000) * speed : 0;
    return this.stopped_s + runs;
  }

  /** Opens videos of one session, which begin together; false where the browser cannot play one of them. */
  async open(files: File[]): Promise<boolean> {
    this.close();
    const turn = this.turn;
    this.state.patch({ kind: "opening" });
    const videos = files.map(videoOf);
    const playable = await Promise.all(videos.map(isPlayable));
    const first = videos[0];
    if (turn !== this.turn) {
      videos.forEach(release);
      return false;
    }
    if (!first || playable.includes(false)) {
      videos.forEach(release);
      this.state.patch({ ...nothing, refused: true });
      return false;
    }
    this.videos = videos;
    this.follow(first);
    const [bytes = 0, ...sideBytes] = files.map(({ size }) => size);
    this.state.patch({ ...nothing, kind: "video", length_s: first.duration, bytes, sideBytes });
    return true;
  }

  /** A clock that runs while somebody codes what they see. */
  goLive(): void {
    this.close();
    this.state.patch({ ...nothing, kind: "live" });
  }

  /** A drawing of this length, which is drawn for wherever the clock stands. */
  openDrawn(length_s: number): void {
    this.close();
    this.state.patch({ ...nothing, kind: "drawn", length_s });
  }

  close(): void {
    this.turn++;
    this.pause();
    this.videos.forEach(release);
    this.videos = [];
    this.times = [];
    this.stopped_s = 0;
    this.state.patch(nothing);
  }

  toggle(): void {
    if (this.state.value.playing) this.pause();
    else this.play();
  }

  play(): void {
    this.until_s = Infinity;
    this.start();
  }

  /** Plays a stretch once. */
  playOnce({ start_s, end_s }: Stretch): void {
    this.state.patch({ loop: null });
    this.seek(start_s);
    this.until_s = end_s;
    this.start();
  }

  pause(): void {
    const { kind, playing } = this.state.value;
    if (!playing) return;
    if (kind !== "video") this.stopped_s = this.now();
    for (const video of this.videos) video.pause();
    this.state.patch({ playing: false });
    this.tell();
  }

  seek(to_s: number): void {
    if (this.state.value.kind === "drawn")
      this.setBack(Math.min(Math.max(0, to_s), this.state.value.length_s));
    if (!this.video) return;
    // At the very end some browsers show an older picture.
    const at_s = Math.min(Math.max(0, to_s), Math.max(0, this.state.value.length_s - 0.5 / usualRate));
    this.place(at_s);
    this.times = [];
    this.tell(at_s);
  }

  /** Sets the other sides' clocks to the first one's. */
  setAhead(ahead: number[]): void {
    if (`${ahead}` === `${this.state.value.ahead}`) return;
    this.state.patch({ ahead });
    this.place(this.now());
  }

  /** To the middle of a picture some pictures on, where every browser finds it. */
  stepFrame(by: number, rate: number | null): void {
    if (this.state.value.kind === "live") return;
    this.pause();
    const used = rate ?? usualRate;
    this.seek(middleOf(Math.max(0, frameAt(this.now(), used) + by), used));
  }

  /** Back a little, and on from there. */
  replay(seconds: number): void {
    if (this.state.value.kind === "live") return;
    this.seek(this.now() - seconds);
    this.play();
  }

  setSpeed(speed: number): void {
    if (!this.video) this.setBack(this.now());
    for (const video of this.videos) video.playbackRate = speed;
    this.times = [];
    this.state.patch({ speed });
  }

  /** The next slower or faster speed. */
  changeSpeed(by: number): void {
    const next = speeds[speeds.indexOf(this.state.value.speed) + by];
    if (next !== undefined && this.state.value.kind !== "live") this.setSpeed(next);
  }

  lastSeconds(seconds: number): Stretch {
    return { start_s: Math.max(0, this.now() - seconds), end_s: this.now() };
  }

  loop(stretch: Stretch | null): void {
    if (this.state.value.kind === "live") return;
    this.state.patch({ loop: stretch });
    if (stretch) {
      this.seek(stretch.start_s);
      this.play();
    }
  }

  /** To be called for every picture of the screen while the clock may run. */
  tick(): void {
    const { kind, playing, loop, length_s } = this.state.value;
    if (!playing) return;
    const at_s = this.now();
    if (kind === "drawn" && at_s >= length_s) {
      this.pause();
      this.setBack(length_s);
      this.onEnd(length_s);
      return;
    }
    if (loop && at_s >= loop.end_s) this.seek(loop.start_s);
    else if (at_s >= this.until_s) {
      this.until_s = Infinity;
      this.pause();
    } else this.tell(at_s);
    this.place(this.now(), apart_s);
  }

  /** Puts each side where it belongs when the first one's clock shows this; what is hardly off stays. */
  private place(at_s: number, off_s = 0): void {
    for (const [side, video] of this.videos.entries()) {
      const own_s = this.ownS(side, at_s);
      const to_s = Math.min(Math.max(0, own_s), video.duration);
      // A side that begins later waits at its first picture.
      if (own_s < 0) video.pause();
      else if (side > 0 && this.state.value.playing && video.paused && !video.ended) this.run(video);
      if (Math.abs(video.currentTime - to_s) > off_s) video.currentTime = to_s;
    }
  }

  private get video(): HTMLVideoElement | undefined {
    return this.videos[0];
  }

  private start(): void {
    const { kind, length_s } = this.state.value;
    // A drawing that is over begins anew, as a video does.
    const isOver = kind === "drawn" && this.stopped_s >= length_s;
    if (!this.video) this.setBack(isOver ? 0 : this.stopped_s);
    this.state.patch({ playing: true });
    const at_s = this.now();
    for (const [side, video] of this.videos.entries()) if (this.ownS(side, at_s) >= 0) this.run(video);
  }

  private run(video: HTMLVideoElement): void {
    // A browser that will not play says so by pausing.
    void video.play().catch(() => this.state.patch({ playing: false }));
  }

  /** What a side's clock shows when the first one's shows this; below 0 it has not begun. */
  private ownS(side: number, at_s: number): number {
    return at_s + (side > 0 ? (this.state.value.ahead[side - 1] ?? 0) : 0);
  }

  /** Sets a clock without a video to a time, from which it goes on. */
  private setBack(to_s: number): void {
    this.stopped_s = to_s;
    this.sinceMs = performance.now();
    this.tell();
  }

  private follow(video: HTMLVideoElement): void {
    video.addEventListener("ended", () => {
      this.state.patch({ playing: false });
      this.onEnd(this.state.value.length_s);
      this.tell();
    });
    // Where the screen is drawn seldom, a stretch still ends near its end.
    video.addEventListener("timeupdate", () => this.tick());
    video.addEventListener("seeked", () => this.tell());
    const seen = (_: number, { mediaTime }: VideoFrameCallbackMetadata) => {
      if (this.state.value.playing && this.state.value.speed <= 1) this.times.push(mediaTime);
      if (this.times.length === enoughTimes) {
        const rate = rateOf(this.times);
        this.times = [];
        if (rate !== null) return this.onRate(rate);
      }
      video.requestVideoFrameCallback(seen);
    };
    video.requestVideoFrameCallback?.(seen);
  }

  private tell(at_s = this.now()): void {
    for (const listener of this.listeners) listener(at_s);
  }
}

function videoOf(file: File): HTMLVideoElement {
  const video = document.createElement("video");
  video.preload = "auto";
  video.playsInline = true;
  video.src = URL.createObjectURL(file);
  return video;
}

function release(video: HTMLVideoElement): void {
  URL.revokeObjectURL(video.src);
  video.removeAttribute("src");
  video.load();
}

/** Whether there is a picture and an end: what browsers say of formats beforehand misleads. */
function isPlayable(video: HTMLVideoElement): Promise<boolean> {
  return new Promise((done) => {
    const look = () => {
      if (video.videoWidth > 0 && Number.isFinite(video.duration) && video.duration > 0) done(true);
    };
    for (const name of ["loadedmetadata", "loadeddata", "durationchange", "canplay"])
      video.addEventListener(name, look);
    video.addEventListener("error", () => done(false));
    setTimeout(() => done(false), patienceMs);
  });
}
