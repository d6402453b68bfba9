// The heart's evidence: beat-by-beat series, RSA of each epoch, and every measure per visit and phase.
import type { Heart, Report, Visit } from "#report";
import { EpochChart } from "../../charts/epochs";
import { Figure } from "../../charts/figure";
import { endOf } from "../../charts/phase-strip";
import { Poincare } from "../../charts/poincare";
import { breathingHz, RrSpectrum } from "../../charts/rr-spectrum";
import { Tachogram } from "../../charts/tachogram";
import { InlineMark, visitStyle } from "../../charts/visits";
import { fixed, plain } from "../../format";
import { useText } from "../../text/text";
import { EpochTable, PhaseTables, RrTable, ScatterTable } from "./heart-tables";
import { isRecorded, MeasureTable, measuresOf } from "./measures";
import { SpecificationSection } from "./specification";

export function HeartSection({ report }: { report: Report }) {
  const text = useText();
  const words = text.report.heart;
  const { visits } = report;
  const shown = visits.flatMap((visit, index) => (visit.heart.reason === "" ? [{ visit, index }] : []));
  const first = shown[0]?.visit.heart;
  if (!isRecorded(report, "heart")) return null;
  return (
    <section class="evidence" aria-labelledby="heart-title">
      <h2 id="heart-title">
        {words.title} {first && <small>{caption(words.caption, first)}</small>}
      </h2>
      {visits.map(
        (visit, index) =>
          visit.heart.reason !== "" && (
            <p key={index} class="absent">
              {words.noHeart(text.visit(index), visit.heart.reason)}
            </p>
          ),
      )}
      {shown.length > 0 && (
        <>
          <MeasureTable
            report={report}
            measures={measuresOf(report, "heart")}
            label={text.report.tableOf(words.title)}
            how={words.how}
          />
          <SpecificationSection report={report} domain="heart" />
          <OverTime visits={visits} shown={shown} />
          <PhaseTables visits={visits} measures={report.measures} />
          <Spectrum visits={visits} shown={shown} />
          <Scatter visits={visits} shown={shown} />
        </>
      )}
    </section>
  );
}

/** What the figures draw: all visits, and of them those that have a heart to show, with their places. */
interface Drawn {
  visits: Visit[];
  shown: { visit: Visit; index: number }[];
}

/** Beat by beat, and epoch by epoch. */
function OverTime({ visits, shown }: Drawn) {
  const words = useText().report.heart;
  const endS = Math.max(...visits.map(endOf));
  return (
    <div class="two">
      <Figure
        title={words.tachogram}
        unit={words.tachogramUnit}
        how={words.tachogramHow}
        table={() => <EpochTable visits={visits} column="mean_nn_ms" name={words.meanNn} decimals={0} />}
      >
        {shown.map(({ visit, index }) => (
          <div key={index} class="panel">
            <PanelTitle index={index} />
            <Tachogram visit={visit} index={index} visits={visits} endS={endS} />
          </div>
        ))}
      </Figure>
      <Figure
        title={words.epochs}
        unit={words.epochsUnit}
        how={words.epochsHow}
        table={() => <EpochTable visits={visits} column="rsa_ln_ms2" name={words.rsa} decimals={2} />}
      >
        {shown.map(({ visit, index }) => (
          <div key={index} class="panel">
            <PanelTitle index={index} />
            <EpochChart visit={visit} index={index} visits={visits} endS={endS} />
          </div>
        ))}
      </Figure>
    </div>
  );
}

function Spectrum({ visits, shown }: Drawn) {
  const words = useText().report.heart;
  if (!shown.some(({ visit }) => visit.heart.rr_spectrum.frequency_hz.length > 0)) return null;
  return (
    <Figure
      title={words.spectrum}
      unit={words.spectrumUnit}
      how={words.spectrumHow}
      table={() => <RrTable visits={visits} />}
    >
      <RrSpectrum visits={visits} />
      <LineKey visits={visits} />
    </Figure>
  );
}

/** Which line is which visit, and how fast the infant breathed then. */
function LineKey({ visits }: { visits: Visit[] }) {
  const text = useText();
  return (
    <p class="side-key">
      {visits.map((visit, index) => {
        const { color, dash } = visitStyle(index);
        const hz = breathingHz(visit);
        return (
          <span key={index}>
            <svg viewBox="0 0 20 10" aria-hidden="true">
              <line x1="0" x2="20" y1="5" y2="5" stroke={color} stroke-dasharray={dash} class="spectrum" />
            </svg>{" "}
            {hz === null
              ? text.visit(index)
              : text.named(text.visit(index), text.report.heart.breathing(fixed(hz, 2)))}
          </span>
        );
      })}
    </p>
  );
}

function Scatter({ visits, shown }: Drawn) {
  const words = useText().report.heart;
  return (
    <Figure
      title={words.poincare}
      unit={words.tachogramUnit}
      how={words.poincareHow}
      table={() => <ScatterTable visits={visits} />}
    >
      <div class="two square">
        {shown.map(({ visit, index }) => (
          <div key={index} class="panel">
            <PanelTitle index={index} />
            <Poincare visit={visit} index={index} visits={visits} />
          </div>
        ))}
      </div>
    </Figure>
  );
}

function caption(words: (source: string, low: string, high: string) => string, heart: Heart) {
  return words(heart.source, plain(heart.rsa_band_low_hz), plain(heart.rsa_band_high_hz));
}

export function PanelTitle({ index }: { index: number }) {
  const text = useText();
  return (
    <p class="panel-title">
      <InlineMark visit={index} /> {text.visit(index)}
    </p>
  );
}
