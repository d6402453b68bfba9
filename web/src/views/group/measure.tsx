// One measure of a study: every infant by group, the groups' means, and each later visit against the first.
import type { ComponentChildren } from "preact";
import type { CellSummary, DropoutRow, Estimate, GroupReport, LaterVisit, MeasureResult } from "#report";
import { Figure } from "../../charts/figure";
import { cellOf, GroupSlopes } from "../../charts/group-slopes";
import { numeric, TableBox, TableHead } from "../../charts/table";
import { fixed, freedom, interval, probability } from "../../format";
import type { Text } from "../../text/en";
import { useText } from "../../text/text";
import { MissingCell } from "../report/cells";
import { Steady } from "../steady";
import { laterRows } from "./later-rows";
import { nameOf } from "./name";

/** `children`: what else there is of the measure. */
export function MeasureSection(props: {
  report: GroupReport;
  measure: MeasureResult;
  children?: ComponentChildren;
}) {
  const { report, measure } = props;
  const words = useText().group;
  const id = `group-${measure.measure}`;
  const { group_by_time: model, p_holm } = measure;
  const groups = [report.treated_group, report.control_group];
  return (
    <section class="evidence" aria-labelledby={id}>
      <h2 id={id}>
        {nameOf(measure)} <small>{measure.primary && words.primary}</small>
      </h2>
      <p class="sign">
        <Steady
          text={
            model.f !== null && model.df_num !== null && model.df_den !== null && model.p !== null
              ? words.model(
                  fixed(model.f, 2),
                  freedom(model.df_num),
                  freedom(model.df_den),
                  probability(model.p),
                ) +
                (p_holm === null ? "" : words.modelHolm(probability(p_holm))) +
                words.modelOf(model.observations, model.participants)
              : model.reason
          }
        />{" "}
        {model.singular && words.singular}
      </p>
      <Figure
        title={words.slopes}
        unit={measure.unit}
        how={words.slopesHow}
        table={() => <InfantTable report={report} measure={measure} />}
      >
        <div class="panels">
          {groups.map((group) => (
            <div key={group} class="panel">
              <p class="panel-title">{group}</p>
              <GroupSlopes report={report} measure={measure} group={group} />
            </div>
          ))}
        </div>
      </Figure>
      <div class="block">
        <h3>{words.means}</h3>
        <Means report={report} measure={measure} groups={groups} />
      </div>
      {measure.dropout.some(({ left, missed }) => left + missed > 0) && (
        <div class="block">
          <h3>{words.dropout}</h3>
          <Dropout measure={measure} />
        </div>
      )}
      {measure.later_visits.map((later) => (
        <Later key={later.visit} report={report} measure={measure} later={later} />
      ))}
      {props.children}
    </section>
  );
}

