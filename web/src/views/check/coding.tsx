// Coded behaviour of a visit: the table of a coding program, a second coder's, or the recording's own annotations; whom
// and what of it is meant, on which clock, in which phases.
import type { CodingContents, CodingOptions, Visit } from "#report";
import { useAppState, useSession } from "../../app/context";
import { asTheFirst, type Slot } from "../../app/state";
import { Disclosure } from "../../charts/figure";
import { told, useTold } from "../../text/said";
import { useText } from "../../text/text";
import { type Answer, useAnswer } from "../answer";
import { Diagnostics } from "../diagnostics";
import { asRead } from "../example-phases";
import { FailureText } from "../failure";
import { Agreement } from "../report/agreement";
import { AnnotationRule, CodeStates } from "./code-states";
import { CodingChoices, CodingPhases, OffsetField } from "./coding-choices";
import { TextPicker } from "./text-picker";

export function CodingEditor({ slot, visit, name }: { slot: Slot; visit: Visit; name: string }) {
  const text = useText();
  const words = text.coding;
  const session = useSession();
  const { codes, codes_second: second, coding } = slot.options;
  const first = useContents(codes, coding);
  const forSecond = choiceOfSecond(coding);
  const other = useContents(second, forSecond);
  const set = (part: Partial<CodingOptions>) =>
    void session.entries.enter(slot.key, { coding: { ...coding, ...part } });
  const read = useTold(visit.still_face);
  return (
    <>
      <p class="note">{words.lead}</p>
      <CodingFiles slot={slot} visit={visit} name={name} first={first} other={other} />
      <div aria-live="polite">
        {codes !== "" && read.reason !== "" && <p class="failure">{read.reason}</p>}
        {codes === "" && read.reason === "" && <p>{words.fromAnnotations}</p>}
        {read.reason === "" && <Agreement stillFace={read} />}
      </div>
      {first.value && (
        <>
          <CodingChoices contents={first.value} coding={coding} set={set} />
          {visit.recorded && <OffsetField coding={coding} set={set} />}
        </>
      )}
      {other.value && hasChoices(other.value) && (
        <fieldset class="plain">
          <legend>{words.second}</legend>
          <CodingChoices
            contents={other.value}
            coding={forSecond}
            set={(part) => set({ second: { ...coding.second, ...part } })}
          />
        </fieldset>
      )}
      {(first.value || other.value) && (
        <CodeStates
          contents={[first.value, other.value]}
          name={name}
          phases={coding.phase_codes}
          setPhases={(phase_codes) => set({ phase_codes })}
        />
      )}
      {first.value && (
        <>
          <h3>{words.phasesTitle}</h3>
          <CodingPhases visit={asRead(slot, visit)} coding={coding} name={name} set={set} />
        </>
      )}
      {read.diagnostics.length > 0 && <Diagnostics list={read.diagnostics} />}
    </>
  );
}

/** The codings' files, or the recording's own annotations in their place. */
function CodingFiles(props: {
  slot: Slot;
  visit: Visit;
  name: string;
  first: Answer<CodingContents>;
  other: Answer<CodingContents>;
}) {
  const { slot, visit, name, first, other } = props;
  const words = useText().coding;
  const session = useSession();
  const { codes, codes_second: second, coding } = slot.options;
  return (
    <>
      <CodingFile
        which={words.first}
        name={name}
        contents={first}
        isRefused={reasonOf(visit.still_face) === "codings.cannot_read"}
        text={codes}
        coding={coding}
        take={(table) =>
          // Whom and what of another table is meant has to be chosen anew.
          session.entries.enter(slot.key, {
            codes: table,
            coding: { ...coding, observation: "", subject: "", tiers: [], code_column: "" },
          })
        }
      />
      {(codes !== "" || second !== "" || visit.still_face.reason === "") && (
        <CodingFile
          which={words.second}
          name={name}
          contents={other}
          isRefused={reasonOf(visit.still_face.agreement) === "codings.cannot_read_second"}
          text={second}
          coding={choiceOfSecond(coding)}
          take={(table) =>
            session.entries.enter(slot.key, {
              codes_second: table,
              coding: { ...coding, second: asTheFirst() },
            })
          }
        />
      )}
      {codes === "" && visit.recorded && (
        <>
          <label class="choice">
            <input
              type="checkbox"
              checked={coding.annotations}
              onChange={(event) => {
                const annotations = event.currentTarget.checked;
                void session.entries.enter(slot.key, { coding: { ...coding, annotations } });
              }}
            />{" "}
            {words.annotations}
          </label>
          {coding.annotations && (
            <Disclosure summary={words.annotationRule}>{() => <AnnotationRule />}</Disclosure>
          )}
        </>
      )}
    </>
  );
}

/** Which sentence says why there is no result. */
const reasonOf = ({ said }: { said?: Record<string, unknown> }): string | undefined =>
  (said?.reason as { id: string } | undefined)?.id;

const hasChoices = ({ observations, subjects, tiers, code_columns }: CodingContents): boolean =>
  [observations, subjects, tiers, code_columns].some((names) => names.length > 1);

/** What is chosen of the second coder's table: what was chosen for it, else what was of the first one's. */
function choiceOfSecond(coding: CodingOptions): CodingOptions {
  const { second } = coding;
  return {
    ...coding,
    observation: second.observation || coding.observation,
    subject: second.subject || coding.subject,
    tiers: second.tiers.length > 0 ? second.tiers : coding.tiers,
    code_column: second.code_column || coding.code_column,
  };
}

function useContents(table: string, coding: CodingOptions): Answer<CodingContents> {
  const { settings } = useAppState();
  const asked = table === "" || !settings ? null : [table, JSON.stringify(coding), JSON.stringify(settings)];
  return useAnswer<CodingContents>("codingContents", asked);
}

/** One coder's table: what it was read as, and another in its place. */
function CodingFile(props: {
  which: string;
  name: string;
  text: string;
  contents: Answer<CodingContents>;
  /** A table, but no coding that can be compared. */
  isRefused: boolean;
  coding: CodingOptions;
  take: (table: string) => Promise<void>;
}) {
  const text = useText();
  const words = text.coding;
  const session = useSession();
  const { settings } = useAppState();
  const { contents, which } = props;
  const label = props.text === "" ? words.choose(which) : words.chooseOther(which);
  return (
    <div class="coding-file">
      {props.text !== "" && (
        <p>
          {props.isRefused || contents.failure
            ? words.notRead(which)
            : words.readAs(which, contents.value ? told(contents.value, "format", text) : "")}{" "}
          <button
            type="button"
            class="link"
            aria-label={words.removeFor(which, props.name)}
            onClick={() => void props.take("")}
          >
            {words.remove}
          </button>
        </p>
      )}
      {contents.failure && <FailureText failure={contents.failure} />}
      <TextPicker
        label={label}
        name={`${label}, ${props.name}`}
        take={async (table) => {
          const asked = { ...props.coding, code_column: "" };
          await session.ask("codingContents", table, JSON.stringify(asked), JSON.stringify(settings));
          await props.take(table);
        }}
      />
    </div>
  );
}
