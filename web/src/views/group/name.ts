// What a measure of the groups is called.
import type { MeasureResult } from "#report";

/** Its title, and its unit if it has one. */
export const nameOf = ({ title, unit }: MeasureResult): string => (unit ? `${title}, ${unit}` : title);
