// Comparison infants: a table the user loads, what it holds, and how the infants are matched to this one.
import { useId } from "preact/hooks";
import type { ComparisonSettings, ReferenceContents } from "#report";
import { useAppState, useSession } from "../../app/context";
import { Disclosure } from "../../charts/figure";
import { numeric, TableBox, TableHead } from "../../charts/table";
import { fixed } from "../../format";
import { told } from "../../text/said";
import { useText } from "../../text/text";
import { useAnswer } from "../answer";
import { FailureText } from "../failure";
import { NumberField } from "./number-field";
import { Part } from "./part";
import { TextPicker } from "./text-picker";

const widestBandMonths = 60;

export function ComparisonInfants() {
  const words = useText().comparisonInfants;
  const session = useSession();
  const { infant } = useAppState();
  const id = useId();
  const { referenceCsv: table } = infant;
  const contents = useAnswer<ReferenceContents>("referenceContents", table === "" ? null : [table]);
  return (
    <section class="visit" aria-labelledby={id}>
      <Part
        name={words.title}
        heading={id}
        kind="comparison"
        said={contents.value ? String(contents.value.infants) : words.noneLoaded}
      >
        {() => (
          <>
            <p class="note">{words.lead}</p>
            <TextPicker
              label={table === "" ? words.choose : words.chooseOther}
              hint={words.columns}
              take={async (text) => {
                await session.ask("referenceContents", text);
                await session.entries.enterInfant({ referenceCsv: text });
              }}
            />
            <div aria-live="polite">
              {contents.failure && <FailureText failure={contents.failure} />}
              {contents.value && <Held contents={contents.value} />}
            </div>
            {table !== "" && (
              <>
                <Matching />
                <div class="row">
                  <button
                    type="button"
                    class="link"
                    onClick={() => void session.entries.enterInfant({ referenceCsv: "" })}
                  >
                    {words.remove}
                  </button>
                </div>
              </>
            )}
          </>
        )}
      </Part>
    </section>
  );
}

function Held({ contents }: { contents: ReferenceContents }) {
  const text = useText();
  const words = text.comparisonInfants;
  const { report } = useAppState();
  const { infants, visits, youngest_months: youngest, oldest_months: oldest, measures } = contents;
  const known = report.kind === "ready" ? report.report.measures : [];
  const unknown =
    known.length === 0 ? [] : measures.filter(({ measure }) => known.every(({ id }) => id !== measure));
  const facts: [string, string][] = [
    [words.infants, String(infants)],
    [words.visits, String(visits)],
    [
      words.ages,
      youngest === null || oldest === null
        ? words.noAges
        : words.months(fixed(youngest, 1), fixed(oldest, 1)),
    ],
    [words.source, told(contents, "source", text) || words.noSource],
  ];
  return (
    <>
      <dl class="facts">
        {facts.map(([term, value]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {unknown.length > 0 && (
        <p>{words.unknown(unknown.map((one) => told(one, "title", text)).join(text.semicolon))}</p>
      )}
      <Disclosure summary={words.measures(measures.length)}>
        {() => <MeasuresHeld measures={measures} />}
      </Disclosure>
    </>
  );
}

function MeasuresHeld({ measures }: { measures: ReferenceContents["measures"] }) {
  const text = useText();
  const words = text.comparisonInfants;
  return (
    <TableBox label={words.measures(measures.length)}>
      <table>
        <TableHead columns={[words.measure, words.column, ...numeric(words.infants)]} />
        <tbody>
          {measures.map((one) => (
            <tr key={one.measure}>
              <th scope="row">{told(one, "title", text)}</th>
              <td>
                <code>{one.measure}</code>
              </td>
              <td class="n">{one.infants}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}

/** How close in age, and whether of the same sex, comparison infants must be. */
function Matching() {
  const words = useText().comparisonInfants;
  const session = useSession();
  const { settings, infant } = useAppState();
  const id = useId();
  if (!settings) return null;
  const { comparison } = settings;
  const set = (part: Partial<ComparisonSettings>) =>
    void session.setSettings({ ...settings, comparison: { ...comparison, ...part } });
  return (
    <>
      <div class="row">
        <label for={id}>{words.band}</label>
        <span>
          <NumberField
            id={id}
            value={comparison.age_band_months}
            lowest={0.1}
            highest={widestBandMonths}
            wrong={words.bandWrong}
            hint={words.bandHint}
            required
            enter={(band) => band !== null && set({ age_band_months: band })}
          />
        </span>
      </div>
      <label class="choice">
        <input
          type="checkbox"
          checked={comparison.match_sex}
          onChange={(event) => set({ match_sex: event.currentTarget.checked })}
        />{" "}
        {words.sameSex}
      </label>
      {comparison.match_sex && infant.sex === "" && <p class="note">{words.sexNeeded}</p>}
    </>
  );
}
