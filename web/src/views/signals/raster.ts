// Traces as pixels, written straight into an image: each column of the screen is a bar from the trace's lowest to its
// highest value there, its ends shaded by how much of their pixel they cover. Takes the same few milliseconds for an
// hour as for a second, on any machine, and leaves no garbage behind.
//
// Colours are words of 32 bits as the image holds them: alpha, blue, green, red.

export class Raster {
  private image = new ImageData(1, 1);
  private pixels = new Uint32Array(this.image.data.buffer);
  width = 1;
  height = 1;

  resize(width: number, height: number): void {
    if (width === this.width && height === this.height) return;
    this.width = Math.max(1, width);
    this.height = Math.max(1, height);
    this.image = new ImageData(this.width, this.height);
    this.pixels = new Uint32Array(this.image.data.buffer);
  }

  clear(colour: number): void {
    this.pixels.fill(colour);
  }

  put(context: CanvasRenderingContext2D): void {
    context.putImageData(this.image, 0, 0);
  }

  horizontal(y: number, colour: number): void {
    if (y < 0 || y >= this.height) return;
    this.pixels.fill(colour, y * this.width, (y + 1) * this.width);
  }

  vertical(x: number, from: number, to: number, colour: number): void {
    if (x < 0 || x >= this.width) return;
    const end = Math.min(to, this.height) * this.width;
    for (let at = Math.max(0, from) * this.width + x; at < end; at += this.width) this.pixels[at] = colour;
  }

  /**
   * A stretch of tint with hatching: strokes in one direction, or in both where `crossed`. `period`: pixels between
   * strokes.
   */
  hatch(
    left: number,
    right: number,
    top: number,
    bottom: number,
    tint: number,
    stroke: number,
    period: number,
    crossed: boolean,
  ): void {
    const from = Math.max(0, left);
    const to = Math.min(this.width, right);
    const end = Math.min(this.height, bottom);
    const thick = period >= 12 ? 2 : 1;
    for (let y = Math.max(0, top); y < end; y++) {
      const row = y * this.width;
      for (let x = from; x < to; x++) {
        const struck = (x + y) % period < thick || (crossed && (x - y + 65536 * period) % period < thick);
        this.pixels[row + x] = struck ? stroke : tint;
      }
    }
  }

  /** A bar in column x from y `top` to `bottom` (fractions of a pixel count), within rows [first, last). */
  bar(x: number, top: number, bottom: number, first: number, last: number, colour: number): void {
    const from = top < first ? first : top;
    const to = bottom > last ? last : bottom;
    if (to <= from) return;
    const pixels = this.pixels;
    const width = this.width;
    const begin = Math.floor(from);
    const end = Math.floor(to);
    let at = begin * width + x;
    if (begin === end) {
      pixels[at] = mixed(pixels[at] as number, colour, to - from);
      return;
    }
    pixels[at] = mixed(pixels[at] as number, colour, begin + 1 - from);
    at += width;
    for (let y = begin + 1; y < end; y++, at += width) pixels[at] = colour;
    if (end < last && to > end) pixels[at] = mixed(pixels[at] as number, colour, to - end);
  }
}

/** `colour` over another, `part` of it. */
function mixed(under: number, colour: number, part: number): number {
  const p = (part * 256) | 0;
  const q = 256 - p;
  const redBlue = (((under & 0xff00ff) * q + (colour & 0xff00ff) * p) >>> 8) & 0xff00ff;
  const green = (((under & 0x00ff00) * q + (colour & 0x00ff00) * p) >>> 8) & 0x00ff00;
  return (0xff000000 | redBlue | green) >>> 0;
}

/** Draws one lane's trace column by column; the parts of a trace come one after the other, from left to right. */
export class TracePainter {
  private column = -1;
  private low = 0;
  private high = 0;
  private lastColumn = -2;
  private lastTop = 0;
  private lastBottom = 0;
  private middle = 0;
  private scale = 1;
  private first = 0;
  private last = 0;
  private colour = 0;
  private unused = 0;
  private mask: Uint8Array | null = null;
  private laneTop = 0;
  private laneBottom = 0;
  private thickness = 1;

  constructor(private readonly raster: Raster) {}

  /**
   * `middle`: row of the value `offset`; `scale`: rows per unit; rows [first, last) may be drawn on. Columns that
   * `mask` marks are drawn in the colour `unused` and stay within the lane's own rows.
   */
  begin(
    middle: number,
    offset: number,
    scale: number,
    first: number,
    last: number,
    colour: number,
    thickness: number,
    mask: Uint8Array,
    unused: number,
    laneTop: number,
    laneBottom: number,
  ): void {
    this.middle = middle + offset * scale;
    this.scale = scale;
    this.first = Math.max(0, first);
    this.last = Math.min(this.raster.height, last);
    this.colour = colour;
    this.thickness = thickness;
    this.mask = mask;
    this.unused = unused;
    this.laneTop = laneTop;
    this.laneBottom = laneBottom;
    this.column = -1;
    this.lastColumn = -2;
  }

  /**
   * Columns [from, to) of a tile's values, which begin at `at` in `values`. Column c stands at pixel
   * `origin` + c × `step`.
   */
  tile(values: Float32Array, at: number, from: number, to: number, origin: number, step: number): void {
    const width = this.raster.width;
    for (let c = from; c < to; c++) {
      const low = values[at + 2 * c] as number;
      const high = values[at + 2 * c + 1] as number;
      const place = origin + c * step;
      const x = Math.floor(place);
      if (Number.isNaN(low) || x >= width) {
        this.flush();
        if (x >= width) return;
        continue;
      }
      const end = step > 1 ? Math.floor(place + step) : x + 1;
      for (let pixel = x < 0 ? (end > 0 ? 0 : -1) : x; pixel >= 0 && pixel < end && pixel < width; pixel++) {
        if (pixel === this.column) {
          if (low < this.low) this.low = low;
          if (high > this.high) this.high = high;
        } else {
          this.flush();
          this.column = pixel;
          this.low = low;
          this.high = high;
        }
      }
    }
  }

  /** Draws the column under way; it reaches to the one before it. */
  flush(): void {
    if (this.column < 0) return;
    let top = this.middle - this.high * this.scale;
    let bottom = this.middle - this.low * this.scale;
    const thin = this.thickness - (bottom - top);
    if (thin > 0) {
      top -= thin / 2;
      bottom += thin / 2;
    }
    const ownTop = top;
    const ownBottom = bottom;
    if (this.column === this.lastColumn + 1) {
      if (top > this.lastBottom) top = this.lastBottom;
      if (bottom < this.lastTop) bottom = this.lastTop;
    }
    if (this.mask?.[this.column])
      this.raster.bar(this.column, top, bottom, this.laneTop, this.laneBottom, this.unused);
    else this.raster.bar(this.column, top, bottom, this.first, this.last, this.colour);
    this.lastColumn = this.column;
    this.lastTop = ownTop;
    this.lastBottom = ownBottom;
    this.column = -1;
  }
}
