// What was found in each recording, before anyone believes its numbers.

import type { Phase, RecordingFile, Visit } from "#report";
import { useAppState, useSession } from "../../app/context";
import type { Slot } from "../../app/state";
import { TableBox } from "../../charts/figure";
import { PhaseStrip } from "../../charts/phase-strip";
import { InlineMark } from "../../charts/visits";
import { bytes, clock, dateTime, duration, plain, unitText } from "../../format";
import { useText } from "../../text/text";
import { Diagnostics } from "../diagnostics";
import { FailureText } from "../failure";
import { AgeField } from "./age";
import { CopyWithoutIdentity } from "./copy";
import { HeartList } from "./heart-list";

export function CheckScreen() {
  const text = useText();
  const { slots } = useAppState();
  const filled = slots.flatMap((slot, index) => (slot.source ? [{ slot, index }] : []));
  return (
    <section class="paper check">
      <h1>{text.check.title}</h1>
      {filled.length === 0 ? (
        <>
          <p class="lead">{text.check.empty}</p>
          <a class="button primary" href="#open">
            {text.check.toOpen}
          </a>
        </>
      ) : (
        <p class="note">{text.check.lead}</p>
      )}
      {filled.map(({ slot, index }) => (
        <VisitCheck key={slot.key} slot={slot} index={index} />
      ))}
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
      {state.kind === "ready" && <Findings slot={slot} visit={state.visit} name={text.visit(index)} />}
    </section>
  );
}

function Findings({ slot, visit, name }: { slot: Slot; visit: Visit; name: string }) {
  const text = useText();
  const { file } = visit;
  const gapS = file.segments.slice(1).reduce((sum, segment, i) => {
    return sum + segment.start_s - (file.segments[i]?.end_s ?? segment.start_s);
  }, 0);
  const facts: [string, string][] = [
    [text.check.start, file.start ? dateTime(file.start, text.locale) : text.check.startUnknown],
    [text.check.duration, duration(file.duration_s)],
    [
      text.check.gaps,
      file.segments.length > 1
        ? text.check.gapCount(file.segments.length - 1, duration(gapS))
        : text.check.noGaps,
    ],
    [text.check.format, `${file.variant}, ${bytes(file.bytes)}`],
    [text.check.heart, visit.heart.reason || visit.heart.source],
    [text.check.brain, visit.eeg.reason || pairsOf(visit)],
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
      <HeartList slot={slot} name={name} />
      <h3>{text.check.diagnostics}</h3>
      {diagnostics.length === 0 ? (
        <p class="note">{text.check.noDiagnostics}</p>
      ) : (
        <Diagnostics list={diagnostics} />
      )}
      <h3>{text.check.phases}</h3>
      <PhaseStrip visit={visit} />
      {visit.phases.length === 0 ? (
        <p class="note">{text.check.noPhases}</p>
      ) : (
        <PhaseTable phases={visit.phases} label={`${text.check.phases}, ${name}`} />
      )}
      <h3>{text.check.channels}</h3>
      <ChannelTable file={file} label={`${text.check.channels}, ${name}`} />
      {slot.source?.kind === "file" && (
        <CopyWithoutIdentity file={slot.source.file} variant={file.variant} name={name} />
      )}
    </>
  );
}

/** The pairs whose asymmetry is formed ("F3–F4, P3–P4"), or why there is none. */
function pairsOf({ eeg }: Visit): string {
  const formed = eeg.asymmetry.filter(({ faa_ln }) => faa_ln !== null);
  return formed.map(({ left, right }) => `${left}–${right}`).join(", ") || (eeg.asymmetry[0]?.reason ?? "");
}

function PhaseTable({ phases, label }: { phases: Phase[]; label: string }) {
  const text = useText();
  const columns = text.check.phaseColumns;
  return (
    <TableBox label={label}>
      <table>
        <thead>
          <tr>
            <th scope="col">{columns.name}</th>
            <th scope="col">{columns.kind}</th>
            <th scope="col" class="n">
              {columns.start}
            </th>
            <th scope="col" class="n">
              {columns.end}
            </th>
            <th scope="col" class="n">
              {columns.length}
            </th>
          </tr>
        </thead>
        <tbody>
          {phases.map((phase, index) => (
            <tr key={index}>
              <th scope="row">{phase.name}</th>
              <td>{text.check.phaseKind[phase.kind]}</td>
              <td class="n">{clock(phase.start_s)}</td>
              <td class="n">{clock(phase.end_s)}</td>
              <td class="n">{duration(phase.end_s - phase.start_s)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}

function ChannelTable({ file, label }: { file: RecordingFile; label: string }) {
  const text = useText();
  const columns = text.check.channelColumns;
  return (
    <TableBox label={label}>
      <table class="channels">
        <thead>
          <tr>
            <th scope="col">{columns.label}</th>
            <th scope="col">{columns.kind}</th>
            <th scope="col">{columns.certainty}</th>
            <th scope="col">{columns.use}</th>
            <th scope="col">{columns.unit}</th>
            <th scope="col" class="n">
              {columns.rate}
            </th>
            <th scope="col">{columns.prefilter}</th>
          </tr>
        </thead>
        <tbody>
          {file.channels.map((channel, index) => (
            <tr key={index}>
              <th scope="row">{channel.label}</th>
              <td>
                {text.check.kind[channel.kind] ?? channel.kind}
                {channel.site && ` ${channel.site}`}
              </td>
              <td>{text.check.certainty[channel.certainty] ?? channel.certainty}</td>
              <td>{channel.use}</td>
              <td>{unitText(channel.unit) || "–"}</td>
              <td class="n">{channel.sample_rate_hz > 0 ? plain(channel.sample_rate_hz) : "–"}</td>
              <td>{channel.prefilter || "–"}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}
