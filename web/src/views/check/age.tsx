// The infant's age at a visit, if the user cares to enter it.
import { useId } from "preact/hooks";
import { useSession } from "../../app/context";
import type { Slot } from "../../app/state";
import { plain } from "../../format";
import { useText } from "../../text/text";
import { NumberField } from "./number-field";

const oldestMonths = 1200;

export function AgeField({ slot }: { slot: Slot }) {
  const words = useText().check;
  const session = useSession();
  const id = useId();
  const { age_months: age } = slot.options;
  return (
    <div>
      <dt>
        <label for={id}>{words.age}</label>
      </dt>
      <dd>
        <NumberField
          id={id}
          value={age}
          show={(months) => plain(Math.round(months * 10) / 10)}
          lowest={0}
          highest={oldestMonths}
          wrong={words.ageWrong}
          hint={words.ageHint}
          enter={(age_months) => void session.enter(slot.key, { age_months })}
        />
      </dd>
    </div>
  );
}
