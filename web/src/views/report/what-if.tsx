// "What if": the settings people argue about, to be turned, with the answer under the defaults beside the report's
// own. And the link that carries them.
import { useRef, useState } from "preact/hooks";
import type { Measure, Report, Settings } from "#report";
import { useAppState, useSession } from "../../app/context";
import { changedSettings, linkOf } from "../../app/link";
import { exampleOf } from "../../app/state";
import { Disclosure } from "../../charts/figure";
import { numeric, TableBox, TableHead } from "../../charts/table";
import { plain } from "../../format";
import { useText } from "../../text/text";
import { useCopy } from "../use-copy";
import { changeText } from "./cells";
import { firstSentence } from "./findings";
import { StrengthBadge } from "./strength";

interface Choice {
  name: string;
  options: { label: string; settings: Settings }[];
}

/** Stands before the finding, where it was made with other settings than the defaults. */
export function ChangedNotice({ report }: { report: Report }) {
  const words = useText().report.whatIf;
  const { core } = useAppState();
  return core.kind === "ready" && isChanged(report, core.defaults) ? (
    <p class="notice">{words.changed}</p>
  ) : null;
}

/** By the report's own settings: those in use may be ahead of it. */
const isChanged = (report: Report, defaults: Settings): boolean =>
  changedSettings(report.provenance.settings, defaults) !== null;

export function WhatIf({ report, byDefault }: { report: Report; byDefault: Report | null }) {
  const words = useText().report.whatIf;
  const { core, settings } = useAppState();
  if (core.kind !== "ready" || !settings) return null;
  const changed = changedSettings(settings, core.defaults) !== null;
  return (
    <section class="what-if" aria-label={words.title}>
      <Disclosure summary={words.title}>
        {() => (
          <>
            <InSight report={report} />
            <Panel settings={settings} defaults={core.defaults} changed={changed} />
          </>
        )}
      </Disclosure>
      {isChanged(report, core.defaults) && byDefault && <Answers report={report} byDefault={byDefault} />}
    </section>
  );
}

