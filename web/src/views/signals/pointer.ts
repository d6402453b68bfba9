// What mouse, pen and fingers do on the plot: drag pans, the wheel scrolls once the plot has the focus, with Ctrl it zooms, as two
// fingers do, a beat under the pointer is selected and dragged, Shift or the stretch tool marks a stretch.
import { isTakenOut, nearest } from "./beats";
import type { Frame } from "./frame";
import type { LaneKind } from "./lanes";
import type { SignalsModel } from "./model";
import { panned, spanned } from "./window";

/** How near a pointer must be to mean a beat, and how far it must go to be a drag, in CSS pixels. */
const reach = { mouse: 9, touch: 18 };
const dragFrom = 4;
/** A notch of a wheel moves this part of the view, and zooms by this factor. */
const notchPixels = 100;
const notchPart = 0.15;
const notchZoom = 1.25;
/** Beats of a heart stand this far apart where a pixel is shorter than this: some 16 pixels. */
const apartFromS = 0.025;
/** Two taps within this time and distance are one double tap. */
const doubleTap = { ms: 400, pixels: 24 };

type Gesture =
  | { kind: "none" }
  /** Down, but not yet moved: a click, or the beginning of a drag. */
  | { kind: "pressed"; x: number; beatS: number | null; inPeriod: boolean; snap: boolean }
  | { kind: "pan"; x: number; startS: number }
  | { kind: "beat"; beatS: number; snap: boolean }
  | { kind: "stretch" }
  | { kind: "pinch"; distance: number; spanS: number; atS: number };

export class PointerInput {
  private gesture: Gesture = { kind: "none" };
  private readonly down = new Map<number, { x: number; y: number }>();
  private lastTap = { ms: 0, x: 0 };

  constructor(
    private readonly element: HTMLElement,
    private readonly model: SignalsModel,
    private readonly frame: () => Frame,
    private readonly onHover: (x: number | null) => void,
  ) {
    element.addEventListener("pointerdown", this.onDown);
    element.addEventListener("pointermove", this.onMove);
    element.addEventListener("pointerup", this.onUp);
    element.addEventListener("pointercancel", this.onCancel);
    element.addEventListener("pointerleave", this.onLeave);
    element.addEventListener("wheel", this.onWheel, { passive: false });
  }

  remove(): void {
    const { element } = this;
    element.removeEventListener("pointerdown", this.onDown);
    element.removeEventListener("pointermove", this.onMove);
    element.removeEventListener("pointerup", this.onUp);
    element.removeEventListener("pointercancel", this.onCancel);
    element.removeEventListener("pointerleave", this.onLeave);
    element.removeEventListener("wheel", this.onWheel);
  }

  private place(event: MouseEvent): { x: number; y: number } {
    const box = this.element.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  }

  private timeAt(x: number): number {
    const { left, right } = this.frame();
    const { startS, spanS } = this.model.now.window;
    return startS + ((x - left) / (right - left)) * spanS;
  }

  private get secondsPerPixel(): number {
    const { left, right } = this.frame();
    return this.model.now.window.spanS / (right - left);
  }

  /** The beat that a pointer means: one near it in time, in a lane of beats. */
  private beatAt(x: number, y: number, pixels: number): number | null {
    if (!this.isInHeart(y + 4) && !this.isInHeart(y)) return null;
    const index = nearest(this.model.beats, this.timeAt(x), pixels * this.secondsPerPixel);
    return this.model.beats[index]?.atS ?? null;
  }

  private readonly onDown = (event: PointerEvent) => {
    if (event.button !== 0) return;
    const { x, y } = this.place(event);
    this.down.set(event.pointerId, { x, y });
    this.element.setPointerCapture(event.pointerId);
    if (this.down.size === 2) return this.beginPinch();
    if (this.down.size > 2) return;
    const { tool } = this.model.now;
    const timeS = this.timeAt(x);
    if (event.shiftKey || tool === "stretch") {
      this.gesture = { kind: "stretch" };
      this.model.select({ kind: "stretch", fromS: timeS, toS: timeS });
      return;
    }
    const beatS = this.beatAt(x, y, event.pointerType === "mouse" ? reach.mouse : reach.touch);
    this.gesture = { kind: "pressed", x, beatS, inPeriod: this.isIn(["period"], y), snap: !event.altKey };
  };

  private readonly onMove = (event: PointerEvent) => {
    const { x, y } = this.place(event);
    if (event.pointerType === "mouse") this.onHover(this.isInside(x) ? x : null);
    if (!this.down.has(event.pointerId)) return;
    this.down.set(event.pointerId, { x, y });
    const { gesture, model } = this;
    if (gesture.kind === "pinch") return this.pinch(gesture);
    if (gesture.kind === "pressed" && Math.abs(x - gesture.x) >= dragFrom) this.beginDrag(gesture);
    if (this.gesture.kind === "pan") {
      const startS = this.gesture.startS - (x - this.gesture.x) * this.secondsPerPixel;
      model.show(panned({ ...model.now.window, startS }, 0, model.endS));
    } else if (this.gesture.kind === "beat") {
      model.setGhost(this.timeAt(x));
    } else if (this.gesture.kind === "stretch" && model.now.selection.kind === "stretch") {
      const toS = Math.min(model.endS, Math.max(0, this.timeAt(x)));
      model.select({ ...model.now.selection, toS });
    }
  };

