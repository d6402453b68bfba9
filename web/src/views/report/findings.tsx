// The result first: what the domains say together, then one sentence each.
import type { Report } from "#report";
import { useText } from "../../text/text";

export function Findings({ report }: { report: Report }) {
  const text = useText();
  return (
    <>
      {report.pattern && <p class="lead">{report.pattern}</p>}
      <dl class="findings">
        {report.statements.map(({ domain, sentence }) => (
          <div key={domain}>
            <dt>{text.report.domain[domain]}</dt>
            <dd>{sentence}</dd>
          </div>
        ))}
      </dl>
      <p class="note">
        {[...report.cautions, text.notice].filter((line, i, all) => all.indexOf(line) === i).join(" ")}
      </p>
    </>
  );
}
