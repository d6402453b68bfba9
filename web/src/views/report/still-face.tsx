// Coded behaviour: what the infant did in each phase of the still-face, the same over the visits, and heart and
// EEG of the same phases beside it.
import type { Report, StillFace, StillFacePhase } from "#report";
import { Disclosure, Figure } from "../../charts/figure";
import { endOfCoding, Ribbon } from "../../charts/ribbon";
import { numeric, TableBox, TableHead } from "../../charts/table";
import { fixed } from "../../format";
import { useText } from "../../text/text";
import { Agreement } from "./agreement";
import { EstimateCell } from "./cells";
import { PanelTitle } from "./heart";
import { MeasureTable, measuresOf } from "./measures";

export function StillFaceSection({ report }: { report: Report }) {
  const text = useText();
  const words = text.report.stillFace;
  const measures = measuresOf(report, "still_face");
  if (measures.length === 0) return null;
  // The state that the finding rests on stands open, the others on request.
  const state = measures.find(({ primary }) => primary)?.id.replace(/_still_face$/, "") ?? "";
  const ofPrimary = measures.filter(({ id }) => id.startsWith(`${state}_`));
  const ofOthers = measures.filter((measure) => !ofPrimary.includes(measure));
  const coded = report.visits.flatMap(({ still_face }, index) =>
    still_face.reason === "" ? [{ stillFace: still_face, index }] : [],
  );
  const [first] = coded;
  return (
    <section class="evidence" aria-labelledby="still-face-title">
      <h2 id="still-face-title">
        {words.title} {first && <small>{words.caption(first.stillFace.format)}</small>}
      </h2>
      {report.visits.map(
        ({ still_face }, index) =>
          still_face.reason !== "" && (
            <p key={index} class="absent">
              {words.none(text.visit(index), still_face.reason)}
            </p>
          ),
      )}
      <MeasureTable
        report={report}
        measures={ofPrimary}
        label={text.report.tableOf(words.title)}
        how={words.how}
      />
      {ofOthers.length > 0 && (
        <Disclosure summary={words.otherStates}>
          {() => (
            <MeasureTable
              report={report}
              measures={ofOthers}
              label={text.report.tableOf(words.otherStates)}
              how={words.how}
            />
          )}
        </Disclosure>
      )}
      {coded.length > 0 && (
        <Figure title={words.ribbon} how={words.ribbonHow} table={() => <ShareTables coded={coded} />}>
          <Ribbons coded={coded} />
        </Figure>
      )}
      <Beside coded={coded} />
    </section>
  );
}

type Coded = { stillFace: StillFace; index: number }[];

function Ribbons({ coded }: { coded: Coded }) {
  const words = useText().report.stillFace;
  const endS = Math.max(...coded.map(({ stillFace }) => endOfCoding(stillFace)));
  return coded.map(({ stillFace, index }) => (
    <div key={index} class="panel">
      <PanelTitle index={index} />
      <Ribbon stillFace={stillFace} index={index} endS={endS} />
      <p class="note">{words.phasesFrom[stillFace.phases_from]}</p>
      <Agreement stillFace={stillFace} />
    </div>
  ));
}

function ShareTables({ coded }: { coded: Coded }) {
  const text = useText();
  const words = text.report.stillFace;
  return (
    <TableBox label={words.shares}>
      <table>
        <TableHead
          columns={[
            text.report.columns.visit,
            text.report.columns.phase,
            words.state,
            ...numeric(words.share, words.perMinute, words.bouts, words.latency),
          ]}
        />
        <tbody>
          {coded.flatMap(({ stillFace, index }) =>
            stillFace.phases.flatMap(({ phase, states }) =>
              states.map((share) => (
                <tr key={`${index} ${phase.start_s} ${share.state}`}>
                  <td class="visit-name">{text.visit(index)}</td>
                  <td>{phase.name}</td>
                  <th scope="row">{words.stateNames[share.state] ?? share.state}</th>
                  <td class="n">{fixed(100 * share.proportion, 0)}</td>
                  <td class="n">{fixed(share.frequency_per_min, 1)}</td>
                  <td class="n">{share.bouts}</td>
                  <td class="n">{share.latency_s === null ? "–" : fixed(share.latency_s, 1)}</td>
                </tr>
              )),
            ),
          )}
        </tbody>
      </table>
    </TableBox>
  );
}

/** Heart and EEG of the coding's own phases, where the recording has them. */
function Beside({ coded }: { coded: Coded }) {
  const text = useText();
  const words = text.report.stillFace;
  const has = ({ beside }: StillFacePhase) =>
    beside.rsa_ln_ms2.value !== null || beside.faa_ln.value !== null;
  if (!coded.some(({ stillFace }) => stillFace.phases.some(has))) return null;
  return (
    <div class="block">
      <h3>{words.beside}</h3>
      <TableBox label={words.beside}>
        <table>
          <TableHead
            columns={[
              text.report.columns.visit,
              text.report.columns.phase,
              ...numeric(words.scorable, words.rsa, words.heartRate, words.faa),
            ]}
          />
          <tbody>
            {coded.flatMap(({ stillFace, index }) =>
              stillFace.phases.map(({ phase, scorable_s, beside }) => (
                <tr key={`${index} ${phase.start_s}`}>
                  <td class="visit-name">{text.visit(index)}</td>
                  <th scope="row">{phase.name}</th>
                  <td class="n">{fixed(scorable_s, 0)}</td>
                  <EstimateCell estimate={beside.rsa_ln_ms2} decimals={2} />
                  <EstimateCell estimate={beside.heart_rate_bpm} decimals={0} />
                  <EstimateCell estimate={beside.faa_ln} decimals={2} />
                </tr>
              )),
            )}
          </tbody>
        </table>
      </TableBox>
      {coded.filter(({ stillFace }) => stillFace.phases.some(has)).length > 1 && (
        <p class="note">{words.besideAgain}</p>
      )}
    </div>
  );
}
