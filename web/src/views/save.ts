// Hands a file to the user. Names say nothing about the infant or the recordings.

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
