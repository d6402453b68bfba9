// The infant's birth date, which gives the age at every recording and is then forgotten, and the ages themselves.
import { useId, useState } from "preact/hooks";
import { useAppState, useSession } from "../../app/context";
import { type Slot, startOf } from "../../app/state";
import { plain } from "../../format";
import { useText } from "../../text/text";
import { NumberField } from "./number-field";

const oldestMonths = 1200;
/** As the core counts them (core/edf/start.hpp). */
const dayMs = 86_400_000;
const daysPerMonth = 30.4375;

export function Ages({ slots }: { slots: { slot: Slot; index: number }[] }) {
  const text = useText();
  const words = text.check;
  const session = useSession();
  const id = useId();
  const [late, setLate] = useState(false);
  const enter = async (birth: string) => {
    const ages = slots.flatMap(({ slot }) => {
      const start = startOf(slot);
      if (birth === "" || start === null) return [];
      const days = (Date.parse(start.slice(0, 10)) - Date.parse(birth)) / dayMs;
      return [{ key: slot.key, months: Math.round((10 * days) / daysPerMonth) / 10 }];
    });
    const fits = ages.every(({ months }) => months >= 0 && months <= oldestMonths);
    setLate(!fits);
    if (fits) await session.entries.enterAges(ages);
  };
  return (
    <div class="ages">
      <div>
        <label for={id}>{words.birth}</label>
        <input
          id={id}
          type="date"
          aria-describedby={`${id}-note`}
          aria-invalid={late}
          onChange={(event) => void enter(event.currentTarget.value)}
        />
      </div>
      {slots.map(({ slot, index }) => (
        <AgeField key={slot.key} slot={slot} name={text.visit(index)} />
      ))}
      <WeeksEarly />
      <p id={`${id}-note`} class={late ? "failure" : "note"} role={late ? "alert" : undefined}>
        {late ? words.birthWrong : words.ageHint}
      </p>
    </div>
  );
}

/** What ages are corrected for, of the infant and so of every visit. */
function WeeksEarly() {
  const words = useText().check;
  const session = useSession();
  const id = useId();
  const { infant } = useAppState();
  return (
    <div>
      <label for={id}>{words.weeksEarly}</label>
      <NumberField
        id={id}
        value={infant.weeksEarly}
        show={plain}
        lowest={0}
        highest={20}
        wrong={words.weeksEarlyWrong}
        enter={(weeksEarly) => void session.entries.enterInfant({ weeksEarly })}
      />
    </div>
  );
}

function AgeField({ slot, name }: { slot: Slot; name: string }) {
  const words = useText().check;
  const session = useSession();
  const id = useId();
  const { age_months: age } = slot.options;
  const ofHeader = slot.state.kind === "ready" && age === null ? slot.state.visit.age_months : null;
  return (
    <div>
      <label for={id}>{words.ageAt(name)}</label>
      <NumberField
        id={id}
        value={age}
        show={(months) => plain(Math.round(months * 10) / 10)}
        lowest={0}
        highest={oldestMonths}
        wrong={words.ageWrong}
        hint={ofHeader === null ? undefined : words.ageOfHeader(plain(ofHeader))}
        enter={(age_months) => void session.entries.enter(slot.key, { age_months })}
      />
    </div>
  );
}
