// Numbers, times and sizes as people read them in the language on screen. Presentation only: nothing here computes a
// result, and nothing that is saved for programs passes through here.
import type { Estimate } from "#report";

const minus = "\u2212";

/** How a language writes numbers: its decimal sign, the word between two ends, its letter for bytes. */
interface NumberForm {
  decimal: string;
  to: string;
  byte: string;
}

let form: NumberForm = { decimal: ".", to: "to", byte: "B" };

/** From now on numbers are written so; the page sets it with the language, before it draws anything. */
export function writeNumbersAs(chosen: NumberForm): void {
  form = chosen;
}

const local = (text: string): string => text.replace(".", form.decimal);

/** Digits with a true minus sign; never "−0.00". */
function digits(value: number, decimals: number): string {
  const text = Math.abs(value).toFixed(decimals);
  return value < 0 && Number(text) !== 0 ? minus + text : text;
}

/** `value` with a fixed number of digits. */
export function fixed(value: number, decimals: number): string {
  return local(digits(value, decimals));
}

/** `value` with so many digits that count: "0.0123", "1090", "2.33 × 10⁻⁷". */
export function precise(value: number, count: number): string {
  const rounded = value.toPrecision(count);
  const [digits = "", exponent] = rounded.split("e");
  if (exponent === undefined) return local(rounded);
  if (Number(exponent) > 0 && Number(exponent) < 6) return fixed(Number(rounded), 0);
  const raised = exponent.replace(/[+\d-]/g, (sign) => superscripts[sign] ?? "");
  return `${local(digits)} × 10${raised}`;
}

const superscripts: Record<string, string> = {
  "-": "⁻",
  ...Object.fromEntries([..."⁰¹²³⁴⁵⁶⁷⁸⁹"].map((raised, digit) => [digit, raised])),
};

/** The same with a plus sign where positive, for changes. */
export function signed(value: number, decimals: number): string {
  const text = digits(value, decimals);
  return local(value > 0 && Number(text) !== 0 ? `+${text}` : text);
}

/** Seconds that are there, whole ones: never more than were. */
export const wholeSeconds = (seconds: number): string => fixed(Math.floor(seconds + 1e-9), 0);

/** Digits that keep a bound that is not zero from being shown as zero beside a verdict that rests on its sign. */
export function tellingDecimals(bound: number | null, decimals: number): number {
  let shown = decimals;
  while (bound !== null && bound !== 0 && Number(bound.toFixed(shown)) === 0 && shown < 6) shown++;
  return shown;
}

/** "0.42 to 1.00", or empty where there is no interval. */
export function interval(estimate: Estimate, decimals: number): string {
  const { ci_low, ci_high } = estimate;
  return ci_low === null || ci_high === null
    ? ""
    : between(fixed(ci_low, decimals), fixed(ci_high, decimals));
}

export const between = (low: string, high: string): string => `${low} ${form.to} ${high}`;

/** A probability as papers print it: "= .043", "< .001"; before a comma the 0 stays. */
export function probability(p: number): string {
  const text = local((p < 0.001 ? 0.001 : p).toFixed(3)).replace(/^0\./, ".");
  return `${p < 0.001 ? "<" : "="} ${text}`;
}

/** Degrees of freedom: whole where they are. */
export function freedom(df: number): string {
  return plain(Math.round(df * 10) / 10);
}

/** A Bayes factor, to three digits between a thousandth and a thousand. */
export function bayesFactor(factor: number): string {
  if (factor >= 1000) return "> 1000";
  return factor < 0.001 ? local("< 0.001") : precise(factor, 3);
}

/** A number from the core's settings or labels, as short as it is exact. */
export function plain(value: number): string {
  return local(digits(value, 6).replace(/\.?0+$/, ""));
}

