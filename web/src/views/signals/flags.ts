// What a flagged place is, in words.
import type { FlaggedPlace } from "#report";
import type { Text } from "../../text/en";
import type { ShownKind } from "./beats";

export function flagText({ kind, what, count }: FlaggedPlace, text: Text["signals"]): string {
  if (kind === "beats") return text.flag.beats(count, text.kinds[what as ShownKind] ?? what);
  return kind === "eeg" ? text.flag.eeg(what) : text.flag[kind];
}
