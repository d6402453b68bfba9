// The report, kept up to date with all that was entered and set: visits follow first, then they are compared, and
// compared once more as the default settings would have it where others are in use.
import type { Report, Settings, SpecificationCurve, Visit } from "#report";
import type { CommonWorker } from "./common-worker";
import { failureOf } from "./failures";
import { changedSettings } from "./link";
import { completed, outlineOf } from "./outline";
import { supplementOf } from "./saved";
import { isBusy, type ReadyReport, type Slot, type State } from "./state";
import type { Store } from "./store";
import type { Visits } from "./visits";

export class Reporting {
  /** Counts what the report may have to follow; a catching up goes on until it has followed all of it. */
  private changes = 0;
  private catchingUp: Promise<void> | null = null;
  /** The report whose specification curves are formed or being formed, and then the same with them. */
  private curved: { of: Report; whole: Promise<Report> } | null = null;

  constructor(
    private readonly store: Store<State>,
    private readonly visits: Visits,
    private readonly common: CommonWorker,
  ) {}

  /** Brings every visit and the comparison up to date. */
  refresh(): Promise<void> {
    this.changes++;
    this.catchingUp ??= this.catchUp();
    return this.catchingUp;
  }

  /** What is being compared is wanted no longer. */
  abandon(): void {
    this.changes++;
  }

  private async catchUp(): Promise<void> {
    for (let followed = -1; followed !== this.changes; ) {
      followed = this.changes;
      const { slots } = this.store.value;
      await Promise.all(slots.map((slot) => this.visits.bringUp(slot)));
      if (followed === this.changes && !this.store.value.slots.some(isBusy)) await this.compare(followed);
    }
    this.catchingUp = null;
  }

  private async compare(followed: number): Promise<void> {
    const { slots, settings, report: before } = this.store.value;
    const ready = slots.filter(({ state }) => state.kind === "ready");
    const visits = ready.flatMap(({ state }) => (state.kind === "ready" ? [state.visit] : []));
    if (visits.length < 2 || !settings) {
      if (slots.some(({ source }) => source !== null)) this.store.patch({ report: { kind: "none" } });
      return;
    }
    if (before.kind !== "ready") this.store.patch({ report: { kind: "working" } });
    try {
      const report = await this.reportOn(ready, visits, settings);
      if (followed !== this.changes) return;
      const madeOn = new Date();
      const byDefault = before.kind === "ready" ? before.byDefault : null;
      this.store.patch({ report: { kind: "ready", report, madeOn, byDefault, curvesFailure: null } });
      const usual = await this.reportByDefault(ready, settings);
      const { report: now } = this.store.value;
      if (followed === this.changes && now.kind === "ready")
        this.store.patch({ report: { ...now, byDefault: usual } });
    } catch (error) {
      if (followed === this.changes)
        this.store.patch({ report: { kind: "failed", failure: failureOf(error) } });
    }
  }

  /**
   * What is saved of a report: all that was entered and set is in it, and its specification curves are formed. A report
   * that was opened from a file is whole as it is.
   */
  async whole(report: Report): Promise<Report> {
    for (;;) {
      await this.catchingUp;
      const followed = this.changes;
      const { report: shown } = this.store.value;
      const current = shown.kind === "ready" && shown.madeOn !== null ? shown.report : report;
      const whole = await this.withCurves(current);
      if (followed === this.changes) return whole;
    }
  }

  /**
   * The report with its specification curves. They are formed from the recordings that are open when the report is first
   * looked at or saved, and then shown in it; a report that was opened from a file has those that it was saved with.
   */
  withCurves(report: Report): Promise<Report> {
    const { report: shown } = this.store.value;
    const isOpen = shown.kind === "ready" && shown.madeOn !== null && shown.report === report;
    if (this.curved?.of === report) return this.curved.whole;
    if (!isOpen) return Promise.resolve(report);
    const whole = this.formCurves(report).catch((error) => {
      this.patchShown(report, { curvesFailure: failureOf(error) });
      return report;
    });
    this.curved = { of: report, whole };
    return whole;
  }

  private async formCurves(report: Report): Promise<Report> {
    const followed = this.changes;
    const ready = this.store.value.slots.filter(({ state }) => state.kind === "ready");
    const specifications = await Promise.all(ready.map(({ key }) => this.visits.specifications(key)));
    const outlined = { ...report, visits: report.visits.map(outlineOf) };
    const curves = await this.common.call<SpecificationCurve[]>(
      "specificationCurves",
      JSON.stringify(outlined),
      `[${specifications.join()}]`,
    );
    // What was entered or set meanwhile may be in some of them and is not in this report.
    if (followed !== this.changes) return report;
    const whole = { ...report, specification_curves: curves };
    if (this.patchShown(report, { report: whole }))
      this.curved = { of: whole, whole: Promise.resolve(whole) };
    return whole;
  }

  /** Changes what is shown of a report, if it still is. */
  private patchShown(report: Report, part: Partial<ReadyReport>): boolean {
    const { report: shown } = this.store.value;
    if (shown.kind !== "ready" || shown.report !== report) return false;
    this.store.patch({ report: { ...shown, ...part } });
    return true;
  }

  private async reportOn(slots: Slot[], visits: Visit[], settings: Settings): Promise<Report> {
    const json = await this.common.ask<"compare">({
      kind: "compare",
      visits: JSON.stringify(visits.map(outlineOf)),
      settings: JSON.stringify(settings),
      supplement: JSON.stringify(supplementOf(this.store.value, slots)),
    });
    return completed(JSON.parse(json) as Report, visits);
  }

  /** The same recordings and edits with default settings; null where those in use are the defaults. */
  private async reportByDefault(slots: Slot[], settings: Settings): Promise<Report | null> {
    const { core } = this.store.value;
    if (core.kind !== "ready" || !changedSettings(settings, core.defaults)) return null;
    const usual = { ...core.defaults, edits: settings.edits, coding: settings.coding };
    const visits = await Promise.all(slots.map(({ key }) => this.visits.measuredWith(key, usual)));
    return this.reportOn(slots, visits, usual);
  }
}