function InfantTable({ report, measure }: { report: GroupReport; measure: MeasureResult }) {
  const words = useText().group;
  return (
    <TableBox label={`${words.slopes}, ${nameOf(measure)}`}>
      <table>
        <TableHead columns={[words.columns.participant, words.columns.group, ...numeric(...report.visits)]} />
        <tbody>
          {report.infants.map(({ participant, group }, index) => (
            <tr key={participant}>
              <th scope="row">{participant}</th>
              <td>{group}</td>
              {report.visits.map((visit, at) => {
                const value = measure.values[index]?.[at] ?? null;
                return value === null ? (
                  <MissingCell key={visit} reason="" />
                ) : (
                  <td key={visit} class="n">
                    {fixed(value, measure.decimals)}
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

function Means(props: { report: GroupReport; measure: MeasureResult; groups: string[] }) {
  const text = useText();
  const words = text.group;
  const { report, measure, groups } = props;
  const { decimals } = measure;
  const { meanColumns } = words;
  return (
    <TableBox label={`${words.means}, ${nameOf(measure)}`}>
      <table class="means">
        <TableHead
          columns={[
            meanColumns.group,
            meanColumns.visit,
            ...numeric(meanColumns.n, meanColumns.mean, meanColumns.sd, meanColumns.model),
            meanColumns.missing,
          ]}
        />
        <tbody>
          {groups.flatMap((group) =>
            report.visits.map((visit) => {
              const cell = cellOf(measure, group, visit);
              return (
                <tr key={`${group} ${visit}`}>
                  <th scope="row">{group}</th>
                  <td>{visit}</td>
                  <td class="n">{cell?.n ?? 0}</td>
                  {!cell || cell.mean === null ? (
                    <MissingCell reason={cell?.reason ?? ""} />
                  ) : (
                    <td class="n">
                      {fixed(cell.mean, decimals)}
                      <small>
                        {interval({ ...cell, value: cell.mean } as unknown as Estimate, decimals)}
                      </small>
                    </td>
                  )}
                  <td class="n">{cell && cell.sd !== null && fixed(cell.sd, decimals)}</td>
                  {!cell || cell.model_mean.value === null ? (
                    <MissingCell
                      reason={cell && cell.model_mean.reason !== cell.reason ? cell.model_mean.reason : ""}
                    />
                  ) : (
                    <td class="n">
                      {fixed(cell.model_mean.value, decimals)}
                      <small>{interval(cell.model_mean, decimals)}</small>
                    </td>
                  )}
                  <td>{cell && missingOf(cell, text)}</td>
                </tr>
              );
            }),
          )}
        </tbody>
      </table>
    </TableBox>
  );
}

const missingOf = ({ missing, missing_reasons }: CellSummary, { group }: Text): string =>
  group.missing(Object.entries(missing).map(([name, n]) => [missing_reasons[name] ?? name, n])) ||
  group.noneMissing;

/** Who was not seen at which visit; means of the first visit tell whether those who left were like those who stayed. */
function Dropout({ measure }: { measure: MeasureResult }) {
  const words = useText().group;
  const mean = (value: number | null) =>
    value === null ? <MissingCell reason="" /> : <td class="n">{fixed(value, measure.decimals)}</td>;
  const names = Object.keys(words.dropoutColumns) as (keyof DropoutRow)[];
  return (
    <TableBox label={`${words.dropout}, ${nameOf(measure)}`}>
      <table class="dropout">
        <TableHead
          columns={names.flatMap((name) =>
            name === "group" || name === "visit"
              ? words.dropoutColumns[name]
              : numeric(words.dropoutColumns[name]),
          )}
        />
        <tbody>
          {measure.dropout.map((row) => (
            <tr key={`${row.group} ${row.visit}`}>
              <th scope="row">{row.group}</th>
              <td>{row.visit}</td>
              <td class="n">{row.seen}</td>
              <td class="n">{row.missed}</td>
              <td class="n">{row.left}</td>
              {mean(row.left_first_mean)}
              {mean(row.stayed_first_mean)}
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}

function Later(props: { report: GroupReport; measure: MeasureResult; later: LaterVisit }) {
  const text = useText();
  const words = text.group;
  const { report, measure, later } = props;
  const { laterColumns } = words;
  const rows = laterRows(report, measure, later, text);
  const title = words.against(later.visit, report.visits[0] ?? "");
  return (
    <div class="block">
      <h3>{title}</h3>
      <TableBox label={`${title}, ${nameOf(measure)}`}>
        <table class="later">
          <TableHead
            columns={[
              laterColumns.quantity,
              ...numeric(laterColumns.value),
              laterColumns.interval,
              laterColumns.test,
            ]}
          />
          <tbody>
            {rows.map(({ name, value, interval, test }, index) => {
              // A reason is given once, in the first of the lines that it holds for.
              const above =
                value === text.report.noNumber && rows[index - 1]?.value === value && rows[index - 1];
              return (
                <tr key={name}>
                  <th scope="row">{name}</th>
                  <td class="n">{value}</td>
                  <td class={value === text.report.noNumber ? "missing" : undefined}>
                    {above && above.interval === interval ? "" : interval}
                  </td>
                  <td>{above && above.test === test ? "" : test}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </TableBox>
    </div>
  );
}
