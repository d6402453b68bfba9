// What may be said of two hearts: the sentences first, then both courses, the curve over lags, and each phase.
import type { Dyad, DyadCoupling, DyadStretch } from "#report";
import { useAppState, useSession } from "../../app/context";
import type { PairState } from "../../app/pair";
import { Disclosure, Figure } from "../../charts/figure";
import { HeartCourses, hearts, LagCurve } from "../../charts/heart-courses";
import { numeric, TableBox, TableHead } from "../../charts/table";
import { between, clock, fixed, probability } from "../../format";
import type { Text } from "../../text/en";
import { useTold } from "../../text/said";
import { useText } from "../../text/text";
import { Diagnostics } from "../diagnostics";
import { asProgram, nameFor, saveBlob, saveJson } from "../save";
import { Steady } from "../steady";

const measures = ["heart_period", "rsa"] as const;
type Measure = (typeof measures)[number];

export function PairResults({ dyad: original, example }: { dyad: Dyad; example: PairState["example"] }) {
  const words = useText().pair;
  const dyad = useTold(original);
  return (
    <>
      {measures.map((measure) => (
        <p key={measure} class="lead">
          <Steady text={dyad.task[measure].sentence} />
        </p>
      ))}
      {dyad.mother && dyad.infant && (
        <p class="note">
          <Steady text={dyad.clock.sentence} />
        </p>
      )}
      <p class="note">
        {(["mother", "infant"] as const).flatMap((who) => {
          const heart = dyad[who];
          if (!heart) return [];
          const band = `${fixed(heart.rsa_low_hz, 2)}–${fixed(heart.rsa_high_hz, 2)} Hz`;
          return [
            <span key={who} class="side-key">
              {words.heartOf(words.hearts[who], heart.source, heart.preset_reason, band)}
            </span>,
          ];
        })}
      </p>
      {dyad.diagnostics.length > 0 && <Diagnostics list={dyad.diagnostics} />}
      {dyad.change && (
        <section>
          <h2>{words.change}</h2>
          {measures.map((measure) => (
            <p key={measure}>
              <Steady text={dyad.change?.[measure].sentence ?? ""} />
            </p>
          ))}
        </section>
      )}
      <Courses dyad={dyad} />
      <Lags dyad={dyad} />
      <Phases dyad={dyad} />
      <Save dyad={original} isExample={example !== null} />
      {example && <PutIn truth={example.truth} />}
      <Disclosure summary={words.methods}>
        {() => dyad.methods.map((method) => <p key={method}>{method}</p>)}
      </Disclosure>
    </>
  );
}

function Save({ dyad, isExample }: { dyad: Dyad; isExample: boolean }) {
  const text = useText();
  const words = text.pair;
  const session = useSession();
  const { infant } = useAppState();
  const workName = nameFor(infant.participant, text.exports.workName);
  return (
    <p class="row pair-save">
      <button type="button" class="button small" onClick={() => save(dyad, words.fileName)}>
        {words.save}
      </button>
      {!isExample && (
        <button type="button" class="button small" onClick={() => saveJson(session.sessionFile(), workName)}>
          {text.exports.saveWork}
        </button>
      )}
      <button type="button" class="button small" onClick={() => window.print()}>
        {text.report.print}
      </button>
      <span class="note">{words.saveHint}</span>
    </p>
  );
}

/** What a phase is called in figures and tables: by its kind where that is known, else as the recording has it. */
function phaseName({ kind, phase }: DyadStretch, text: Text): { name: string; own: boolean } {
  return kind === "other"
    ? { name: phase, own: true }
    : { name: text.check.phaseKind[kind] ?? phase, own: false };
}

/** As the program prints it; what phases are called in the recording stays here. */
function save(dyad: Dyad, fileName: string): void {
  const phases = dyad.phases.map((stretch) => ({ ...stretch, phase: stretch.kind }));
  saveBlob(new Blob([asProgram({ ...dyad, phases })], { type: "application/json" }), fileName);
}

