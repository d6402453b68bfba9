// Diagnostics of the core in words, the weightiest first; codes stand in a disclosure, never alone.
import type { Diagnostic } from "#report";
import { Disclosure } from "../charts/figure";
import { useText } from "../text/text";

const weight = { error: 0, warning: 1, note: 2 };

export function Diagnostics({ list }: { list: Diagnostic[] }) {
  const text = useText();
  const sorted = [...list].sort((a, b) => weight[a.severity] - weight[b.severity]);
  return (
    <>
      <ul class="diagnostics">
        {sorted.map((diagnostic, index) => (
          <li key={index} data-severity={diagnostic.severity}>
            <span class="severity">{text.severity[diagnostic.severity]}</span>
            <span>{diagnostic.message}</span>
          </li>
        ))}
      </ul>
      {sorted.length > 0 && (
        <Disclosure summary={text.check.technical}>
          {() => (
            <ul class="codes">
              {sorted.map(({ code, where, raw }, index) => (
                <li key={index}>
                  <code>{code}</code> {where}
                  {raw && ` “${raw}”`}
                </li>
              ))}
            </ul>
          )}
        </Disclosure>
      )}
    </>
  );
}
