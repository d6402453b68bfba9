// The brain's evidence: the spectra behind the asymmetry, every pair and way of taking power, and which windows
// were used.
import type { Asymmetry, Report, Sensitivity, Visit } from "#report";
import { Disclosure, Figure } from "../../charts/figure";
import { endOf } from "../../charts/phase-strip";
import { capital } from "../../charts/specification";
import { channelAt, type Pair, PairSpectra } from "../../charts/spectra";
import { numeric, TableBox, TableHead } from "../../charts/table";
import { visitStyle } from "../../charts/visits";
import { reasonsIn, WindowTimeline } from "../../charts/windows";
import { between, clock, plain, precise } from "../../format";
import { useText } from "../../text/text";
import { BackgroundTable } from "./background";
import { AsymmetryFigure, TopographyFigure } from "./brain-figures";
import { EstimateCell } from "./cells";
import { PanelTitle } from "./heart";
import { isRecorded, MeasureTable, measuresOf } from "./measures";
import { SpecificationSection } from "./specification";
import { VisitTable } from "./visit-table";

export function BrainSection({ report }: { report: Report }) {
  const text = useText();
  const words = text.report.brain;
  const { visits } = report;
  const shown = visits.flatMap((visit, index) => (visit.eeg.reason === "" ? [{ visit, index }] : []));
  const first = shown[0]?.visit.eeg;
  const pair = report.provenance.settings.eeg.pairs[0];
  if (!isRecorded(report, "brain")) return null;
  return (
    <section class="evidence" aria-labelledby="brain-title">
      <h2 id="brain-title">
        {words.title}{" "}
        {first && (
          <small>{words.caption(plain(first.band_low_hz), plain(first.band_high_hz), first.reference)}</small>
        )}
      </h2>
      {visits.map(
        (visit, index) =>
          visit.eeg.reason !== "" && (
            <p key={index} class="absent">
              {words.noBrain(text.visit(index), visit.eeg.reason)}
            </p>
          ),
      )}
      {shown.length > 0 && (
        <>
          <p class="sign">{words.sign}</p>
          <MeasureTable
            report={report}
            measures={measuresOf(report, "brain")}
            label={text.report.tableOf(words.title)}
            how={words.how}
          />
          <SpecificationSection report={report} domain="brain">
            <SensitivityTable visits={visits} />
          </SpecificationSection>
          <AsymmetryFigure report={report} />
          {pair && <SpectraFigure visits={visits} shown={shown} pair={pair} />}
          <WindowsFigure visits={visits} shown={shown} />
          <BackgroundTable visits={visits} pair={pair} />
          <TopographyFigure visits={visits} />
          <PhaseAsymmetry visits={visits} pair={pair} />
        </>
      )}
    </section>
  );
}

/** Visits that have EEG, each with its place. */
type WithEeg = { visit: Visit; index: number }[];

function SpectraFigure({ visits, shown, pair }: { visits: Visit[]; shown: WithEeg; pair: Pair }) {
  const words = useText().report.brain;
  return (
    <Figure
      title={words.spectra(pair.left, pair.right)}
      unit={words.spectraUnit}
      how={words.spectraHow}
      table={() => <SpectrumTable visits={visits} pair={pair} />}
    >
      <div class="panels">
        {shown.map(({ visit, index }) => (
          <div key={index} class="panel">
            <div class="panel-head">
              <PanelTitle index={index} />
              <SideKey pair={pair} index={index} />
            </div>
            <PairSpectra visit={visit} index={index} visits={visits} pair={pair} />
          </div>
        ))}
      </div>
    </Figure>
  );
}

function WindowsFigure({ visits, shown }: { visits: Visit[]; shown: WithEeg }) {
  const words = useText().report.brain;
  const endS = Math.max(...visits.map(endOf));
  return (
    <Figure title={words.windows} how={words.windowsHow} table={() => <TimelineTable visits={visits} />}>
      <div class="panels">
        {shown.map(({ visit, index }) => (
          <div key={index} class="panel">
            <PanelTitle index={index} />
            <WindowTimeline visit={visit} index={index} endS={endS} reasons={reasonsIn(visits)} />
          </div>
        ))}
      </div>
    </Figure>
  );
}

/** Which line of the spectra is which site. */
function SideKey({ pair, index }: { pair: Pair; index: number }) {
  const text = useText();
  return (
    <p class="side-key">
      <svg viewBox="0 0 20 10" aria-hidden="true">
        <line x1="0" x2="20" y1="5" y2="5" class="spectrum thin plain-line" />
      </svg>
      {pair.left} {text.report.brain.left}
      <svg viewBox="0 0 20 10" aria-hidden="true">
        <line x1="0" x2="20" y1="5" y2="5" stroke={visitStyle(index).color} class="spectrum" />
      </svg>
      {pair.right} {text.report.brain.right}
    </p>
  );
}