function HeartKey() {
  const words = useText().pair;
  return (
    <p class="key">
      {(["mother", "infant"] as const).map((who) => (
        <span key={who} class="side-key">
          <svg viewBox="0 0 20 10" aria-hidden="true">
            <line
              x1="0"
              x2="20"
              y1="5"
              y2="5"
              stroke-width="2"
              stroke={hearts[who].color}
              stroke-dasharray={hearts[who].dash}
            />
          </svg>
          {words.hearts[who]}
        </span>
      ))}
    </p>
  );
}

function Courses({ dyad }: { dyad: Dyad }) {
  const text = useText();
  const words = text.pair;
  const { courses } = dyad;
  const of = {
    heart_period: [courses.mother_heart_period_ms, courses.infant_heart_period_ms] as const,
    rsa: [courses.mother_rsa_ln_ms2, courses.infant_rsa_ln_ms2] as const,
  };
  const phases = dyad.phases.map((stretch) => ({ ...stretch, ...phaseName(stretch, text) }));
  return (
    <div class="panels">
      {measures.map((measure) => (
        <Figure
          key={measure}
          title={words.courses(words.measures[measure])}
          unit={words.units[measure]}
          how={words.coursesHow}
          table={() => (
            <CourseTable
              title={words.courses(words.measures[measure])}
              timeS={courses.time_s}
              values={of[measure]}
              decimals={measure === "rsa" ? 2 : 0}
            />
          )}
        >
          <HeartKey />
          <HeartCourses
            label={words.courses(words.measures[measure])}
            timeS={courses.time_s}
            mother={of[measure][0]}
            infant={of[measure][1]}
            phases={phases}
            unit={text.report.minutes}
          />
        </Figure>
      ))}
    </div>
  );
}

