// Draws the shapes of beats on a canvas.
import { type MarkShape, markShapes, shapes } from "./beats";

export class BeatPen {
  private readonly paths = new Map<MarkShape, Path2D>();

  constructor() {
    for (const kind of markShapes) this.paths.set(kind, new Path2D(shapes[kind].path));
  }

  /** `size`: 1 as shapes are given. */
  draw(
    context: CanvasRenderingContext2D,
    kind: MarkShape,
    x: number,
    y: number,
    size: number,
    colour: string,
  ): void {
    const path = this.paths.get(kind);
    if (!path) return;
    context.translate(x, y);
    context.scale(size, size);
    if (shapes[kind].filled) {
      context.fillStyle = colour;
      context.fill(path);
    } else {
      context.strokeStyle = colour;
      context.lineWidth = 1.6;
      context.stroke(path);
      context.lineWidth = 1;
    }
    context.scale(1 / size, 1 / size);
    context.translate(-x, -y);
  }
}