/** Minutes and seconds: "2:05". */
export function clock(seconds: number): string {
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

/** Minutes and seconds to a tenth, as they are typed: "2:05", "2:05.5". */
export function clockExact(seconds: number): string {
  const tenths = Math.round(seconds * 10);
  const minutes = Math.floor(tenths / 600);
  const rest = (tenths - minutes * 600) / 10;
  return `${minutes}:${rest < 10 ? "0" : ""}${local(String(rest))}`;
}

/** Seconds of a time as typed ("2:05.5", "125.5", "1:02:05", with a comma too); null if it is none. */
export function secondsOf(typed: string): number | null {
  const parts = typed.trim().replace(",", ".").split(":");
  if (parts.length > 3 || parts.some((part) => !/^\d+(\.\d+)?$/.test(part))) return null;
  return parts.reduce((sum, part) => sum * 60 + Number(part), 0);
}

/** A place on the time axis of a recording: "1:23.456", "0:05", "1:00:00". */
export function timeAt(seconds: number, digits: number): string {
  const unit = 10 ** digits;
  const ticks = Math.round(seconds * unit);
  const whole = Math.floor(ticks / unit);
  const rest = digits > 0 ? form.decimal + String(ticks - whole * unit).padStart(digits, "0") : "";
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60];
  const small = `${String(whole % 60).padStart(2, "0")}${rest}`;
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, "0")}:${small}` : `${minutes}:${small}`;
}

/** The same for a time that may lie before zero: "−0:12.5". */
export function signedClock(seconds: number): string {
  return (seconds < 0 ? minus : "") + clockExact(Math.abs(seconds));
}

/** A time as typed that may lie before zero: null where nothing stands, NaN where it is none. */
export function signedSecondsOf(typed: string): number | null {
  const text = typed.trim().replace(minus, "-");
  if (text === "") return null;
  const size = secondsOf(text.replace(/^-/, "")) ?? Number.NaN;
  return text.startsWith("-") ? -size : size;
}

/** A number as typed, with a point or a comma: null where nothing stands, NaN where it is none. */
export function numberOf(typed: string): number | null {
  const text = typed.trim().replace(",", ".").replace(minus, "-");
  if (text === "") return null;
  return /^-?(\d+\.?\d*|\.\d+)$/.test(text) ? Number(text) : Number.NaN;
}

/** A number and its unit, never on two lines. */
export const keepingUnits = (text: string): string =>
  text.replace(/(\d) (?=(?:s|min|h|m?Hz|ms²?|[mµ]V|mm|mois|[kMG]?[Bo])(?![\p{L}’]))/gu, "$1\u00a0");

/** A length of time in words: "45 s", "8 min 12 s", "1 h 2 min". */
/** To a tenth of a second below a minute, and what is shorter than that to a thousandth: only nothing is "0 s". */
export const duration = (seconds: number): string => keepingUnits(lengthOf(seconds));

function lengthOf(seconds: number): string {
  if (seconds > 0 && seconds < 0.1) return `${plain(Math.round(seconds * 1000) / 1000)} s`;
  if (seconds < 60) return `${plain(Math.round(seconds * 10) / 10)} s`;
  const whole = Math.round(seconds);
  const minutes = Math.floor(whole / 60);
  if (minutes < 60) return whole % 60 === 0 ? `${minutes} min` : `${minutes} min ${whole % 60} s`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

export const bytes = (count: number): string => keepingUnits(sizeOf(count));

function sizeOf(count: number): string {
  const { byte } = form;
  if (count < 1e3) return `${count} ${byte}`;
  if (count < 1e6) return `${fixed(count / 1e3, 0)} k${byte}`;
  if (count < 1e9) return `${fixed(count / 1e6, 1)} M${byte}`;
  return `${fixed(count / 1e9, 2)} G${byte}`;
}

const dateTimeFormats = new Map<string, Intl.DateTimeFormat>();

/** A browser takes milliseconds to make one. */
function dateTimeFormat(language: string): Intl.DateTimeFormat {
  const made =
    dateTimeFormats.get(language) ??
    new Intl.DateTimeFormat(language, {
      day: "numeric",
      month: "long",
      year: "numeric",
      hour: "2-digit",
      minute: "2-digit",
      hour12: false,
      timeZone: "UTC",
    });
  dateTimeFormats.set(language, made);
  return made;
}

/** "1 March 2024, 09:30" from the core's ISO local time, without moving it to another time zone. */
export function dateTime(iso: string, language: string): string {
  return asWritten(dateTimeFormat(language).format(new Date(`${iso.slice(0, 19)}Z`)), language);
}

export function date(day: Date, language: string): string {
  const format = new Intl.DateTimeFormat(language, { day: "numeric", month: "long", year: "numeric" });
  return asWritten(format.format(day), language);
}

/** French writes the first of a month as "1er", which browsers do not. */
const asWritten = (day: string, language: string): string =>
  language.startsWith("fr") ? day.replace(/^1 /, "1er ") : day;

/** A unit as it is printed: the core's "uV" is "µV". */
export function unitText(unit: string): string {
  return unit.replace(/^u(?=V)/, "µ");
}
