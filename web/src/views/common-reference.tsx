// Where two recordings have different references: one click gives both of them one that both can have. It is a setting
// like any other, kept with saved work and named in the report.
import type { Diagnostic, EegSettings } from "#report";
import { useAppState, useSession } from "../app/context";
import { useText } from "../text/text";

const references: Record<string, EegSettings["reference"]> = {
  average: "average",
  cz: "Cz",
  linked: "linked mastoids",
};

export function CommonReference({ diagnostic }: { diagnostic: Diagnostic }) {
  const text = useText();
  const session = useSession();
  const { settings, report } = useAppState();
  // A report from a file has no recordings to be read anew.
  if (!settings || report.kind !== "ready" || report.madeOn === null) return null;
  const said = diagnostic.said?.message as { with?: { shared?: { with: { name: string } }[] } } | undefined;
  const shared = (said?.with?.shared ?? []).flatMap((one) => references[one.with.name] ?? []);
  return shared.map((reference) => (
    <button
      key={reference}
      type="button"
      class="button small"
      onClick={() => void session.setSettings({ ...settings, eeg: { ...settings.eeg, reference } })}
    >
      {text.check.choices.reference(text.report.whatIf.references[reference])}
    </button>
  ));
}
