// Two coders compared: in all, in each phase, and on each state against all others; and what one took for what.
import type { StillFace } from "#report";
import { Disclosure } from "../../charts/figure";
import { numeric, TableBox, TableHead } from "../../charts/table";
import { between, fixed } from "../../format";
import { useText } from "../../text/text";

type Compared = StillFace["agreement"];

/** "0.40 to 0.84"; empty where there is none, or the report is of a time that had none. */
const intervalOf = ({ kappa_ci_low: low, kappa_ci_high: high }: Compared["phases"][number] | Compared) =>
  typeof low === "number" && typeof high === "number" ? between(fixed(low, 2), fixed(high, 2)) : "";

interface Props {
  stillFace: StillFace;
  /** What a phase is called here; as the coders have it, if not said. */
  phaseName?: (name: string) => string;
}

/** Nothing without a second coder. */
export function Agreement({ stillFace, phaseName = (name) => name }: Props) {
  const words = useText().report.stillFace;
  const { agreement, sha256_second } = stillFace;
  if (sha256_second === "") return null;
  const { kappa, percent, n, reason, phases, states, pairs } = agreement;
  return (
    <>
      <p class="note">
        {kappa === null || percent === null
          ? words.agreementNone(reason)
          : words.agreement(fixed(percent, 0), fixed(kappa, 2), n, intervalOf(agreement))}
      </p>
      {phases.length + states.length > 0 && (
        <Disclosure summary={words.agreementParts}>
          {() => (
            <>
              <PartsTable agreement={agreement} phaseName={phaseName} />
              {pairs?.length > 0 && <PairsTable pairs={pairs} />}
            </>
          )}
        </Disclosure>
      )}
    </>
  );
}

function PartsTable(props: { agreement: Compared; phaseName: (name: string) => string }) {
  const { agreement, phaseName } = props;
  const words = useText().report.stillFace;
  const parts = [
    ...agreement.phases.map((part) => ({ ...part, name: phaseName(part.name) })),
    ...agreement.states.map((part) => ({
      ...part,
      name: words.againstOthers(words.stateNames[part.name] ?? part.name),
    })),
  ];
  return (
    <>
      <TableBox label={words.agreementParts}>
        <table>
          <TableHead columns={[words.part, ...numeric(words.bins, words.agreed, "κ", words.kappaInterval)]} />
          <tbody>
            {parts.map((part) => (
              <tr key={part.name}>
                <th scope="row">{part.name}</th>
                <td class="n">{part.n}</td>
                <td class="n">{part.percent === null ? "–" : fixed(part.percent, 0)}</td>
                <td class="n">
                  {part.kappa === null ? <span class="note">{part.reason}</span> : fixed(part.kappa, 2)}
                </td>
                <td class="n">{intervalOf(part) || "–"}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableBox>
      <p class="note">{words.kappaNote}</p>
    </>
  );
}

/** Rows are the first coder's states, columns the second's. */
function PairsTable({ pairs }: { pairs: Compared["pairs"] }) {
  const words = useText().report.stillFace;
  const states = [...new Set(pairs.flatMap(({ first, second }) => [first, second]))].sort();
  const name = (state: string) => (state === "" ? words.uncoded : (words.stateNames[state] ?? state));
  const count = (first: string, second: string) =>
    pairs.find((pair) => pair.first === first && pair.second === second)?.n ?? 0;
  return (
    <TableBox label={words.pairs}>
      <table>
        <caption>{words.pairs}</caption>
        <TableHead columns={[words.pairsHead, ...numeric(...states.map(name))]} />
        <tbody>
          {states.map((first) => (
            <tr key={first}>
              <th scope="row">{name(first)}</th>
              {states.map((second) => (
                <td key={second} class="n">
                  {first === second ? <b>{count(first, second)}</b> : count(first, second)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}