function SpectrumTable({ visits, pair }: { visits: Visit[]; pair: Pair }) {
  const text = useText();
  const columns = visits.flatMap((visit, index) =>
    [pair.left, pair.right].flatMap((site) => {
      const channel = channelAt(visit, site);
      return channel ? [{ name: `${text.visit(index)} ${site}`, channel }] : [];
    }),
  );
  const frequencies = columns[0]?.channel.frequency_hz.filter((hz) => hz >= 1 && hz <= 20) ?? [];
  return (
    <TableBox label={text.report.brain.spectra(pair.left, pair.right)}>
      <table>
        <TableHead
          columns={[text.report.columns.frequency, ...numeric(...columns.map(({ name }) => name))]}
        />
        <tbody>
          {frequencies.map((hz) => (
            <tr key={hz}>
              <th scope="row">{plain(hz)}</th>
              {columns.map(({ name, channel }) => {
                const bin = channel.frequency_hz.indexOf(hz);
                const power = channel.psd_uv2_per_hz[bin];
                const low = channel.psd_ci_low[bin];
                const high = channel.psd_ci_high[bin];
                return (
                  <td key={name} class="n">
                    {power === undefined ? text.report.noNumber : precise(power, 3)}
                    {low !== undefined && high !== undefined && (
                      <small>{between(precise(low, 3), precise(high, 3))}</small>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}

const pairName = ({ left, right }: Pair): string => `${right} − ${left}`;

function TimelineTable({ visits }: { visits: Visit[] }) {
  const text = useText();
  return (
    <TableBox label={text.report.brain.windows}>
      <table>
        <TableHead
          columns={[
            text.report.columns.visit,
            ...numeric(text.report.columns.start, text.check.phaseColumns.end),
            text.report.columns.used,
          ]}
        />
        <tbody>
          {visits.flatMap((visit, index) =>
            visit.eeg.timeline.map((run) => (
              <tr key={`${index} ${run.start_s}`}>
                <td class="visit-name">{text.visit(index)}</td>
                <td class="n">{clock(run.start_s)}</td>
                <td class="n">{clock(run.end_s)}</td>
                <td>
                  {run.reason === "none"
                    ? text.report.yes
                    : text.named(text.report.no, text.report.rejection[run.reason] ?? "")}
                </td>
              </tr>
            )),
          )}
        </tbody>
      </table>
    </TableBox>
  );
}

function PhaseAsymmetry({ visits, pair }: { visits: Visit[]; pair: Pair | undefined }) {
  const text = useText();
  const words = text.report.brain;
  const ofPair = (entry: Asymmetry) => pair && entry.left === pair.left && entry.right === pair.right;
  const perVisit = visits.map((visit) => visit.eeg.phase_asymmetry.filter(ofPair));
  const names = [...new Set(perVisit.flatMap((entries) => entries.map((entry) => entry.phase)))];
  if (names.length === 0) return null;
  return (
    <div class="block">
      <h3>{words.phases}</h3>
      <VisitTable
        label={words.phases}
        first={text.report.columns.phase}
        names={names}
        visits={visits.length}
        cell={(line, index) => (
          <EstimateCell
            key={index}
            estimate={perVisit[index]?.find(({ phase }) => phase === names[line])?.absolute}
            decimals={2}
          />
        )}
      />
    </div>
  );
}

function SensitivityTable({ visits }: { visits: Visit[] }) {
  const text = useText();
  const words = text.report.brain;
  const nameOf = (entry: Sensitivity) =>
    `${capital(entry.choice).replace(/(\d)-(?=\d)/, "$1–")}, ${pairName(entry)}`;
  const names = [...new Set(visits.flatMap((visit) => visit.eeg.sensitivity.map(nameOf)))];
  if (names.length === 0) return null;
  return (
    <div class="block">
      <h3>{words.sensitivity}</h3>
      <VisitTable
        label={words.sensitivity}
        first={words.choice}
        names={names}
        visits={visits.length}
        cell={(line, index) => (
          <EstimateCell
            key={index}
            estimate={visits[index]?.eeg.sensitivity.find((entry) => nameOf(entry) === names[line])?.faa_ln}
            decimals={2}
          />
        )}
      />
      <Disclosure summary={text.report.howToRead}>{() => <p>{words.sensitivityHow}</p>}</Disclosure>
    </div>
  );
}