/** The finding in short, over the switches that move it. */
function InSight({ report: { pattern, statements } }: { report: Report }) {
  const text = useText();
  return (
    <div class="in-sight" aria-live="polite">
      <strong>{firstSentence(pattern)}</strong>
      <ul>
        {statements.map((statement) => (
          <li key={statement.domain}>
            {text.report.domain[statement.domain]} <StrengthBadge statement={statement} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Panel(props: { settings: Settings; defaults: Settings; changed: boolean }) {
  const text = useText();
  const words = text.report.whatIf;
  const session = useSession();
  const { settings, defaults } = props;
  return (
    <>
      <p class="note">{words.lead}</p>
      <div class="choices">
        {choicesOf(settings, defaults, words).map(({ name, options }) => {
          const current = options.findIndex(
            (option) => JSON.stringify(option.settings) === JSON.stringify(settings),
          );
          return (
            <label key={name}>
              {name}
              <select
                value={current}
                onChange={(event) => {
                  const option = options[Number(event.currentTarget.value)];
                  if (option) void session.setSettings(option.settings);
                }}
              >
                {current < 0 && <option value={-1}>{words.other}</option>}
                {options.map(({ label }, index) => (
                  <option key={label} value={index}>
                    {label}
                  </option>
                ))}
              </select>
            </label>
          );
        })}
      </div>
      <div class="row">
        {props.changed && (
          <button
            type="button"
            class="button small"
            onClick={() =>
              void session.setSettings({ ...defaults, edits: settings.edits, coding: settings.coding })
            }
          >
            {words.reset}
          </button>
        )}
        <SettingsLink settings={settings} defaults={defaults} />
      </div>
    </>
  );
}

/** What can be turned; each option is the settings as they would then be. */
function choicesOf(settings: Settings, defaults: Settings, words: Words): Choice[] {
  const usual = (label: string, isDefault: boolean) => (isDefault ? words.usual(label) : label);
  return [...ofBrain(settings, defaults, words, usual), ...ofHeart(settings, defaults, words, usual)];
}

/** Marks the label of a default. */
type Usual = (label: string, isDefault: boolean) => string;

function ofBrain(settings: Settings, defaults: Settings, words: Words, usual: Usual): Choice[] {
  const bands = [defaults.eeg.alpha, ...defaults.eeg.sensitivity_bands];
  const withEeg = (part: Partial<Settings["eeg"]>) => ({ ...settings, eeg: { ...settings.eeg, ...part } });
  return [
    {
      name: words.band,
      options: bands.map((band, index) => ({
        label: usual(words.hz(plain(band.low_hz), plain(band.high_hz)), index === 0),
        settings: withEeg({ alpha: band }),
      })),
    },
    {
      name: words.reference,
      options: (["as recorded", "average", "Cz", "linked mastoids"] as const).map((reference) => ({
        label: usual(words.references[reference], reference === defaults.eeg.reference),
        settings: withEeg({ reference }),
      })),
    },
    {
      name: words.amplitude,
      options: [75, 100, 150, 200, 300].map((max_abs_uv) => ({
        label: usual(`±${max_abs_uv} µV`, max_abs_uv === defaults.eeg.max_abs_uv),
        settings: withEeg({ max_abs_uv }),
      })),
    },
  ];
}

function ofHeart(settings: Settings, defaults: Settings, words: Words, usual: Usual): Choice[] {
  const withHrv = (part: Partial<Settings["hrv"]>) => ({ ...settings, hrv: { ...settings.hrv, ...part } });
  return [
    {
      name: words.rsaBand,
      options: [
        [defaults.hrv.rsa_low_hz, defaults.hrv.rsa_high_hz],
        [0.3, 1.3],
        [0.15, 0.4],
      ].map(([rsa_low_hz = 0, rsa_high_hz = 0], index) => ({
        label: usual(words.hz(plain(rsa_low_hz), plain(rsa_high_hz)), index === 0),
        settings: withHrv({ rsa_low_hz, rsa_high_hz }),
      })),
    },
    {
      name: words.beatModel,
      options: (["recursive", "ipfm"] as const).map((rsa_beat_model) => ({
        label: usual(words.beatModels[rsa_beat_model], rsa_beat_model === defaults.hrv.rsa_beat_model),
        settings: withHrv({ rsa_beat_model }),
      })),
    },
    {
      name: words.ageGroup,
      options: (["by_age", "infant", "child", "adult"] as const).map((preset) => ({
        label: usual(words.ageGroups[preset], preset === defaults.ecg.preset),
        settings: { ...settings, ecg: { ...settings.ecg, preset } },
      })),
    },
    {
      name: words.epoch,
      options: [20, 30, 60].map((epoch_s) => ({
        label: usual(`${epoch_s} s`, epoch_s === defaults.hrv.epoch_s),
        settings: withHrv({ epoch_s }),
      })),
    },
  ];
}

type Words = ReturnType<typeof useText>["report"]["whatIf"];

/** The address with these settings, and no data, copied for others to open; shown, so that one sees what it carries. */
function SettingsLink({ settings, defaults }: { settings: Settings; defaults: Settings }) {
  const text = useText();
  const words = text.report.whatIf;
  const { slots } = useAppState();
  const field = useRef<HTMLInputElement>(null);
  const { told, copy } = useCopy(text.exports.methods);
  const [shown, setShown] = useState(false);
  const [copiedAddress, setCopiedAddress] = useState("");
  // Where a file lies is nobody else's address, and may name its owner.
  const page = location.protocol === "file:" ? "" : location.href.split("#")[0];
  const address = page + linkOf(changedSettings(settings, defaults), exampleOf(slots) ?? null);
  const copied = () => {
    setShown(true);
    // The field is drawn a moment after it is asked for.
    void copy(address, () => field.current).then(() => setCopiedAddress(address));
  };
  return (
    <>
      <button type="button" class="button small" onClick={copied}>
        {words.link}
      </button>
      <output>{copiedAddress === address && told}</output>
      {shown && (
        <label class="link-field">
          {page ? words.linkHint : words.linkHintFile}
          <input ref={field} readOnly value={address} onFocus={(event) => event.currentTarget.select()} />
        </label>
      )}
    </>
  );
}

/** The changes that heart and brain rest on, under both settings. */
function Answers({ report, byDefault }: { report: Report; byDefault: Report }) {
  const text = useText();
  const words = text.report.whatIf;
  const shown = report.measures.filter(
    ({ domain, primary, id }) =>
      (domain === "heart" || domain === "brain") && (primary || /porges|ipfm|relative_f4/.test(id)),
  );
  const answer = (measure: Measure | undefined) =>
    measure?.changes
      .map((change) => changeText(change, measure.decimals) || text.report.noNumber)
      .join(text.semicolon) ?? text.report.noNumber;
  return (
    <TableBox label={words.answers}>
      <table class="answers">
        <TableHead columns={[text.report.columns.change, ...numeric(words.now, words.byDefault)]} />
        <tbody>
          {shown.map((measure) => (
            <tr key={measure.id}>
              <th scope="row">
                {measure.title}, {measure.unit}
              </th>
              <td class="n">{answer(measure)}</td>
              <td class="n">{answer(byDefault.measures.find(({ id }) => id === measure.id))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}
