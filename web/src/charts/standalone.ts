// A figure as it stands on the page, as one SVG that needs nothing else: what style sheets say becomes attributes,
// words of the page become text, the ground is white. Drawn by the page's own layout, so it looks the same.

const svgNs = "http://www.w3.org/2000/svg";

/** Presentation attributes that a shape or a text may get from a style sheet, with what they are without one. */
const shapeStyle: [string, string][] = [
  ["fill", "rgb(0, 0, 0)"],
  ["stroke", "none"],
  ["stroke-width", "1px"],
  ["stroke-dasharray", "none"],
  ["stroke-linejoin", "miter"],
  ["opacity", "1"],
];
const textStyle: [string, string][] = [
  ["font-family", ""],
  ["font-size", ""],
  ["font-weight", "400"],
  ["font-style", "normal"],
  ["text-anchor", "start"],
  ["paint-order", "normal"],
];
/** What the page needs of an element and a file does not. */
const pageOnly = ["class", "role", "aria-label", "aria-hidden", "data-phase"];

interface StandaloneSvg {
  text: string;
  width: number;
  height: number;
}

export function standaloneSvg(
  figure: HTMLElement,
  words: { title: string; about: string; names: Map<string, string> },
): StandaloneSvg {
  const drawings = [...figure.querySelectorAll("svg")].filter(isShown);
  const margin = 12;
  const { left, top, right } = figure.getBoundingClientRect();
  const at = ({ x, y }: DOMRect) => ({ x: round(x - left + margin), y: round(y - top + margin) });
  const bottom = Math.max(...drawings.map((svg) => svg.getBoundingClientRect().bottom));
  const width = Math.ceil(right - left) + 2 * margin;
  const height = Math.ceil(bottom - top) + 2 * margin;
  const root = element("svg", { width, height, viewBox: `0 0 ${width} ${height}` });
  root.append(
    element("title", {}, words.title),
    element("desc", {}, words.about),
    element("rect", { width, height, fill: "#ffffff" }),
  );
  for (const svg of drawings) {
    const box = svg.getBoundingClientRect();
    root.append(drawn(svg, { ...at(box), width: round(box.width), height: round(box.height) }, words.names));
  }
  for (const line of linesOf(figure)) root.append(written(line, at));
  return { text: new XMLSerializer().serializeToString(root), width, height };
}

/** Twice as many pixels as on the screen. */
export async function standalonePng({ text, width, height }: StandaloneSvg): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = 2 * width;
  canvas.height = 2 * height;
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((done, fail) => {
    canvas.toBlob((blob) => (blob ? done(blob) : fail(new Error("no picture"))), "image/png");
  });
}

/** A copy of a drawing at its place, its style in attributes. */
function drawn(svg: SVGSVGElement, box: Record<string, number>, names: Map<string, string>): SVGElement {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const originals = [svg, ...svg.querySelectorAll("*")];
  const copies = [copy, ...copy.querySelectorAll("*")];
  for (const [index, of] of copies.entries()) {
    const original = originals[index];
    if (!original) continue;
    styled(of, getComputedStyle(original));
    const phase = of.getAttribute("data-phase");
    if (phase !== null && of.textContent) of.textContent = names.get(phase) ?? "";
    const label = of === copy ? of.getAttribute("aria-label") : null;
    for (const name of pageOnly) of.removeAttribute(name);
    if (label) of.prepend(element("title", {}, label));
  }
  for (const [name, value] of Object.entries(box)) copy.setAttribute(name, String(value));
  return copy;
}

function styled(of: Element, style: CSSStyleDeclaration): void {
  const isText = of.localName === "text";
  if (!isText && !(of instanceof SVGGeometryElement)) return;
  for (const [name, usual] of isText ? [...shapeStyle, ...textStyle] : shapeStyle) {
    const value = style.getPropertyValue(name);
    // A pattern is named by the drawing itself.
    if (of.getAttribute(name)?.startsWith("url(")) continue;
    if (value === usual) of.removeAttribute(name);
    else of.setAttribute(name, value.replaceAll("px", ""));
  }
}

interface Line {
  words: string;
  box: DOMRect;
  style: CSSStyleDeclaration;
}

/** The figure's words outside its drawings and notes, line by line as they are set. */
function linesOf(figure: HTMLElement): Line[] {
  const lines: Line[] = [];
  const walker = document.createTreeWalker(figure, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (!parent || parent.closest("svg, details")) continue;
    const style = getComputedStyle(parent);
    let line: Line | undefined;
    for (const { 0: word, index } of (node.textContent ?? "").matchAll(/\S+/g)) {
      const range = document.createRange();
      range.setStart(node, index);
      range.setEnd(node, index + word.length);
      const box = range.getBoundingClientRect();
      if (line && Math.abs(line.box.top - box.top) < 1) line.words += ` ${word}`;
      else if (box.width > 0) {
        line = { words: word, box, style };
        lines.push(line);
      }
    }
  }
  return lines;
}

function written({ words, box, style }: Line, at: (box: DOMRect) => { x: number; y: number }): SVGElement {
  const text = element("text", {}, words);
  const { x, y } = at(box);
  const size = Number.parseFloat(style.fontSize);
  // The box of a line of text holds ascent and descent, about four to one.
  text.setAttribute("x", String(x));
  text.setAttribute("y", String(round(y + box.height / 2 + 0.34 * size)));
  text.setAttribute("fill", style.color);
  text.setAttribute("font-family", style.fontFamily);
  text.setAttribute("font-size", String(size));
  text.setAttribute("font-weight", style.fontWeight);
  return text;
}

function element(name: string, attributes: Record<string, string | number>, words = ""): SVGElement {
  const made = document.createElementNS(svgNs, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  if (words) made.textContent = words;
  return made;
}

const isShown = (svg: Element): boolean => !svg.closest("details") && svg.getBoundingClientRect().width > 0;

const round = (pixels: number): number => Math.round(10 * pixels) / 10;
