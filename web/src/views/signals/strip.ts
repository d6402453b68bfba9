// The whole recording as a strip: phases, gaps, what is flagged and what was left out, and the stretch in sight, which
// can be dragged along it.
import type { Phase } from "#report";
import type { Frame } from "./frame";
import type { SignalsModel } from "./model";
import type { Palette } from "./palette";
import { within } from "./window";

export const stripHeight = 40;
const rows = { phases: 0, flags: 14, out: 27 };

export class StripLayer {
  constructor(
    readonly model: SignalsModel,
    readonly palette: Palette,
    private readonly phases: () => readonly Phase[],
  ) {}

  draw(context: CanvasRenderingContext2D, frame: Frame, ratio: number): void {
    const { model, palette } = this;
    const { css } = palette;
    const { marks } = model.marked.value;
    const perSecond = (frame.right - frame.left) / model.endS;
    const x = (timeS: number) => frame.left + timeS * perSecond;
    const bar = (fromS: number, toS: number, y: number, height: number) =>
      context.fillRect(x(fromS), y, Math.max(1.2, (toS - fromS) * perSecond), height);
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.clearRect(0, 0, frame.width, stripHeight);
    context.fillStyle = css.ground;
    bar(0, model.endS, 0, stripHeight - 2);
    context.fillStyle = css["gap-stroke"];
    const { segments } = model.source.drawn;
    for (let i = 1; i < segments.length; i++)
      bar(segments[i - 1]?.end_s ?? 0, segments[i]?.start_s ?? 0, 0, stripHeight - 2);
    for (const phase of this.phases()) {
      context.fillStyle = css.tint;
      bar(phase.start_s, phase.end_s, rows.phases, 11);
      context.fillStyle = css.soft;
      context.fillRect(x(phase.start_s), 0, 1, stripHeight - 2);
    }
    // Beats are short and stand tall, windows are long and stand low.
    for (const place of marks?.flagged ?? []) {
      const ofHeart = place.kind === "beats" || place.kind === "ecg";
      context.fillStyle = ofHeart ? css.heart : css.stroke;
      bar(place.start_s, place.end_s, ofHeart ? rows.flags - 1 : rows.flags + 5, 6);
    }
    context.fillStyle = css["hand-stroke"];
    for (const stretch of marks?.ecg_excluded ?? []) bar(stretch.start_s, stretch.end_s, rows.out, 5);
    for (const stretch of marks?.eeg_excluded ?? []) bar(stretch.start_s, stretch.end_s, rows.out + 6, 5);
    context.strokeStyle = css.rule;
    context.strokeRect(frame.left + 0.5, 0.5, frame.right - frame.left - 1, stripHeight - 3);
    const { startS, spanS } = model.now.window;
    const left = x(startS);
    const width = Math.max(4, spanS * perSecond);
    context.fillStyle = css.select;
    context.fillRect(left, 0, width, stripHeight - 2);
    context.strokeStyle = css["select-line"];
    context.lineWidth = 2;
    context.strokeRect(left + 1, 1, Math.max(2, width - 2), stripHeight - 4);
    context.lineWidth = 1;
  }
}

/** A press on the strip brings that time into the middle of the view; a drag goes on doing so. */
export function stripInput(canvas: HTMLCanvasElement, model: SignalsModel, frame: () => Frame): () => void {
  let held = false;
  const go = (event: PointerEvent) => {
    const { left, right } = frame();
    const timeS =
      ((event.clientX - canvas.getBoundingClientRect().left - left) / (right - left)) * model.endS;
    const { window } = model.now;
    model.show(within({ ...window, startS: timeS - window.spanS / 2 }, model.endS));
  };
  const down = (event: PointerEvent) => {
    held = true;
    canvas.setPointerCapture(event.pointerId);
    go(event);
  };
  const move = (event: PointerEvent) => {
    if (held) go(event);
  };
  const up = () => {
    held = false;
  };
  canvas.addEventListener("pointerdown", down);
  canvas.addEventListener("pointermove", move);
  canvas.addEventListener("pointerup", up);
  canvas.addEventListener("pointercancel", up);
  return () => {
    canvas.removeEventListener("pointerdown", down);
    canvas.removeEventListener("pointermove", move);
    canvas.removeEventListener("pointerup", up);
    canvas.removeEventListener("pointercancel", up);
  };
}
