// What was found in each recording, before anyone believes its numbers; all of it can be put right.
import type { Visit } from "#report";
import { useAppState, useSession } from "../../app/context";
import { isTaken, type Slot, swapped } from "../../app/state";
import { InlineMark } from "../../charts/visits";
import { bytes, dateTime, duration, fixed } from "../../format";
import type { Text } from "../../text/en";
import { told } from "../../text/said";
import { useText } from "../../text/text";
import { Diagnostics } from "../diagnostics";
import { FailureText } from "../failure";
import { AgeField } from "./age";
import { ChannelTable } from "./channels";
import { CodingEditor } from "./coding";
import { ComparisonInfants } from "./comparison-infants";
import { CopyWithoutIdentity } from "./copy";
import { HeartSource } from "./heart-source";
import { PhaseEditor } from "./phases";
import { ScoreSection } from "./scores";

export function CheckScreen() {
  const text = useText();
  const session = useSession();
  const { slots, arrivedScores } = useAppState();
  const withoutRecordings = () => Promise.all(slots.map(({ key }) => session.openWithoutRecording(key)));
  const filled = slots.flatMap((slot, index) => (slot.source ? [{ slot, index }] : []));
  return (
    <section class="paper check">
      <h1>{text.check.title}</h1>
      {filled.length === 0 ? (
        <>
          <p class="lead">{text.check.empty}</p>
          <div class="row">
            <a class="button primary" href="#open">
              {text.check.toOpen}
            </a>
            <button type="button" class="button" onClick={() => void withoutRecordings()}>
              {text.check.withoutRecordings}
            </button>
          </div>
        </>
      ) : (
        <p class="note">{text.check.lead}</p>
      )}
      {swapped(slots) && (
        <div class="attention">
          <p>{text.check.swapped}</p>
          <button type="button" class="button small" onClick={() => void session.putInOrder()}>
            {text.report.putInOrder}
          </button>
        </div>
      )}
      {filled.map(({ slot, index }) => (
        <VisitCheck key={slot.key} slot={slot} index={index} />
      ))}
      {(slots.some(isTaken) || arrivedScores.length > 0) && (
        <>
          <ScoreSection />
          <ComparisonInfants />
        </>
      )}
      {filled.length > 0 && (
        <div class="row after-visits">
          <button
            type="button"
            class="button"
            onClick={() => {
              session.addSlot();
              session.show("open");
            }}
          >
            {text.open.addVisit}
          </button>
          <a class="button primary" href="#report">
            {text.open.toReport}
          </a>
        </div>
      )}
    </section>
  );
}

function VisitCheck({ slot, index }: { slot: Slot; index: number }) {
  const text = useText();
  const session = useSession();
  const { state } = slot;
  return (
    <section class="visit" aria-labelledby={`check-${slot.key}`}>
      <div class="visit-head">
        <h2 id={`check-${slot.key}`}>
          <InlineMark visit={index} /> {text.visit(index)}
        </h2>
        {index > 0 && (
          <button type="button" class="button small" onClick={() => void session.moveEarlier(index)}>
            {index === 1 ? text.check.swap : text.check.earlier}
          </button>
        )}
      </div>
      {(state.kind === "reading" || state.kind === "computing") && <p>{text.check.stillReading}</p>}
      {state.kind === "failed" && (
        <>
          <p>{text.check.failed}</p>
          <FailureText failure={state.failure} />
        </>
      )}
      {state.kind === "ready" &&
        (state.visit.recorded ? (
          <Findings slot={slot} visit={state.visit} name={text.visit(index)} />
        ) : (
          <WithoutRecording slot={slot} visit={state.visit} name={text.visit(index)} />
        ))}
    </section>
  );
}

/** A visit with a coding or scores alone: nothing of a recording is shown. */
function WithoutRecording({ slot, visit, name }: { slot: Slot; visit: Visit; name: string }) {
  const text = useText();
  return (
    <>
      <p>
        {text.open.without}. <a href="#open">{text.check.toOpen}</a>
      </p>
      <dl class="facts">
        <AgeField slot={slot} />
      </dl>
      <CodingEditor slot={slot} visit={visit} name={name} />
    </>
  );
}

/** Segments that follow one another within this are parted by a pause or cut whose length the file does not give. */
const shortestGapS = 0.001;

function Findings({ slot, visit, name }: { slot: Slot; visit: Visit; name: string }) {
  const text = useText();
  const { file } = visit;
  const between = file.segments.slice(1).map((segment, i) => {
    return segment.start_s - (file.segments[i]?.end_s ?? segment.start_s);
  });
  const gaps = between.filter((seconds) => seconds > shortestGapS);
  const interruptions = [
    ...(gaps.length > 0
      ? [text.check.gapCount(gaps.length, duration(gaps.reduce((sum, seconds) => sum + seconds, 0)))]
      : []),
    ...(gaps.length < between.length ? [text.check.cutCount(between.length - gaps.length)] : []),
  ];
  const facts: [string, string][] = [
    [text.check.start, file.start ? dateTime(file.start, text.locale) : text.check.startUnknown],
    [text.check.duration, duration(file.duration_s)],
    [text.check.gaps, interruptions.join(", ") || text.check.noGaps],
    [text.check.format, `${file.variant}, ${bytes(file.bytes)}`],
    [text.check.heart, told(visit.heart, visit.heart.reason ? "reason" : "source", text)],
    [text.check.ageGroup, text.check.ageGroups(visit.heart.preset, told(visit.heart, "preset_reason", text))],
    [text.check.breathingRate, breathingOf(visit, text.check)],
    [text.check.brain, visit.eeg.reason ? told(visit.eeg, "reason", text) : pairsOf(visit, text)],
  ];
  const diagnostics = [...visit.diagnostics, ...visit.heart.diagnostics, ...visit.eeg.diagnostics];
  return (
    <>
      <dl class="facts">
        {facts.map(([term, value]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        <AgeField slot={slot} />
      </dl>
      <h3>{text.check.diagnostics}</h3>
      {diagnostics.length === 0 ? (
        <p class="note">{text.check.noDiagnostics}</p>
      ) : (
        <Diagnostics list={diagnostics} />
      )}
      <h3>{text.check.phases}</h3>
      <PhaseEditor slot={slot} visit={visit} name={name} />
      <h3>{text.check.heart}</h3>
      <HeartSource slot={slot} file={file} name={name} />
      <CodingEditor slot={slot} visit={visit} name={name} />
      <h3>{text.check.channels}</h3>
      <ChannelTable slot={slot} channels={file.channels} label={`${text.check.channels}, ${name}`} />
      {slot.source?.kind === "file" && (
        <CopyWithoutIdentity file={slot.source.file} variant={file.variant} name={name} />
      )}
    </>
  );
}

/** "0.62 Hz, from the beats (84 % of the segments)". */
function breathingOf({ heart }: Visit, words: ReturnType<typeof useText>["check"]): string {
  const { breathing_rate_hz: hz, breathing_source: source, breathing_certainty: share } = heart;
  if (hz === null || share === null) return words.breathingUnknown;
  return words.breathingFound(fixed(hz, 2), source, Math.round(100 * share));
}

/** The pairs whose asymmetry is formed ("F3–F4, P3–P4"), or why there is none. */
function pairsOf({ eeg }: Visit, text: Text): string {
  const formed = eeg.asymmetry.filter(({ faa_ln }) => faa_ln !== null);
  const [first] = eeg.asymmetry;
  return (
    formed.map(({ left, right }) => `${left}–${right}`).join(", ") ||
    (first ? told(first, "reason", text) : "")
  );
}
