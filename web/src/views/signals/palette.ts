// The style sheet's colours, as canvas and image want them.

/** Custom properties of signals.css, without their prefix. */
const names = [
  "ground",
  "eeg",
  "heart",
  "other",
  "eeg-dense",
  "heart-dense",
  "unused",
  "rule",
  "grid",
  "soft",
  "ink",
  "tint",
  "stroke",
  "hand-tint",
  "hand-stroke",
  "gap-tint",
  "gap-stroke",
  "select",
  "select-line",
  "cursor",
  "band",
  "band-edge",
] as const;
type ColourName = (typeof names)[number];

export class Palette {
  /** As CSS. */
  readonly css = {} as Record<ColourName, string>;
  /** As words of an image: alpha, blue, green, red. */
  readonly word = {} as Record<ColourName, number>;
  font = "";

  constructor(private readonly element: Element) {
    this.read();
  }

  read(): void {
    const style = getComputedStyle(this.element);
    const context = document.createElement("canvas").getContext("2d");
    for (const name of names) {
      const colour = style.getPropertyValue(`--signal-${name}`).trim() || "#000";
      this.css[name] = colour;
      if (!context) continue;
      context.fillStyle = colour;
      const hex = Number.parseInt(context.fillStyle.slice(1, 7), 16);
      const [red, green, blue] = [hex >> 16, (hex >> 8) & 255, hex & 255];
      this.word[name] = ((255 << 24) | (blue << 16) | (green << 8) | red) >>> 0;
    }
    this.font = style.fontFamily;
  }
}