/** Both courses at every tenth of their steps. */
function CourseTable(props: {
  title: string;
  timeS: number[];
  values: readonly [(number | null)[], (number | null)[]];
  decimals: number;
}) {
  const text = useText();
  const { hearts: names } = text.pair;
  const shown = props.timeS.flatMap((time, index) => (index % 10 === 0 ? [{ time, index }] : []));
  return (
    <TableBox label={text.report.tableOf(props.title)}>
      <table>
        <TableHead columns={numeric(text.pair.time, names.mother, names.infant)} />
        <tbody>
          {shown.map(({ time, index }) => (
            <tr key={index}>
              <td class="n">{clock(time)}</td>
              {props.values.map((values, heart) => (
                <td key={heart === 0 ? "mother" : "infant"} class="n">
                  {typeof values[index] === "number" ? fixed(values[index], props.decimals) : "–"}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}

function Lags({ dyad }: { dyad: Dyad }) {
  const words = useText().pair;
  const shown = measures.filter((measure) => dyad.task[measure].r.length > 0);
  return (
    <div class="panels">
      {shown.map((measure) => (
        <Figure
          key={measure}
          title={words.lags(words.measures[measure])}
          how={words.lagsHow}
          table={() => <LagTable coupling={dyad.task[measure]} title={words.lags(words.measures[measure])} />}
        >
          <LagCurve
            label={words.lags(words.measures[measure])}
            lagS={dyad.task[measure].lag_s}
            r={dyad.task[measure].r}
            chance={dyad.task[measure].chance_peak_r}
            peak={peakOf(dyad.task[measure])}
            ends={[words.infantFirst, words.motherFirst]}
          />
        </Figure>
      ))}
    </div>
  );
}

/** Where no coupling is found the highest of chance is no peak to point at, and has no lag. */
function peakOf({ peak_lag_s, peak_lag_low_s, peak_lag_high_s, peak_r }: DyadCoupling) {
  if (peak_lag_s === null || peak_lag_low_s === null || peak_lag_high_s === null || peak_r === null)
    return null;
  return { lag: peak_lag_s, low: peak_lag_low_s, high: peak_lag_high_s, r: peak_r };
}

function LagTable({ coupling, title }: { coupling: DyadCoupling; title: string }) {
  const text = useText();
  return (
    <TableBox label={text.report.tableOf(title)}>
      <table>
        <TableHead columns={numeric(text.pair.lag, text.pair.r)} />
        <tbody>
          {coupling.lag_s.map((lag, index) => (
            <tr key={lag}>
              <td class="n">{fixed(lag, 0)}</td>
              <td class="n">{fixed(coupling.r[index] ?? 0, 2)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}

function Phases({ dyad }: { dyad: Dyad }) {
  const text = useText();
  const words = text.pair;
  const { columns } = words;
  return (
    <section class="evidence" aria-labelledby="pair-phases">
      <h2 id="pair-phases">{words.table}</h2>
      <p class="note">{dyad.phases.length > 0 ? words.tableNote : words.noPhases}</p>
      <TableBox label={text.report.tableOf(words.table)}>
        <table>
          <TableHead
            columns={[
              columns.phase,
              columns.measure,
              ...numeric(words.hearts.mother, words.hearts.infant),
              columns.found,
              ...numeric(columns.peak, columns.chance, columns.lag, columns.index, columns.p),
            ]}
          />
          {[dyad.task, ...dyad.phases].map((stretch, index) => (
            <tbody key={stretch.start_s + index}>
              {measures.map((measure) => (
                <tr key={measure}>
                  {measure === "heart_period" && (
                    <th scope="rowgroup" rowSpan={2}>
                      {index === 0 ? words.task : phaseName(stretch, text).name}
                    </th>
                  )}
                  <MeasureCells stretch={stretch} measure={measure} />
                </tr>
              ))}
            </tbody>
          ))}
        </table>
      </TableBox>
    </section>
  );
}

function MeasureCells({ stretch, measure }: { stretch: DyadStretch; measure: Measure }) {
  const words = useText().pair;
  const c = stretch[measure];
  const means =
    measure === "rsa"
      ? [stretch.mother_rsa_ln_ms2, stretch.infant_rsa_ln_ms2]
      : [stretch.mother_heart_period_ms, stretch.infant_heart_period_ms];
  const decimals = measure === "rsa" ? 2 : 0;
  return (
    <>
      <td>
        {words.measures[measure]}, {words.units[measure]}
      </td>
      {means.map((mean, index) => (
        <td key={index} class="n">
          {mean === null ? "–" : fixed(mean, decimals)}
        </td>
      ))}
      <td>{words.found[c.verdict === "coupled" ? c.first : c.verdict]}</td>
      <Measured value={c.peak_r} low={c.peak_r_low} high={c.peak_r_high} decimals={2} />
      <Measured value={c.chance_peak_r} decimals={2} />
      <Measured value={c.peak_lag_s} low={c.peak_lag_low_s} high={c.peak_lag_high_s} decimals={1} />
      <Measured
        value={c.lead_lag_index}
        low={c.lead_lag_index_low}
        high={c.lead_lag_index_high}
        decimals={2}
      />
      <td class="n">{c.p_adjusted === null ? "–" : probability(c.p_adjusted).replace("= ", "")}</td>
    </>
  );
}

function Measured(props: {
  value: number | null;
  low?: number | null;
  high?: number | null;
  decimals: number;
}) {
  const { value, low = null, high = null, decimals } = props;
  return (
    <td class="n">
      {value === null ? "–" : fixed(value, decimals)}
      {low !== null && high !== null && <small>{between(fixed(low, decimals), fixed(high, decimals))}</small>}
    </td>
  );
}

/** Of a simulated pair, shown on request, so that one can guess first. */
function PutIn({ truth }: { truth: NonNullable<PairState["example"]>["truth"] }) {
  const text = useText();
  const words = text.pair;
  const phases = JSON.parse(truth.phases) as { name: string; kind: string; strength: number }[];
  return (
    <Disclosure summary={words.truth}>
      {() => (
        <>
          <p>{words.put(truth.leads, fixed(Math.abs(truth.lagS), 0))}</p>
          <ul>
            {phases.map(({ name, kind, strength }) => (
              <li key={name}>
                {text.named(text.check.phaseKind[kind] ?? name, `${words.strength} ${fixed(strength, 2)}`)}
              </li>
            ))}
          </ul>
        </>
      )}
    </Disclosure>
  );
}
