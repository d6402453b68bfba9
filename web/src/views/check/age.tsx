// The infant's age at a visit, if the user cares to enter it. Commas are read as decimal points.
import { useId, useState } from "preact/hooks";
import { useSession } from "../../app/context";
import type { Slot } from "../../app/state";
import { plain } from "../../format";
import { useText } from "../../text/text";

const oldestMonths = 120;

export function AgeField({ slot }: { slot: Slot }) {
  const text = useText();
  const session = useSession();
  const id = useId();
  const [wrong, setWrong] = useState(false);
  const enter = (typed: string) => {
    const age = Number(typed.trim().replace(",", "."));
    if (typed.trim() === "") {
      setWrong(false);
      void session.setAge(slot.key, null);
    } else if (age > 0 && age <= oldestMonths) {
      setWrong(false);
      void session.setAge(slot.key, age);
    } else {
      setWrong(true);
    }
  };
  return (
    <div>
      <dt>
        <label for={id}>{text.check.age}</label>
      </dt>
      <dd>
        <input
          id={id}
          class="age"
          inputMode="decimal"
          size={5}
          defaultValue={slot.ageMonths === null ? "" : plain(Math.round(slot.ageMonths * 10) / 10)}
          aria-describedby={`${id}-hint`}
          aria-invalid={wrong}
          onChange={(event) => enter(event.currentTarget.value)}
        />{" "}
        <span id={`${id}-hint`} class={wrong ? "failure" : "note"} role={wrong ? "alert" : undefined}>
          {wrong ? text.check.ageWrong : text.check.ageHint}
        </span>
      </dd>
    </div>
  );
}
