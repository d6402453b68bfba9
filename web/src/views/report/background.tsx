// The 1/f background under the primary pair's spectra at each visit, and how well it fits.
import type { BackgroundOfSide, Visit } from "#report";
import type { Pair } from "../../charts/spectra";
import { fixed } from "../../format";
import { useText } from "../../text/text";
import { MissingCell } from "./cells";
import { VisitTable } from "./visit-table";

const numbers = ["exponent", "offset_ln", "fit_error_ln"] as const satisfies (keyof BackgroundOfSide)[];

export function BackgroundTable({ visits, pair }: { visits: Visit[]; pair: Pair | undefined }) {
  const words = useText().report.brain;
  const found = visits.map((visit) =>
    visit.eeg.asymmetry.find(({ left, right }) => left === pair?.left && right === pair.right),
  );
  if (!pair || found.every((entry) => !entry || entry.aperiodic.left.exponent === null)) return null;
  const lines = numbers.flatMap((number) =>
    (["left", "right"] as const).map((side) => ({
      number,
      side,
      name: words.background[number](pair[side]),
    })),
  );
  return (
    <div class="block">
      <h3>{words.background.title}</h3>
      <VisitTable
        label={words.background.title}
        first=""
        names={lines.map(({ name }) => name)}
        visits={visits.length}
        cell={(line, index) => {
          const { side, number } = lines[line] ?? { side: "left", number: "exponent" };
          const value = found[index]?.aperiodic[side][number] ?? null;
          return value === null ? (
            <MissingCell key={index} reason="" />
          ) : (
            <td key={index} class="n">
              {fixed(value, 2)}
            </td>
          );
        }}
      />
      <p class="note">{words.background.how}</p>
    </div>
  );
}
