// The report as a file of its own. Its name says nothing about the infant or the recordings.
import type { Report } from "#report";

export function saveJson(report: Report, name: string): void {
  const url = URL.createObjectURL(
    new Blob([`${JSON.stringify(report, null, 1)}\n`], { type: "application/json" }),
  );
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  // The browser needs the address until the download has begun.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