  private beginDrag(pressed: Gesture & { kind: "pressed" }): void {
    const { model } = this;
    // In the strip of intervals hardly any place is far from a beat: there a drag is meant for the view.
    if (pressed.beatS !== null && !pressed.inPeriod && this.isMovable(pressed.beatS)) {
      model.select({ kind: "beat", atS: pressed.beatS });
      this.gesture = { kind: "beat", beatS: pressed.beatS, snap: pressed.snap };
    } else {
      this.gesture = { kind: "pan", x: pressed.x, startS: model.now.window.startS };
    }
  }

  /** A beat is dragged where it can be seen apart from its neighbours; elsewhere a drag is meant for the view. */
  private isMovable(beatS: number): boolean {
    const beat = this.model.beats[nearest(this.model.beats, beatS, 1e-6)];
    const aPart = this.secondsPerPixel < apartFromS;
    return aPart && beat !== undefined && !isTakenOut(beat);
  }

  private readonly onUp = (event: PointerEvent) => {
    if (!this.down.delete(event.pointerId)) return;
    const { gesture, model } = this;
    const { x, y } = this.place(event);
    this.gesture = { kind: "none" };
    if (gesture.kind === "pressed") this.click(x, y, gesture, event);
    if (gesture.kind === "beat") this.drop(gesture);
    if (gesture.kind === "stretch" && !model.selectedStretch) model.select({ kind: "none" });
  };

  private click(x: number, y: number, pressed: Gesture & { kind: "pressed" }, event: PointerEvent): void {
    const { model } = this;
    const timeS = Math.min(model.endS, Math.max(0, this.timeAt(x)));
    const again =
      event.timeStamp - this.lastTap.ms < doubleTap.ms && Math.abs(x - this.lastTap.x) < doubleTap.pixels;
    this.lastTap = { ms: event.timeStamp, x };
    if (pressed.beatS !== null) {
      const beat = model.beats[nearest(model.beats, pressed.beatS, 1e-6)];
      if (beat && model.now.tool === "beat" && isTakenOut(beat)) model.editor.restoreBeat(beat);
      else if (beat) model.pick(beat);
      return;
    }
    model.setCursor(timeS);
    if (model.now.tool === "beat" || (again && this.isIn(["heart", "beats"], y))) {
      void model.editor.addBeat(timeS, pressed.snap);
      return;
    }
    const stretch = this.excludedAt(timeS, y);
    model.select(
      stretch ? { kind: "stretch", fromS: stretch.start_s, toS: stretch.end_s } : { kind: "none" },
    );
  }

  private drop({ beatS, snap }: Gesture & { kind: "beat" }): void {
    const { model } = this;
    const { ghostS } = model.now;
    const beat = model.beats[nearest(model.beats, beatS, 1e-6)];
    model.setGhost(null);
    if (beat && ghostS !== null) void model.editor.moveBeat(beat, ghostS, snap);
  }

  /** What was left out by hand under a pointer. */
  private excludedAt(timeS: number, y: number) {
    const { marks } = this.model.marked.value;
    const list = this.isInHeart(y) ? marks?.ecg_excluded : marks?.eeg_excluded;
    return list?.find(({ start_s, end_s }) => timeS >= start_s && timeS < end_s);
  }

  private isInHeart(y: number): boolean {
    return this.isIn(["heart", "beats", "period"], y);
  }

  private isIn(kinds: LaneKind[], y: number): boolean {
    const at = y - this.frame().top;
    return this.model.lanes.some(
      ({ kind, top, height }) => kinds.includes(kind) && at >= top && at < top + height,
    );
  }

  private isInside(x: number): boolean {
    const { left, right } = this.frame();
    return x >= left && x <= right;
  }

  private beginPinch(): void {
    const [a, b] = [...this.down.values()];
    if (!a || !b) return;
    const { model } = this;
    model.setGhost(null);
    this.gesture = {
      kind: "pinch",
      distance: Math.max(20, Math.abs(a.x - b.x)),
      spanS: model.now.window.spanS,
      atS: this.timeAt((a.x + b.x) / 2),
    };
  }

  private pinch({ distance, spanS, atS }: Gesture & { kind: "pinch" }): void {
    const [a, b] = [...this.down.values()];
    if (!a || !b) return;
    const { model } = this;
    const wanted = (spanS * distance) / Math.max(20, Math.abs(a.x - b.x));
    const zoomed = spanned(model.now.window, wanted, atS, model.endS);
    model.show(zoomed);
    // The time between the fingers stays between them.
    model.show(panned(zoomed, atS - this.timeAt((a.x + b.x) / 2), model.endS));
  }

  private readonly onCancel = (event: PointerEvent) => {
    this.down.delete(event.pointerId);
    if (this.gesture.kind === "beat") this.model.setGhost(null);
    this.gesture = { kind: "none" };
  };

  private readonly onLeave = () => this.onHover(null);

  private readonly onWheel = (event: WheelEvent) => {
    const { model } = this;
    const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : event.deltaMode === 2 ? 400 : 1;
    const [across, along] = [event.deltaX * unit, event.deltaY * unit];
    const zooms = event.ctrlKey || event.metaKey;
    // Whoever scrolls down the page is not caught by the plot on the way.
    const isPressed = document.activeElement === this.element;
    if (!isPressed && !zooms && Math.abs(across) <= Math.abs(along)) return;
    event.preventDefault();
    const atS = this.timeAt(this.place(event).x);
    if (zooms) {
      model.zoomTo(model.now.window.spanS * notchZoom ** (along / notchPixels), atS);
    } else if (Math.abs(across) > Math.abs(along)) {
      model.pan(across * this.secondsPerPixel);
    } else {
      model.pan((along / notchPixels) * notchPart * model.now.window.spanS);
    }
  };
}
