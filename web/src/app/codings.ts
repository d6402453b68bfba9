// What is coded on the Code screen, visit by visit: steps that can be taken back, a file of its own, and a copy on this
// computer for whoever wants one.
import {
  type Book,
  type Coder,
  type CodeWork,
  isEmpty,
  isLocked,
  newWork,
  seat,
  step,
  travel,
  unlessClosed,
} from "../code/book";
import { booksIn, codingFile } from "../code/file";
import { emptySlot, maxVisits, type State } from "./state";
import type { Store } from "./store";

/** Where the copy lies; no other thing of the page is kept there. */
const keptAs = "attune.coding";

export class Codings {
  /** The codings as they were saved last. */
  private saved = codingFile([]);

  constructor(private readonly store: Store<State>) {}

  of(key: number): CodeWork {
    return this.store.value.slots.find((slot) => slot.key === key)?.code ?? newWork();
  }

  /** One step, which can be taken back. */
  edit(key: number, change: (book: Book) => Book): void {
    this.set(key, step(this.of(key), unlessClosed(change)));
  }

  /** What the page finds out by itself: no step of anyone's. */
  learn(key: number, part: Partial<Book>): void {
    const work = this.of(key);
    this.set(key, { ...work, book: { ...work.book, ...part } });
  }

  travel(key: number, direction: "undo" | "redo"): void {
    const work = this.of(key);
    if (isLocked(work.book, work.coder)) return;
    const { rate, media } = work.book;
    const next = travel(work, direction);
    // What the page found out of the video meanwhile stays true.
    if (next !== work) this.set(key, { ...next, book: { ...next.book, rate, media } });
  }

  seat(key: number, coder: Coder): void {
    this.set(key, seat(this.of(key), coder));
  }

  /** Everything that was coded, as a file; from now on it counts as saved. */
  file(): string {
    this.saved = this.now();
    return this.saved;
  }

  hasUnsaved(): boolean {
    const now = this.now();
    const isKept = this.store.value.keepCoding && kept() === now;
    return now !== this.saved && !isKept && booksIn(now)?.some((book) => book !== null) === true;
  }

  /** Whether a visit's codes would be gone with it: the copy on this computer goes with the next code. */
  wouldLose(key: number): boolean {
    return !isEmpty(this.of(key).book) && this.now() !== this.saved;
  }

  /** Takes the codings of a file in place of those that are there; whether it held any. */
  open(text: string): boolean {
    const books = booksIn(text);
    if (!books || books.length > maxVisits) return false;
    const slots = [...this.store.value.slots];
    while (slots.length < books.length) slots.push(emptySlot());
    this.store.patch({
      slots: slots.map((slot, index) => {
        const book = books[index];
        return { ...slot, code: book ? newWork(book) : null };
      }),
    });
    this.saved = this.now();
    return true;
  }

  /** Keeps a copy on this computer from now on, or takes it away. */
  keep(wanted: boolean): boolean {
    const done = wanted ? keep(this.now()) : forget();
    this.store.patch({ keepCoding: wanted && done });
    return done;
  }

  private now(): string {
    return codingFile(this.store.value.slots.map(({ code }) => code?.book ?? null));
  }

  private set(key: number, code: CodeWork): void {
    const { slots, keepCoding } = this.store.value;
    if (slots.find((slot) => slot.key === key)?.code === code) return;
    this.store.patch({ slots: slots.map((slot) => (slot.key === key ? { ...slot, code } : slot)) });
    // A computer that is full keeps no more; then the page asks before it is left.
    if (keepCoding && !keep(this.now())) this.store.patch({ keepCoding: false });
  }
}

/** The copy on this computer; null: there is none, or the browser keeps nothing. */
export function kept(): string | null {
  try {
    return localStorage.getItem(keptAs);
  } catch {
    return null;
  }
}

function keep(text: string): boolean {
  try {
    localStorage.setItem(keptAs, text);
    return true;
  } catch {
    return false;
  }
}

export function forget(): boolean {
  try {
    localStorage.removeItem(keptAs);
    return true;
  } catch {
    return false;
  }
}
