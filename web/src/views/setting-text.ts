// Settings in words: what each is, as the core describes it, and its value.

import type { Schema, SchemaProperty } from "../app/state";
import { plain } from "../format";
import type { Text } from "../text/en";
import { spoken } from "../text/said";

/** A setting as the core describes it. */
export interface SettingRow {
  name: string;
  property: SchemaProperty;
  /** Undefined where it is settings of its own, whose rows follow. */
  value: unknown;
}

/** The struct that a member holds; empty: none. */
export const structOf = (property: SchemaProperty | undefined) =>
  property?.$ref?.replace("#/$defs/", "") ?? "";

/** The settings of a struct; of a member whose own members have sources, those too, as "rhythm.first_sd". */
export function settingRows(schema: Schema, struct: string, values: object, above = ""): SettingRow[] {
  const members = (name: string) => schema.$defs[name]?.properties ?? {};
  return Object.entries(members(struct)).flatMap(([member, property]): SettingRow[] => {
    const name = above + member;
    const value = (values as Record<string, unknown>)[member];
    const inner = structOf(property);
    if (!Object.values(members(inner)).some((one) => one["x-source"])) return [{ name, property, value }];
    const rows = settingRows(schema, inner, value as object, `${name}.`);
    return [{ name, property, value: undefined }, ...rows];
  });
}

export const inWords = (property: SchemaProperty, name: "description" | "x-source", text: Text): string =>
  spoken(property[name] ?? "", property["x-said"]?.[name], text) as string;

/** A setting's value as text: a number, a band "6–9", a pair "F3/F4", or a list of them. */
export function settingText(value: unknown, text: Text): string {
  const inText = (one: unknown) => settingText(one, text);
  if (typeof value === "number") return plain(value);
  if (Array.isArray(value)) return value.map(inText).join(", ");
  if (value !== null && typeof value === "object") {
    const members = Object.values(value).map(inText);
    return members.join("low_hz" in value ? "–" : "/");
  }
  if (typeof value === "boolean") return value ? text.report.yes : text.report.no;
  return String(value);
}
