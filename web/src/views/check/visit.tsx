// What was found in one recording, a line each; what can be put right is folded under its line.
import { useRef } from "preact/hooks";
import type { RecordingFile, Visit } from "#report";
import { useSession } from "../../app/context";
import type { Slot } from "../../app/state";
import { InlineMark } from "../../charts/visits";
import { bytes, dateTime, duration, fixed } from "../../format";
import type { Text } from "../../text/en";
import { told } from "../../text/said";
import { useText } from "../../text/text";
import { Diagnostics } from "../diagnostics";
import { asRead, isExample, useExamplePhases } from "../example-phases";
import { FailureText } from "../failure";
import { unitedS } from "../stretches";
import { ChannelTable } from "./channels";
import { CodingEditor } from "./coding";
import { CopyWithoutIdentity } from "./copy";
import { FileTable } from "./files";
import { HeartSource } from "./heart-source";
import { Part } from "./part";
import { PhaseEditor } from "./phases";

export function VisitCheck({ slot, index }: { slot: Slot; index: number }) {
  const text = useText();
  const session = useSession();
  const { state } = slot;
  const { current: memory } = useRef(new Set<string>());
  const shown = useExamplePhases(state.kind === "ready" ? state.visit : null, isExample(slot));
  const file = shown?.recorded ? shown.file : null;
  return (
    <section class="visit" aria-labelledby={`check-${slot.key}`}>
      <div class="visit-head">
        <h2 id={`check-${slot.key}`}>
          <InlineMark visit={index} /> {text.visit(index)}
        </h2>
        {file && (
          <span class="note">
            {[file.start && dateTime(file.start, text.locale), duration(file.duration_s)]
              .filter(Boolean)
              .join(" · ")}
          </span>
        )}
        {index > 0 && (
          <button type="button" class="link" onClick={() => void session.moveEarlier(index)}>
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
      {shown &&
        (shown.recorded ? (
          <Found slot={slot} visit={shown} name={text.visit(index)} memory={memory} />
        ) : (
          <>
            <p>
              {text.open.without}. <a href="#open">{text.check.toOpen}</a>
            </p>
            <Coding slot={slot} visit={shown} name={text.visit(index)} memory={memory} />
          </>
        ))}
    </section>
  );
}

interface Shown {
  slot: Slot;
  visit: Visit;
  name: string;
  /** Names of the parts that are open. */
  memory: Set<string>;
}

function Found({ slot, visit, name, memory }: Shown) {
  const text = useText();
  const words = text.check;
  const { file, heart } = visit;
  return (
    <>
      {file.parts.length > 0 && (
        <Part memory={memory} name={words.files.title} said={filesOf(file, words)}>
          {() => (
            <>
              <FileTable parts={file.parts} source={slot.source} name={name} />
              <p class="note">
                {words.files.hint} <a href="#open">{words.toOpen}</a>
              </p>
            </>
          )}
        </Part>
      )}
      <Part memory={memory} name={words.channels} said={channelsOf(file, words)} kind="channels">
        {() => <ChannelTable slot={slot} channels={file.channels} label={`${words.channels}, ${name}`} />}
      </Part>
      <Part memory={memory} name={words.brain} said={brainOf(visit, text)}>
        {() => <p class="note">{words.brainHint}</p>}
      </Part>
      <Part memory={memory} name={words.heart} said={heartOf(visit, text)}>
        {() => (
          <>
            <Facts
              facts={[
                [words.ageGroup, words.ageGroups(heart.preset, told(heart, "preset_reason", text))],
                [words.breathingRate, breathingOf(visit, words)],
              ]}
            />
            <HeartSource slot={slot} file={file} name={name} />
          </>
        )}
      </Part>
      <Part memory={memory} name={words.phases} said={phasesOf(visit) || words.noneNamed} kind="phases">
        {() => <PhaseEditor slot={slot} visit={asRead(slot, visit)} name={name} />}
      </Part>
      <Part memory={memory} name={words.leftOut} said={leftOutOf(file, text)}>
        {() => (
          <Facts
            facts={[
              [words.start, file.start ? dateTime(file.start, text.locale) : words.startUnknown],
              [words.format, `${file.variant}, ${bytes(file.bytes)}`],
            ]}
          />
        )}
      </Part>
      <Notes visit={visit} memory={memory} />
      <Coding slot={slot} visit={visit} name={name} memory={memory} />
      <Copies slot={slot} file={file} name={name} />
    </>
  );
}

function Notes({ visit, memory }: Pick<Shown, "visit" | "memory">) {
  const words = useText().check;
  const notes = [...visit.diagnostics, ...visit.heart.diagnostics, ...visit.eeg.diagnostics].filter(
    ({ severity }) => severity === "note",
  );
  if (notes.length === 0) return null;
  return (
    <Part memory={memory} name={words.notes} said={String(notes.length)}>
      {() => <Diagnostics list={notes} />}
    </Part>
  );
}

/** Each file of the visit to be saved without whose it is. */
function Copies({ slot, file, name }: { slot: Slot; file: RecordingFile; name: string }) {
  const words = useText().check;
  if (slot.source?.kind !== "file") return null;
  return slot.source.files.map((one, index, { length }) => (
    <CopyWithoutIdentity
      key={`${index} ${one.file.name}`}
      file={one.file}
      variant={file.parts[index]?.variant ?? file.variant}
      name={length > 1 ? words.files.numbered(name, index + 1) : name}
      which={length > 1 ? one.file.name : undefined}
    />
  ));
}

function Coding({ slot, visit, name, memory }: Shown) {
  const text = useText();
  const { codes } = slot.options;
  const { still_face: read } = visit;
  const isRead = read.reason === "";
  return (
    <Part
      memory={memory}
      name={text.coding.title}
      said={isRead ? text.coding.isRead : codes === "" ? text.coding.none : told(read, "reason", text)}
      saysInside={!isRead && codes !== ""}
      open={!visit.recorded}
    >
      {() => <CodingEditor slot={slot} visit={visit} name={name} />}
    </Part>
  );
}

function Facts({ facts }: { facts: [string, string][] }) {
  return (
    <dl class="facts">
      {facts.map(([term, value]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

type Words = Text["check"];

/** "2; 12:00 recorded of 14:10". */
function filesOf({ parts, duration_s }: RecordingFile, words: Words): string {
  const endS = Math.max(...parts.map(({ end_s }) => end_s));
  return words.files.said(parts.length, duration(duration_s), duration(endS));
}

/** "13, all recognised". */
function channelsOf({ channels }: RecordingFile, words: Words): string {
  const signals = channels.filter(({ kind }) => kind !== "annotation");
  const unknown = signals.filter(({ certainty }) => certainty === "unknown");
  return words.channelsFound(
    signals.length,
    unknown.slice(0, 3).map(({ label }) => label || words.noLabel),
    unknown.length,
  );
}

/** The pairs whose asymmetry is formed, and against what if the labels say so; or why there is none. */
function brainOf({ eeg }: Visit, text: Text): string {
  if (eeg.reason !== "") return told(eeg, "reason", text);
  const formed = eeg.asymmetry.filter(({ faa_ln }) => faa_ln !== null);
  const [first] = eeg.asymmetry;
  const pairs = formed.map(({ left, right }) => `${left}–${right}`).join(", ");
  if (pairs === "") return first ? told(first, "reason", text) : "";
  const against = eeg.recorded_against.join(", ");
  return against === "" ? pairs : `${pairs}; ${text.check.against(against)}`;
}

/** "ECG, 146 a minute". */
function heartOf({ heart }: Visit, text: Text): string {
  if (heart.reason !== "") return told(heart, "reason", text);
  const rate = heart.heart_rate_bpm;
  return [told(heart, "source", text), rate === null ? "" : text.check.aMinute(fixed(rate, 0))]
    .filter(Boolean)
    .join(", ");
}

/** "0.62 Hz, from the beats (84 % of the segments)". */
function breathingOf({ heart }: Visit, words: Words): string {
  const { breathing_rate_hz: hz, breathing_source: source, breathing_certainty: share } = heart;
  if (hz === null || share === null) return words.breathingUnknown;
  return words.breathingFound(fixed(hz, 2), source, Math.round(100 * share));
}

/** "Rest 2 min, Recovery 2 min". */
const phasesOf = ({ phases }: Visit): string =>
  phases.map(({ name, start_s, end_s }) => `${name} ${duration(end_s - start_s)}`).join(", ");

/** Segments that follow one another within this are parted by a pause or cut whose length the file does not give. */
const shortestGapS = 0.001;

/** What the file marks as bad, and where it was interrupted. */
function leftOutOf(file: RecordingFile, text: Text): string {
  const words = text.check;
  const between = file.segments.slice(1).map((segment, i) => {
    return segment.start_s - (file.segments[i]?.end_s ?? segment.start_s);
  });
  const gaps = between.filter((seconds) => seconds > shortestGapS);
  const marked = unitedS(file.left_out);
  return [
    marked > 0 ? duration(marked) : words.nothingLeftOut,
    gaps.length > 0 && words.gapCount(gaps.length, duration(gaps.reduce((sum, seconds) => sum + seconds, 0))),
    gaps.length < between.length && words.cutCount(between.length - gaps.length),
    between.length === 0 && words.noGaps,
  ]
    .filter(Boolean)
    .join(text.semicolon);
}
