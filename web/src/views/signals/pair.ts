// Two recordings side by side on one scale: gains, filters, montage, tool and length of the stretch are those of both, and on wish
// they scroll together.
import type { Look } from "./look";
import type { SignalsModel } from "./model";

/** With which recording each stood side by side last: where they were then is where they are again. */
const lastBeside = new WeakMap<SignalsModel, SignalsModel>();

export class Pair {
  private together: boolean;
  /** How much later the second one's stretch begins than the first one's, while they scroll together. */
  private aheadS = 0;
  private following = false;
  private readonly stops: (() => void)[];

  /** The first one's scale and time are taken; of two gains the one at which both have room. */
  constructor(
    private readonly first: SignalsModel,
    private readonly second: SignalsModel,
  ) {
    this.together = lastBeside.get(first) !== second;
    lastBeside.set(first, second).set(second, first);
    first.beside = second;
    second.beside = first;
    this.follow(second, { ...first.now, gain: Math.max(first.now.gain, second.now.gain) });
    this.follow(first, second.now);
    this.setTogether(true);
    this.stops = [this.mirror(first, second), this.mirror(second, first)];
  }

  /** From now on they keep the distance that they have. */
  setTogether(together: boolean): void {
    this.together = together;
    this.aheadS = this.second.now.window.startS - this.first.now.window.startS;
  }

  remove(): void {
    for (const stop of this.stops) stop();
    this.first.beside = null;
    this.second.beside = null;
    for (const model of [this.first, this.second]) model.layOut();
  }

  private mirror(from: SignalsModel, to: SignalsModel): () => void {
    const stops = [
      from.look.subscribe(() => {
        if (!this.following) this.follow(to, from.now);
        // The shorter recording decides how much of both is shown.
        if (!this.following && to.now.window.spanS < from.now.window.spanS) this.follow(from, to.now);
      }),
      // Both strips of heart periods are as high as both need.
      from.marked.subscribe(() => to.paint()),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }

  private follow(model: SignalsModel, look: Look): void {
    const { startS, spanS } = look.window;
    const { window } = model.now;
    const aheadS = model === this.second ? this.aheadS : -this.aheadS;
    const middleS = window.startS + (window.spanS - spanS) / 2;
    this.following = true;
    model.adopt(look, { spanS, startS: this.together ? startS + aheadS : middleS });
    this.following = false;
  }
}
