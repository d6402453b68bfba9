// A table with a line for each name and a column for each visit.
import type { ComponentChild } from "preact";
import { TableBox, TableHead } from "../../charts/table";
import { useText } from "../../text/text";

/** `first` is the head of the names; `cell` gives the `<td>` of a line at a visit. */
export function VisitTable(props: {
  label: string;
  first: string;
  names: string[];
  visits: number;
  cell: (line: number, visit: number) => ComponentChild;
}) {
  const text = useText();
  const visits = Array.from({ length: props.visits }, (_, index) => index);
  return (
    <TableBox label={props.label}>
      <table>
        <TableHead
          columns={[
            props.first,
            ...visits.map((index) => ({ name: text.visit(index), class: "n visit-name" })),
          ]}
        />
        <tbody>
          {props.names.map((name, line) => (
            <tr key={line}>
              <th scope="row">{name}</th>
              {visits.map((index) => props.cell(line, index))}
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}
