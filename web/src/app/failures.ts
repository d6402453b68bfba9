// What went wrong, as a failure to be shown, whatever threw it.
import { CoreRefusal, WorkerBroken } from "../worker/client";
import type { Failure } from "../worker/protocol";
import { CopyDiffers } from "../worker/read";
import { FileRefused } from "../worker/source";
import { LinkUnreadable } from "./link";
import { CodingUnknown } from "./saved";

export function failureOf(error: unknown): Failure {
  if (error instanceof CoreRefusal) return error.failure;
  if (error instanceof LinkUnreadable) return { code: "E_LINK", message: "", where: error.where };
  if (error instanceof CodingUnknown) return { code: "E_SAVED_CODING", message: "", where: "" };
  if (error instanceof FileRefused) return { code: error.code, message: error.message, where: error.where };
  if (error instanceof CopyDiffers) return { code: "E_COPY", message: "", where: "" };
  if (error instanceof WorkerBroken) return { code: "E_PAGE_BROKEN", message: "", where: error.message };
  return { code: "E_PAGE", message: String(error), where: "" };
}

/** Whether it was this page or computer and not the file, so that another try may help. */
export const isWorthAnotherTry = (failure?: { code: string } | null): boolean =>
  failure?.code.startsWith("E_PAGE") ?? false;
