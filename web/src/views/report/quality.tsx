// How good each recording was, and what was left out of it.
import type { Report, Visit } from "#report";
import { numeric, TableBox, TableHead } from "../../charts/table";
import { fixed, wholeSeconds } from "../../format";
import { useText } from "../../text/text";
import { Diagnostics } from "../diagnostics";
import { VisitTable } from "./visit-table";

export function QualitySection({ report }: { report: Report }) {
  const text = useText();
  const words = text.report.quality;
  const { visits } = report;
  const cells = (cell: (visit: Visit) => string) =>
    visits.map((visit) => (visit.recorded ? cell(visit) : words.noRecording));
  const rows: [string, string[]][] = [
    [
      words.clean,
      cells(({ quality, eeg }) =>
        eeg.reason
          ? words.noChannel
          : words.cleanOf(wholeSeconds(quality.eeg_clean_s), wholeSeconds(quality.eeg_total_s)),
      ),
    ],
    [
      words.epochs,
      cells(({ quality, heart }) =>
        heart.reason
          ? words.noEcg
          : text.report.heart.ofEpochs(quality.heart_epochs_used, quality.heart_epochs_total),
      ),
    ],
    [
      words.edited,
      cells(({ quality, heart }) =>
        heart.reason ? words.noEcg : words.percent(fixed(quality.edited_beats_percent, 1)),
      ),
    ],
  ];
  return (
    <section class="evidence files" aria-labelledby="quality-title">
      <h2 id="quality-title">{words.title}</h2>
      <VisitTable
        label={text.report.tableOf(words.title)}
        first=""
        names={rows.map(([name]) => name)}
        visits={visits.length}
        cell={(line, index) => (
          <td key={index} class="n">
            {rows[line]?.[1][index]}
          </td>
        )}
      />
      <PairQuality report={report} />
      <ScoreQualities report={report} />
      <ChannelWindows report={report} />
      {visits.map((visit, index) => (
        <VisitDiagnostics key={index} visit={visit} index={index} />
      ))}
    </section>
  );
}

function VisitDiagnostics({ visit, index }: { visit: Visit; index: number }) {
  const text = useText();
  const list = [...visit.diagnostics, ...visit.heart.diagnostics, ...visit.eeg.diagnostics];
  if (list.length === 0) return null;
  return (
    <div class="block">
      <h3>{text.named(text.report.quality.diagnostics, text.visit(index))}</h3>
      <Diagnostics list={list} />
    </div>
  );
}

/** How much clean signal each asymmetry rests on, and its measurement error by both ways. */
function PairQuality({ report }: { report: Report }) {
  const text = useText();
  const words = text.report.quality;
  const rows = report.visits.flatMap((visit, index) => visit.eeg.asymmetry.map((pair) => ({ pair, index })));
  if (rows.length === 0) return null;
  const number = (value: number | null) => (value === null ? text.report.noNumber : fixed(value, 3));
  return (
    <div class="block">
      <h3>{words.pairsTitle}</h3>
      <TableBox label={words.pairsTitle}>
        <table>
          <TableHead
            columns={[
              words.pair,
              text.report.columns.visit,
              ...numeric(words.cleanSeconds, words.coherence, words.sme, words.closedForm),
              words.level,
            ]}
          />
          <tbody>
            {rows.map(({ pair, index }, row) => (
              <tr key={row}>
                <th scope="row">
                  {pair.right} − {pair.left}
                </th>
                <td class="visit-name">{text.visit(index)}</td>
                <td class="n">{wholeSeconds(pair.clean_s)}</td>
                <td class="n">{number(pair.coherence)}</td>
                <td class="n">{number(pair.absolute_quality.sme)}</td>
                <td class="n">{number(pair.faa_se_closed_form)}</td>
                <td>
                  {text.report.certainty[pair.level]}
                  {pair.reason && <small>{pair.reason}</small>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableBox>
    </div>
  );
}

/** Each recording's own scores: their error with and without slow changes of state, and what each half shows. */
function ScoreQualities({ report }: { report: Report }) {
  const text = useText();
  const words = text.report.quality;
  const rows = report.visits.flatMap((visit, index) => [
    ...visit.eeg.asymmetry.map((pair) => ({
      name: `FAA ${pair.right} − ${pair.left}`,
      index,
      se: pair.absolute.se,
      quality: pair.absolute_quality,
    })),
    {
      name: text.report.quality.rsa,
      index,
      se: visit.heart.overall.rsa_ln_ms2.se,
      quality: visit.heart.overall.rsa_quality,
    },
  ]);
  const measured = rows.filter(({ quality }) => quality.sme !== null || quality.odd_half !== null);
  if (measured.length === 0) return null;
  const number = (value: number | null) => (value === null ? text.report.noNumber : fixed(value, 3));
  return (
    <div class="block">
      <h3>{words.scoresTitle}</h3>
      <TableBox label={words.scoresTitle}>
        <table>
          <TableHead
            columns={[
              words.score,
              text.report.columns.visit,
              ...numeric(words.standardError, words.sme, words.oddHalf, words.evenHalf),
            ]}
          />
          <tbody>
            {measured.map(({ name, index, se, quality }, row) => (
              <tr key={row}>
                <th scope="row">{name}</th>
                <td class="visit-name">{text.visit(index)}</td>
                {[se, quality.sme, quality.odd_half, quality.even_half].map((value, column) => (
                  <td key={column} class="n">
                    {number(value)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </TableBox>
      <p class="note">{words.scoresAbout}</p>
    </div>
  );
}

/** Used and rejected windows of every EEG channel at every visit. */
function ChannelWindows({ report }: { report: Report }) {
  const text = useText();
  const words = text.report.quality;
  const channels = report.visits.flatMap((visit, index) =>
    visit.eeg.channels.map((channel) => ({ channel, index })),
  );
  if (channels.length === 0) return null;
  const reasons = Object.keys(text.report.rejection).filter(
    (reason) => reason !== "none" && channels.some(({ channel }) => (channel.rejected[reason] ?? 0) > 0),
  );
  return (
    <div class="block">
      <h3>{words.channelsTitle}</h3>
      <TableBox label={words.channelsTitle}>
        <table>
          <TableHead
            columns={[
              words.channel,
              text.report.columns.visit,
              ...numeric(words.used, ...reasons.map((reason) => text.report.rejection[reason])),
            ]}
          />
          <tbody>
            {channels.map(({ channel, index }, row) => (
              <tr key={row}>
                <th scope="row">
                  {channel.label}
                  {channel.bad_reason && (
                    <small>
                      {words.notUsed} {channel.bad_reason}
                    </small>
                  )}
                </th>
                <td class="visit-name">{text.visit(index)}</td>
                <td class="n">{text.report.heart.ofEpochs(channel.windows_used, channel.windows_total)}</td>
                {reasons.map((reason) => (
                  <td key={reason} class="n">
                    {channel.rejected[reason] ?? 0}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </TableBox>
    </div>
  );
}
