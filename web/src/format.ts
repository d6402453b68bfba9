// Numbers, times and sizes as people read them. Presentation only: nothing here computes a result.
import type { Estimate } from "#report";

const minus = "\u2212";

/** `value` with a fixed number of digits and a true minus sign; never "−0.00". */
export function fixed(value: number, decimals: number): string {
  const text = Math.abs(value).toFixed(decimals);
  return value < 0 && Number(text) !== 0 ? minus + text : text;
}

/** The same with a plus sign where positive, for changes. */
export function signed(value: number, decimals: number): string {
  const text = fixed(value, decimals);
  return value > 0 && Number(text) !== 0 ? `+${text}` : text;
}

/** "0.42 to 1.00", or empty where there is no interval. */
export function interval(estimate: Estimate, decimals: number): string {
  const { ci_low, ci_high } = estimate;
  return ci_low === null || ci_high === null
    ? ""
    : `${fixed(ci_low, decimals)} to ${fixed(ci_high, decimals)}`;
}

/** A number from the core's settings or labels, as short as it is exact. */
export function plain(value: number): string {
  return fixed(value, 6).replace(/\.?0+$/, "");
}

/** Minutes and seconds: "2:05". */
export function clock(seconds: number): string {
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

/** A length of time in words: "45 s", "8 min 12 s", "1 h 2 min". */
export function duration(seconds: number): string {
  if (seconds < 60) return `${plain(Math.round(seconds * 10) / 10)} s`;
  const whole = Math.round(seconds);
  const minutes = Math.floor(whole / 60);
  if (minutes < 60) return whole % 60 === 0 ? `${minutes} min` : `${minutes} min ${whole % 60} s`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

export function bytes(count: number): string {
  if (count < 1e3) return `${count} B`;
  if (count < 1e6) return `${(count / 1e3).toFixed(0)} kB`;
  if (count < 1e9) return `${(count / 1e6).toFixed(1)} MB`;
  return `${(count / 1e9).toFixed(2)} GB`;
}

/** "1 March 2024, 09:30" from the core's ISO local time, without moving it to another time zone. */
export function dateTime(iso: string, language: string): string {
  const format = new Intl.DateTimeFormat(language, {
    day: "numeric",
    month: "long",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    hour12: false,
    timeZone: "UTC",
  });
  return format.format(new Date(`${iso.slice(0, 19)}Z`));
}

export function date(day: Date, language: string): string {
  return new Intl.DateTimeFormat(language, { day: "numeric", month: "long", year: "numeric" }).format(day);
}

/** A unit as it is printed: the core's "uV" is "µV". */
export function unitText(unit: string): string {
  return unit.replace(/^u(?=V)/, "µ");
}
