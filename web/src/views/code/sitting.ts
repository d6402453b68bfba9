// One coder before one visit's video: what the parts of the screen share.

import type { Visit } from "#report";
import type { Slot } from "../../app/state";
import type { Book, Coder, CodeWork } from "../../code/book";
import type { Player } from "./player";

/** What a recording of the visit came to; null: there is none, or not yet. */
export const recordedOf = ({ state }: Slot): Visit | null =>
  state.kind === "ready" && state.visit.recorded ? state.visit : null;

export interface Sitting {
  slot: Slot;
  work: CodeWork;
  book: Book;
  coder: Coder;
  player: Player;
  /** Of no visit: nobody else codes it, and its phases are given. */
  practising?: boolean;
  /** One step of the coder's, which can be taken back. */
  edit: (change: (book: Book) => Book) => void;
  travel: (direction: "undo" | "redo") => void;
}
