// What is needed to make this report again: version, settings, digests.
import type { Report } from "#report";
import { Disclosure } from "../../charts/figure";
import { TableBox, TableHead } from "../../charts/table";
import { date } from "../../format";
import { useText } from "../../text/text";
import { SettingCell } from "../methods/methods";

export function ProvenanceSection({ report, madeOn }: { report: Report; madeOn: Date | null }) {
  const text = useText();
  const words = text.report.provenance;
  const { provenance } = report;
  const method = report.visits.map((visit) => visit.heart.rsa_method).find((name) => name !== "");
  const facts: [string, string][] = [
    [words.version, words.program(text.name, provenance.version)],
    [words.made, madeOn ? date(madeOn, text.locale) : words.opened],
    ...(method ? [[words.method, method] as [string, string]] : []),
    ...provenance.inputs_sha256.map((digest, index): [string, string] => [
      words.recording(text.visit(index)),
      digest || text.report.quality.noRecording,
    ]),
  ];
  return (
    <section class="evidence files provenance" aria-labelledby="provenance-title">
      <h2 id="provenance-title">{words.title}</h2>
      <dl class="facts">
        {facts.map(([term, value]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd class={/^[0-9a-f]{64}$/.test(value) ? "digest" : undefined}>{value}</dd>
          </div>
        ))}
      </dl>
      <p class="note">{words.repeat}</p>
      <Disclosure summary={words.settings}>
        {() => (
          <TableBox label={words.settings}>
            <table>
              <TableHead columns={[words.setting, words.value]} />
              <tbody>
                {Object.entries(provenance.settings).flatMap(([group, members]) =>
                  Object.entries(members as object).map(([name, value]) => (
                    <tr key={`${group}.${name}`}>
                      <th scope="row">
                        <code>
                          {group}.{name}
                        </code>
                      </th>
                      <SettingCell value={value} />
                    </tr>
                  )),
                )}
              </tbody>
            </table>
          </TableBox>
        )}
      </Disclosure>
    </section>
  );
}
