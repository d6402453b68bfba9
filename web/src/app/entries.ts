// What is entered for the infant and its visits: ages, phases, lists of beats, what channels are, scores. Every number that
// rests on it is formed anew.
import type { ChannelChoice, CheckedScores, ImportedScores } from "#report";
import type { TextCall } from "../worker/protocol";
import type { Reporting } from "./reporting";
import { isBare, takeBack, takeOver, withScore } from "./scores";
import { withoutRecording } from "./slots";
import { type EnteredOptions, emptySlot, type Infant, type State } from "./state";
import type { Store } from "./store";
import type { Visits } from "./visits";

interface Session {
  ask<T>(name: TextCall, ...args: string[]): Promise<T>;
  read(key: number): Promise<void>;
  remove(key: number): Promise<void>;
}

const nothingChosen = {
  kind: null,
  site: "",
  unit: "",
  blank_unit: "",
  blank_reference: "",
  blank_highpass_hz: null,
  blank_lowpass_hz: null,
  label: "",
};

export class Entries {
  constructor(
    private readonly session: Session,
    private readonly store: Store<State>,
    private readonly visits: Visits,
    private readonly reporting: Reporting,
  ) {}

  /** What was entered for a visit: age, list of beats, ECG channel, phases. */
  async enter(key: number, options: Partial<EnteredOptions>): Promise<void> {
    const slot = this.visits.slot(key);
    if (!slot) return;
    this.visits.patch(key, { options: { ...slot.options, ...options } });
    await this.reporting.refresh();
  }

  /** Says what channels are; the recording is read again. */
  async chooseChannels(key: number, channels: ChannelChoice[]): Promise<void> {
    this.visits.patch(key, { channels });
    await this.reporting.refresh();
  }

  /** Says one thing of several channels. */
  async setChannels(key: number, signals: number[], part: Partial<ChannelChoice>): Promise<void> {
    const before = this.visits.slot(key)?.channels ?? [];
    const changed = signals.map((signal) => ({
      ...nothingChosen,
      ...before.find((choice) => choice.signal === signal),
      ...part,
      signal,
    }));
    const others = before.filter(({ signal }) => !signals.includes(signal));
    await this.chooseChannels(key, [...others, ...changed]);
  }

  /** The ages at several visits at once. */
  async enterAges(ages: { key: number; months: number }[]): Promise<void> {
    for (const { key, months } of ages) {
      const slot = this.visits.slot(key);
      if (slot) this.visits.patch(key, { options: { ...slot.options, age_months: months } });
    }
    await this.reporting.refresh();
  }

  async enterScore(key: number, scale: string, value: number | null): Promise<void> {
    const slot = this.visits.slot(key);
    if (!slot) return;
    this.visits.patch(key, { scores: withScore(slot.scores, scale, value) });
    await this.reporting.refresh();
  }

  /** Fills the fields from a table; `add` are places for which a visit without a recording is made. */
  async takeScores({ scores, diagnostics }: ImportedScores, add: number[]): Promise<void> {
    const checked = await this.session.ask<CheckedScores>("checkScores", JSON.stringify(scores));
    const slots = [...this.store.value.slots];
    while (slots.length <= Math.max(...add)) slots.push(emptySlot());
    const added = add.flatMap((place) => slots[place]?.key ?? []);
    const { slots: filled, ...made } = takeOver(
      slots.map((slot) => (added.includes(slot.key) ? { ...slot, ...withoutRecording } : slot)),
      scores,
      checked,
    );
    this.store.patch({ slots: filled, imported: { ...made, added, diagnostics } });
    await Promise.all(added.map((key) => this.session.read(key)));
    await this.reporting.refresh();
  }

  /** Takes the last table of scores back; visits that were added for it go, if nothing else was entered there. */
  async takeBackScores(): Promise<void> {
    const { imported } = this.store.value;
    if (!imported) return;
    this.store.patch({ slots: takeBack(this.store.value.slots, imported), imported: null });
    for (const slot of this.store.value.slots)
      if (imported.added.includes(slot.key) && isBare(slot)) await this.session.remove(slot.key);
    await this.reporting.refresh();
  }

  /** What was entered for the infant. */
  async enterInfant(part: Partial<Infant>): Promise<void> {
    this.store.patch({ infant: { ...this.store.value.infant, ...part } });
    await this.reporting.refresh();
  }
}
