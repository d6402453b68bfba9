// The heart's figures as tables: every epoch, every phase, the spectrum and the scatter of the heart period.
import type { Estimate, HeartPhase, Measure, Report, Visit } from "#report";
import { Disclosure } from "../../charts/figure";
import { numeric, TableBox, TableHead } from "../../charts/table";
import { clock, fixed, precise } from "../../format";
import { useText } from "../../text/text";
import { EstimateCell } from "./cells";
import { VisitTable } from "./visit-table";

/** The spectrum of the heart period inside the RSA band, visit by visit. */
export function RrTable({ visits }: { visits: Visit[] }) {
  const text = useText();
  const words = text.report.heart;
  const spectra = visits.map(({ heart }) => heart.rr_spectrum);
  const band = visits.find(({ heart }) => heart.reason === "")?.heart;
  const frequencies = [...new Set(spectra.flatMap((spectrum) => spectrum.frequency_hz))]
    .filter((hz) => band && hz >= band.rsa_band_low_hz && hz <= band.rsa_band_high_hz)
    .sort((a, b) => a - b);
  return (
    <VisitTable
      label={text.report.tableOf(words.spectrum)}
      first={text.report.columns.frequency}
      names={frequencies.map((hz) => fixed(hz, 3))}
      visits={visits.length}
      cell={(line, index) => {
        const spectrum = spectra[index];
        const power = spectrum?.power_ms2_per_hz[spectrum.frequency_hz.indexOf(frequencies[line] ?? -1)];
        return (
          <td key={index} class="n">
            {power === undefined ? text.report.noNumber : precise(power, 3)}
          </td>
        );
      }}
    />
  );
}

type EpochColumn = "mean_nn_ms" | "rsa_ln_ms2";

export function EpochTable(props: { visits: Visit[]; column: EpochColumn; name: string; decimals: number }) {
  const text = useText();
  const columns = text.report.columns;
  return (
    <TableBox label={props.name}>
      <table>
        <TableHead
          columns={[
            columns.visit,
            ...numeric(columns.start),
            columns.phase,
            ...numeric(props.name),
            columns.used,
          ]}
        />
        <tbody>
          {props.visits.flatMap((visit, index) =>
            visit.heart.epochs.map((epoch) => {
              const value = epoch[props.column];
              return (
                <tr key={`${index} ${epoch.start_s}`}>
                  <td class="visit-name">{text.visit(index)}</td>
                  <td class="n">{clock(epoch.start_s)}</td>
                  <td>{epoch.phase || "–"}</td>
                  <td class="n">{value === null ? text.report.noNumber : fixed(value, props.decimals)}</td>
                  <td>{epoch.used ? text.report.yes : text.named(text.report.no, epoch.reason)}</td>
                </tr>
              );
            }),
          )}
        </tbody>
      </table>
    </TableBox>
  );
}

/** Measures whose ids are those of a phase's members too: title, unit and digits are theirs. */
const inPhases = ["rsa_ln_ms2", "rmssd_ms", "sdnn_ms", "heart_rate_bpm"] as const;

/** Heart measures in every phase; rows are phases, columns are visits. */
export function PhaseTables({ visits, measures }: Pick<Report, "visits" | "measures">) {
  const text = useText();
  const words = text.report.heart;
  const names = [...new Set(visits.flatMap((visit) => visit.heart.phases.map((phase) => phase.phase)))];
  if (names.length === 0) return null;
  // The title of the whole visit's RSA says so, which a phase's is not.
  const nameOf = ({ id, title, unit }: Measure) => (id === "rsa_ln_ms2" ? words.rsa : `${title}, ${unit}`);
  const columns: [string, (phase: HeartPhase) => Estimate, number][] = [
    ...inPhases.flatMap((id) =>
      measures
        .filter((measure) => measure.id === id)
        .map((measure): [string, (phase: HeartPhase) => Estimate, number] => [
          nameOf(measure),
          (phase) => phase[id],
          measure.decimals,
        ]),
    ),
    [words.meanNn, (phase) => phase.mean_nn_ms, 0],
  ];
  return (
    <div class="block">
      <h3>{words.perPhase}</h3>
      <TableBox label={words.perPhase}>
        <table>
          <TableHead
            columns={[
              text.report.columns.phase,
              text.report.columns.visit,
              ...numeric(...columns.map(([name]) => name), words.epochsUsed),
            ]}
          />
          {names.map((name) => (
            <tbody key={name}>
              {visits.map((visit, index) => {
                const phase = visit.heart.phases.find((candidate) => candidate.phase === name);
                return (
                  <tr key={index}>
                    {index === 0 && (
                      <th scope="rowgroup" rowSpan={visits.length}>
                        {name}
                      </th>
                    )}
                    <td class="visit-name">{text.visit(index)}</td>
                    {columns.map(([name, get, decimals]) => (
                      <EstimateCell key={name} estimate={phase && get(phase)} decimals={decimals} />
                    ))}
                    <td class="n">{phase ? words.ofEpochs(phase.epochs_used, phase.epochs_total) : "–"}</td>
                  </tr>
                );
              })}
            </tbody>
          ))}
        </table>
      </TableBox>
      <Disclosure summary={text.report.howToRead}>{() => <p>{words.perPhaseHow}</p>}</Disclosure>
    </div>
  );
}

/** SD1 and SD2: the scatter of the Poincaré plot across and along its diagonal. */
export function ScatterTable({ visits }: { visits: Visit[] }) {
  const text = useText();
  const words = text.report.heart;
  const cell = (value: number | null) => (value === null ? text.report.noNumber : fixed(value, 1));
  return (
    <TableBox label={text.report.tableOf(words.poincare)}>
      <table>
        <TableHead columns={[text.report.columns.visit, ...numeric(words.sd1, words.sd2)]} />
        <tbody>
          {visits.map(({ heart }, index) => (
            <tr key={index}>
              <th scope="row" class="visit-name">
                {text.visit(index)}
              </th>
              <td class="n">{cell(heart.sd1_ms)}</td>
              <td class="n">{cell(heart.sd2_ms)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}
