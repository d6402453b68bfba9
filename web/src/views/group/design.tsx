// Before a study: what studies of a size could find, by simulation through the same analysis; to print.
import { useId } from "preact/hooks";
import type { Design, DesignPoint, DesignSettings, Estimate } from "#report";
import { useAppState, useSchema, useSession } from "../../app/context";
import { rangeIn, rangeOf, type Schema } from "../../app/state";
import { useStore } from "../../app/store";
import { DesignChart, type DesignLine } from "../../charts/design";
import { Figure } from "../../charts/figure";
import { numeric, TableBox, TableHead } from "../../charts/table";
import { between, fixed } from "../../format";
import { useTold } from "../../text/said";
import { useText } from "../../text/text";
import { FailureText } from "../failure";
import { GateField } from "./gates";

type NumberName = Exclude<keyof DesignSettings, "infants" | "fewest_infants" | "significance">;

const numbers: { name: NumberName; whole?: boolean }[] = [
  { name: "control_ratio" },
  { name: "visits", whole: true },
  { name: "correlation" },
  { name: "dropout" },
  { name: "effect" },
  { name: "end_difference" },
  { name: "equivalence_margin_sd" },
  { name: "draws", whole: true },
  { name: "seed", whole: true },
];

export function StudyDesignPanel() {
  const words = useText().design;
  const { core } = useAppState();
  const schema = useSchema();
  const { design: study } = useSession();
  const { settings, isRunning, design, failure } = useStore(study.store);
  if (core.kind !== "ready" || !schema) return null;
  const entered = settings ?? core.design;
  const { length } = entered.infants;
  return (
    <details class="paper design gates">
      <summary>{words.title}</summary>
      <p class="note">{words.lead}</p>
      <Form settings={entered} schema={schema} />
      <div class="row">
        {isRunning ? (
          <button type="button" class="button" onClick={() => study.cancel()}>
            {words.cancel}
          </button>
        ) : (
          <button type="button" class="button primary" onClick={() => void study.run(entered)}>
            {words.run}
          </button>
        )}
        {design && !isRunning && (
          <button type="button" class="button" onClick={() => window.print()}>
            {words.print}
          </button>
        )}
      </div>
      <div aria-live="polite">
        {isRunning && (
          <>
            <progress aria-label={words.progress} max={length} value={design?.points.length ?? 0} />
            <p>{words.sizes(design?.points.length ?? 0, length)}</p>
          </>
        )}
        {failure && <FailureText failure={failure} />}
      </div>
      {design && <Found said={design} />}
    </details>
  );
}

function Form({ settings, schema }: { settings: DesignSettings; schema: Schema }) {
  const words = useText().design;
  const { design: study } = useSession();
  const id = useId();
  const range = rangeIn(schema, schema.$defs.DesignSettings?.properties?.infants?.items);
  return (
    <div class="form">
      <label for={id}>{words.fields.infants}</label>
      <input
        id={id}
        value={settings.infants.join(" ")}
        autocomplete="off"
        onChange={(event) => {
          const typed = event.currentTarget.value
            .split(/[\s,;]+/)
            .filter(Boolean)
            .map(Number);
          const fits = (n: number) =>
            Number.isInteger(n) && range !== null && n >= range.lowest && n <= range.highest;
          const infants = [...new Set(typed.filter(fits))].slice(0, 20);
          if (infants.length > 0) study.set({ ...settings, infants: infants as DesignSettings["infants"] });
          event.currentTarget.value = (infants.length > 0 ? infants : settings.infants).join(" ");
        }}
      />
      {numbers.map(({ name, whole = false }) => (
        <GateField
          key={name}
          label={words.fields[name]}
          range={rangeOf(schema, "DesignSettings", name)}
          kind={{ whole }}
          value={settings[name]}
          enter={(value) => value !== null && study.set({ ...settings, [name]: value })}
        />
      ))}
    </div>
  );
}

function Found({ said }: { said: Design }) {
  const words = useText().design;
  const design = useTold(said);
  const { points } = design;
  const power: DesignLine[] = [
    { name: words.groupByTime, of: (point) => point.group_by_time },
    { name: words.equivalence, of: (point) => point.equivalence },
  ];
  const width: DesignLine[] = [{ name: words.width, of: (point) => point.d_ppc2_width }];
  const table = () => <PointsTable points={points} />;
  return (
    <>
      <ul class="reasons">
        {points.map(({ treated, sentence }) => (
          <li key={treated}>{sentence}</li>
        ))}
      </ul>
      <p class="note">{design.assumptions}</p>
      <Figure title={words.power} how={words.powerHow} table={table}>
        <DesignChart points={points} lines={power} percent foot={words.treated} label={words.power} />
      </Figure>
      <Figure title={words.width} unit={words.widthUnit} how={words.widthHow} table={table}>
        <DesignChart points={points} lines={width} percent={false} foot={words.treated} label={words.width} />
      </Figure>
    </>
  );
}

function PointsTable({ points }: { points: DesignPoint[] }) {
  const words = useText().design;
  const share = ({ value, ci_low, ci_high }: Estimate) =>
    value !== null &&
    ci_low !== null &&
    ci_high !== null && (
      <>
        {fixed(100 * value, 1)}
        <small>{between(fixed(100 * ci_low, 1), fixed(100 * ci_high, 1))}</small>
      </>
    );
  return (
    <TableBox label={words.title}>
      <table>
        <TableHead columns={numeric(...words.columns)} />
        <tbody>
          {points.map((point) => (
            <tr key={point.treated}>
              <th scope="row" class="n">
                {point.treated}
              </th>
              <td class="n">{point.control}</td>
              <td class="n">{share(point.group_by_time)}</td>
              <td class="n">{share(point.equivalence)}</td>
              <td class="n">{point.d_ppc2_width.value !== null && fixed(point.d_ppc2_width.value, 2)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}
