// What a table would fill in, scale by scale and visit by visit, before any field is filled.
import type { ImportedScores } from "#report";
import { useAppState } from "../../app/context";
import { isTaken, maxVisits, type Slot } from "../../app/state";
import { numeric, TableBox, TableHead } from "../../charts/table";
import { plain } from "../../format";
import { useText } from "../../text/text";
import { scaleGroups } from "./scale-groups";

export function ScorePreview({ imported }: { imported: ImportedScores }) {
  const text = useText();
  const words = text.scores.import;
  const { core, infant, slots } = useAppState();
  if (core.kind !== "ready") return null;
  const visits = imported.scores.visits.slice(0, maxVisits);
  const rows = scaleGroups(core.scales, infant.scales, text).flatMap((group) =>
    group.scales
      .filter(({ id }) =>
        visits.some(({ scores, missing }) => (scores[id] ?? null) !== null || id in missing),
      )
      .map((scale) => ({ group: group.name, scale })),
  );
  if (rows.length === 0) return null;
  const before = (slot: Slot | undefined, id: string) =>
    slot && isTaken(slot) ? (slot.scores.scores[id] ?? null) : null;
  return (
    <TableBox label={words.preview}>
      <table>
        <caption>{words.preview}</caption>
        <TableHead columns={[words.scale, ...numeric(...visits.map((_, index) => text.visit(index)))]} />
        <tbody>
          {rows.map(({ group, scale: { id, title } }) => (
            <tr key={id}>
              <th scope="row">
                {title} <span class="note">{group}</span>
              </th>
              {visits.map(({ scores }, index) => {
                const value = scores[id] ?? null;
                const now = before(slots[index], id);
                return (
                  <td key={index} class="n">
                    {value === null ? "–" : plain(value)}
                    {value !== null && now !== null && now !== value && (
                      <span class="note"> {words.instead(plain(now))}</span>
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
