// Which event of a table is which visit, and which column is which scale.
import type { ColumnChoice, EventChoice, FoundColumn, FoundEvent, ScoreTableContents } from "#report";
import { useAppState } from "../../app/context";
import { maxVisits } from "../../app/state";
import { numeric, TableBox, TableHead } from "../../charts/table";
import { useText } from "../../text/text";
import { type ScaleGroup, scaleGroups } from "./scale-groups";

export function EventTable(props: { events: FoundEvent[]; choose: (choice: EventChoice) => void }) {
  const words = useText().scores.import;
  const { events } = props;
  if (events.length === 1 && events[0]?.event === "") return null;
  return (
    <TableBox label={words.events}>
      <table>
        <TableHead columns={[words.event, ...numeric(words.lines), words.takenFor]} />
        <tbody>
          {events.map(({ event, lines, visit }) => (
            <tr key={event}>
              <th scope="row">{event || words.noName}</th>
              <td class="n">{lines}</td>
              <td>
                <VisitSelect
                  label={`${words.takenFor}: ${event || words.noName}`}
                  visit={visit}
                  none={words.noVisit}
                  choose={(chosen) => props.choose({ event, visit: chosen })}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}

export function ColumnTable(props: {
  found: ScoreTableContents;
  chosen: ColumnChoice[];
  choose: (choice: ColumnChoice) => void;
}) {
  const text = useText();
  const words = text.scores.import;
  const { core, infant } = useAppState();
  const { found, chosen, choose } = props;
  if (core.kind !== "ready") return null;
  const groups = scaleGroups(core.scales, infant.scales, text);
  const isShown = ({ column, scale }: ColumnChoice) =>
    scale !== "" || chosen.some((one) => one.column === column);
  const shown = found.columns.filter(isShown);
  const others = found.columns.filter((column) => !isShown(column) && !column.item);
  // A column of one visit says so in its name; without events any column may be.
  const ofVisits = found.events.length < 2 || found.columns.some(({ visit }) => visit > 0);
  return (
    <>
      <TableBox label={words.columns}>
        <table>
          <TableHead
            columns={[
              words.column,
              words.takenFor,
              ...(ofVisits ? [words.visit] : []),
              ...numeric(words.values),
            ]}
          />
          <tbody>
            {shown.map((found) => (
              <ColumnRow
                key={found.column}
                found={found}
                groups={groups}
                ofVisits={ofVisits}
                choose={choose}
              />
            ))}
          </tbody>
        </table>
      </TableBox>
      {others.length > 0 && (
        <OtherColumns
          columns={others.map(({ column }) => column)}
          choose={(column) => choose({ column, scale: "", visit: 0 })}
        />
      )}
    </>
  );
}

function ColumnRow(props: {
  found: FoundColumn;
  groups: ScaleGroup[];
  /** Whether a column may be of one visit. */
  ofVisits: boolean;
  choose: (choice: ColumnChoice) => void;
}) {
  const words = useText().scores.import;
  const { groups, ofVisits, choose } = props;
  const { column, scale, visit, values } = props.found;
  return (
    <tr>
      <th scope="row">{column}</th>
      <td>
        <ScaleSelect
          label={`${words.takenFor}: ${column}`}
          scale={scale}
          groups={groups}
          choose={(other) => choose({ column, scale: other, visit })}
        />
      </td>
      {ofVisits && (
        <td>
          <VisitSelect
            label={`${words.visit}: ${column}`}
            visit={visit}
            none={words.ofLine}
            choose={(other) => choose({ column, scale, visit: other })}
          />
        </td>
      )}
      <td class="n">{values}</td>
    </tr>
  );
}

/** Columns in which no scale was recognised. */
function OtherColumns({ columns, choose }: { columns: string[]; choose: (column: string) => void }) {
  const words = useText().scores.import;
  return (
    <label class="line">
      {words.other(columns.length)}{" "}
      <select value="" onChange={(event) => choose(event.currentTarget.value)}>
        <option value="">{words.chooseColumn}</option>
        {columns.map((column) => (
          <option key={column}>{column}</option>
        ))}
      </select>
    </label>
  );
}

function ScaleSelect(props: {
  label: string;
  scale: string;
  groups: ScaleGroup[];
  choose: (scale: string) => void;
}) {
  const words = useText().scores.import;
  return (
    <select
      aria-label={props.label}
      value={props.scale}
      onChange={(event) => props.choose(event.currentTarget.value)}
    >
      <option value="">{words.noScale}</option>
      {props.groups.map(({ name, scales }) => (
        <optgroup key={name} label={name}>
          {scales.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </optgroup>
      ))}
    </select>
  );
}

function VisitSelect(props: { label: string; visit: number; none: string; choose: (visit: number) => void }) {
  const text = useText();
  const most = Math.max(maxVisits, props.visit);
  return (
    <select
      aria-label={props.label}
      value={props.visit}
      onChange={(event) => props.choose(Number(event.currentTarget.value))}
    >
      <option value={0}>{props.none}</option>
      {Array.from({ length: most }, (_, index) => (
        <option key={index} value={index + 1}>
          {text.visit(index)}
        </option>
      ))}
    </select>
  );
}
