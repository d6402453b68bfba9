// Table cells for numbers with their uncertainty. What is missing is shown as missing, with its reason, never as
// zero.
import type { Change, Estimate } from "#report";
import { fixed, interval, signed, tellingDecimals } from "../../format";
import { useText } from "../../text/text";

/** `saidAbove` is the reason that the cell above has already given: it is not said twice. */
export function EstimateCell(props: {
  estimate: Estimate | undefined;
  decimals: number;
  hasError?: boolean;
  saidAbove?: string | undefined;
}) {
  const text = useText();
  const { estimate, decimals } = props;
  if (!estimate || estimate.value === null) {
    const reason = estimate?.reason ?? "";
    return <MissingCell reason={reason === props.saidAbove ? "" : reason} />;
  }
  return (
    <td class="n">
      {fixed(estimate.value, decimals)}
      {props.hasError !== false && (
        <small>{interval(estimate, decimals) || (estimate.reason && text.report.noInterval)}</small>
      )}
    </td>
  );
}

/** `sidesKnown`: both visits have a number, so that a missing change has a reason of its own. */
export function ChangeCell(props: {
  change: Change;
  decimals: number;
  hasError: boolean;
  sidesKnown: boolean;
}) {
  const text = useText();
  const { change } = props;
  const decimals = decimalsFor(change, props.decimals);
  const estimate = change.change;
  if (estimate.value === null) {
    return (
      <td class="n missing">
        {text.report.verdict.cannot_judge}
        {props.sidesKnown && <small>{estimate.reason}</small>}
      </td>
    );
  }
  const beyond = change.verdict === "increase" || change.verdict === "decrease";
  return (
    <td class="n">
      {signed(estimate.value, decimals)}
      <small>{interval(estimate, decimals)}</small>
      {beyond && <small class="beyond">{text.report.beyond}</small>}
      {!props.hasError && change.reliable.finding !== "cannot_judge" && (
        <small class={change.reliable.finding === "no_reliable_change" ? undefined : "beyond"}>
          {text.report.reliable[change.reliable.finding]}
        </small>
      )}
    </td>
  );
}

export function MissingCell({ reason }: { reason: string }) {
  const text = useText();
  return (
    <td class="n missing">
      {text.report.noNumber}
      {reason && <small>{reason}</small>}
    </td>
  );
}

function decimalsFor(change: Change, decimals: number): number {
  const { ci_low, ci_high } = change.change;
  const bound = change.verdict === "increase" ? ci_low : change.verdict === "decrease" ? ci_high : null;
  return tellingDecimals(bound, decimals);
}

/** "+0.71 (0.42 to 1.00)" in one line; empty where there is no number. */
export function changeText(change: Change, measureDecimals: number): string {
  const estimate = change.change;
  const decimals = decimalsFor(change, measureDecimals);
  if (estimate.value === null) return "";
  const range = interval(estimate, decimals);
  return signed(estimate.value, decimals) + (range && ` (${range})`);
}
