// Two coders compared: in all, in each phase, and on each state against all others.
import type { StillFace } from "#report";
import { Disclosure, TableBox } from "../../charts/figure";
import { fixed } from "../../format";
import { useText } from "../../text/text";

/** Nothing without a second coder. */
export function Agreement({ stillFace }: { stillFace: StillFace }) {
  const words = useText().report.stillFace;
  const { agreement, sha256_second } = stillFace;
  if (sha256_second === "") return null;
  const { kappa, percent, n, reason, phases, states } = agreement;
  return (
    <>
      <p class="note">
        {kappa === null || percent === null
          ? words.agreementNone(reason)
          : words.agreement(fixed(percent, 0), fixed(kappa, 2), n)}
      </p>
      {phases.length + states.length > 0 && (
        <Disclosure summary={words.agreementParts}>{() => <PartsTable stillFace={stillFace} />}</Disclosure>
      )}
    </>
  );
}

function PartsTable({ stillFace: { agreement } }: { stillFace: StillFace }) {
  const words = useText().report.stillFace;
  const parts = [
    ...agreement.phases,
    ...agreement.states.map((part) => ({
      ...part,
      name: words.againstOthers(words.stateNames[part.name] ?? part.name),
    })),
  ];
  return (
    <TableBox label={words.agreementParts}>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.part}</th>
            <th scope="col" class="n">
              {words.bins}
            </th>
            <th scope="col" class="n">
              {words.agreed}
            </th>
            <th scope="col" class="n">
              κ
            </th>
          </tr>
        </thead>
        <tbody>
          {parts.map(({ name, n, percent, kappa, reason }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td class="n">{n}</td>
              <td class="n">{percent === null ? "–" : fixed(percent, 0)}</td>
              <td class="n">{kappa === null ? <span class="note">{reason}</span> : fixed(kappa, 2)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}
