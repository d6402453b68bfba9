// What the finding rests on, in a few words: the quality of the data, what was edited by hand, the mother's score.
import type { Report, Visit } from "#report";
import { fixed, wholeSeconds } from "../../format";
import type { Text } from "../../text/en";
import { useText } from "../../text/text";
import { unitedS } from "../stretches";
import { valuesText } from "./findings";

/** Months since birth, and what they are corrected to. */
export function ageText({ age_months: age, corrected_age_months: corrected }: Visit, text: Text): string {
  if (age === null) return "";
  return corrected === null ? fixed(age, 1) : text.report.corrected(fixed(age, 1), fixed(corrected, 1));
}

export function Facts({ report }: { report: Report }) {
  const text = useText();
  const words = text.report.facts;
  const mother = motherText(report, text);
  return (
    <dl class="facts">
      <div class="screen">
        <dt>{words.quality}</dt>
        {report.visits.map((visit, index) => (
          <dd key={index}>{text.named(text.visit(index), basisOf(visit, text))}</dd>
        ))}
      </div>
      <div>
        <dt>{words.edited}</dt>
        <dd>{editsText(report, words)}</dd>
      </div>
      {mother && (
        <div class="screen">
          <dt>{words.mother}</dt>
          <dd>{mother}</dd>
        </div>
      )}
    </dl>
  );
}

/** What heart and brain of a visit rest on. */
export function basisOf({ recorded, quality, heart, eeg }: Visit, text: Text): string {
  const words = text.report;
  if (!recorded) return words.quality.noRecording;
  return [
    heart.reason
      ? words.quality.noEcg
      : words.basisHeart(quality.heart_epochs_used, quality.heart_epochs_total),
    eeg.reason
      ? words.quality.noChannel
      : words.basisEeg(wholeSeconds(quality.eeg_clean_s), wholeSeconds(quality.eeg_total_s)),
  ].join(", ");
}

/** Her depression score over the visits, and whether its change is more than its error. */
export function motherText(report: Report, text: Text): string {
  const epds = report.measures.find(({ id }) => id === "epds");
  const finding = epds?.changes[epds.changes.length - 1]?.reliable.finding;
  if (!epds) return "";
  const values = `${epds.title} ${valuesText(epds, text)}`;
  return finding && finding !== "cannot_judge" ? text.named(values, text.report.reliable[finding]) : values;
}

/** What was edited by hand in the recordings of this report; stretches that overlap count once. */
function editsText(report: Report, words: Text["report"]["facts"]): string {
  const { settings, inputs_sha256 } = report.provenance;
  const edits = settings.edits.recordings.filter(({ sha256 }) => !sha256 || inputs_sha256.includes(sha256));
  const beats = edits.flatMap((one) => one.beats);
  // Each recording counts its own time.
  const cuts = edits.map((one) =>
    one.beats.flatMap(({ action, time_s, to_s }) =>
      action === "exclude" ? [{ start_s: time_s, end_s: to_s ?? time_s }] : [],
    ),
  );
  const cut = cuts.flat();
  const total = (of: typeof cuts) => of.reduce((sum, spans) => sum + unitedS(spans), 0);
  const parts = [
    beats.length > cut.length && words.beats(beats.length - cut.length),
    cut.length > 0 && words.heart(fixed(total(cuts), 0)),
    edits.some((one) => one.eeg_excluded.length) &&
      words.eeg(fixed(total(edits.map((one) => one.eeg_excluded)), 0)),
    ...edits.flatMap((one) => one.eeg_excluded_channels),
  ];
  return parts.filter(Boolean).join(", ") || words.nothing;
}
