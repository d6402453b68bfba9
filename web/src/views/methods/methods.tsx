// How each number is formed, and every setting with its default and the source of that default, as the core
// itself describes them.
import type { PorgesGain, Settings } from "#report";
import { useAppState, useSchema } from "../../app/context";
import { type NumberRange, rangeIn, type Schema } from "../../app/state";
import { numeric, TableBox, TableHead } from "../../charts/table";
import { plain, signed } from "../../format";
import { useText } from "../../text/text";
import { inWords, type SettingRow as Row, settingRows, settingText, structOf } from "../setting-text";

export function MethodsScreen() {
  const text = useText();
  const { core } = useAppState();
  const schema = useSchema();
  return (
    <section class="paper methods">
      <h1>{text.methods.title}</h1>
      <p class="note">{text.methods.lead}</p>
      {text.methods.formulas.map(({ title, formula, body }) => (
        <section key={title}>
          <h2>{title}</h2>
          <p class="formula">{formula}</p>
          <p class="prose">{body}</p>
          {formula === text.methods.rsaFormula && core.kind === "ready" && (
            <PorgesGainTable gain={core.porgesGain} />
          )}
        </section>
      ))}
      {core.kind === "ready" &&
        schema &&
        settingGroups(core.defaults).map((group) => (
          <section key={group}>
            <h2>{text.methods.groups[group] ?? group}</h2>
            <SettingsTable of="Settings" group={group} values={core.defaults[group]} schema={schema} />
          </section>
        ))}
      {core.kind === "ready" &&
        schema &&
        cohortGroups.map((group) => (
          <section key={group}>
            <h2>{text.methods.groups[group] ?? group}</h2>
            <SettingsTable of="CohortSettings" group={group} values={core.cohort[group]} schema={schema} />
          </section>
        ))}
      <h2>{text.methods.references}</h2>
      <ul class="prose">
        {text.methods.referenceList.map((reference) => (
          <li key={reference} lang="en">
            {reference}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What Porges and Bohrer's filters do to breathing of each frequency. */
function PorgesGainTable({ gain }: { gain: PorgesGain }) {
  const words = useText().methods.porgesGain;
  const rows: [string, number[]][] = [
    [words.polynomial, gain.polynomial_ln],
    [words.filtered, gain.filtered_ln],
  ];
  return (
    <>
      <p class="prose">{words.about}</p>
      <TableBox label={words.title}>
        <table>
          <TableHead columns={[words.frequency, ...numeric(...gain.frequency_hz.map(plain))]} />
          <tbody>
            {rows.map(([name, values]) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                {values.map((value, index) => (
                  <td key={gain.frequency_hz[index]} class="n">
                    {signed(value, 2)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </TableBox>
    </>
  );
}

const settingGroups = (settings: Settings) => Object.keys(settings) as (keyof Settings)[];

const cohortGroups = ["gates", "group", "reference"] as const;

/** The settings of one group, which is a member of the struct `of`. */
function SettingsTable(props: { of: string; group: string; values: object; schema: Schema }) {
  const text = useText();
  const { of, group, schema } = props;
  const struct = structOf(schema.$defs[of]?.properties?.[group]);
  return (
    <TableBox label={text.methods.groups[group] ?? group}>
      <table class="settings">
        <TableHead
          columns={[text.methods.setting, text.methods.value, text.methods.range, text.methods.source]}
        />
        <tbody>
          {settingRows(schema, struct, props.values).map((row) => (
            <SettingRow key={row.name} row={row} schema={schema} />
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}

function SettingRow({ row: { name, property, value }, schema }: { row: Row; schema: Schema }) {
  const text = useText();
  const range = rangeIn(schema, property);
  const about = (
    <>
      {inWords(property, "description", text)} <code>{name}</code>
    </>
  );
  if (value === undefined)
    return (
      <tr>
        <th scope="row" colSpan={4}>
          {about}
        </th>
      </tr>
    );
  return (
    <tr>
      <th scope="row">{about}</th>
      <SettingCell value={value} columns={range ? 1 : 2} />
      {range && <td>{rangeText(range)}</td>}
      <td>{inWords(property, "x-source", text) || "–"}</td>
    </tr>
  );
}

const rangeText = (range: NumberRange): string => `${plain(range.lowest)} – ${plain(range.highest)}`;

/** Words among settings are English in every language: they name what files and recordings call things. */
export function SettingCell({ value, columns = 1 }: { value: unknown; columns?: number }) {
  const text = useText();
  return (
    <td lang={["number", "boolean"].includes(typeof value) ? undefined : "en"} colSpan={columns}>
      {settingText(value, text)}
    </td>
  );
}
