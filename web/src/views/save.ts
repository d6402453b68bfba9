// Hands a file to the user. Names say nothing about the infant but its code, nor about the recordings.

/** A file's name with the infant's code in front, as the core names its own (report/participant.hpp). */
export const nameFor = (code: string, name: string): string => (code === "" ? name : `${code}_${name}`);

export function saveBlob(content: Blob, name: string): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  // The browser needs the address until the download has begun.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

export function saveJson(value: unknown, name: string): void {
  saveBlob(new Blob([`${JSON.stringify(value, null, 1)}\n`], { type: "application/json" }), name);
}

/** As the command line writes it: what is said has its id and no further language. */
export const asProgram = (value: unknown): string => `${JSON.stringify(value, withoutLanguages, 1)}\n`;

function withoutLanguages(this: object, name: string, member: unknown): unknown {
  const isSaid = "id" in this && "with" in this;
  return isSaid && name !== "id" && name !== "with" ? undefined : member;
}
