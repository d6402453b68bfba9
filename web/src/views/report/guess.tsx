// Guess first: what a class thinks was put into an example, counted before the truth is looked at. The guesses live as long
// as the page and go nowhere.

import { useRef, useState } from "preact/hooks";
import type { Statement } from "#report";
import { useAppState, useSession } from "../../app/context";
import { type Guess, type Way, ways } from "../../app/state";
import { TableHead } from "../../charts/table";
import { useText } from "../../text/text";

type Domain = Statement["domain"];

/** A guess for each domain, and how often which was made. `domains` are those whose truth is known. */
export function GuessFirst({ scenario, domains }: { scenario: string; domains: Domain[] }) {
  const text = useText();
  const words = text.report.guess;
  const session = useSession();
  const guesses = useAppState().guesses.filter((guess) => guess.scenario === scenario);
  const [chosen, setChosen] = useState<Record<string, Way>>({});
  const form = useRef<HTMLFormElement>(null);
  if (domains.length === 0) return null;
  return (
    <form
      ref={form}
      class="guess"
      onSubmit={(event) => {
        event.preventDefault();
        session.guess(scenario, chosen);
        setChosen({});
        // The button can no longer be pressed: the next guess begins above.
        form.current?.querySelector("input")?.focus();
      }}
    >
      <h3>{words.title}</h3>
      <p class="note">{words.lead}</p>
      <Tally
        domains={domains}
        guesses={guesses}
        chosen={chosen}
        choose={(domain, way) => setChosen({ ...chosen, [domain]: way })}
      />
      <p class="row">
        <button
          type="submit"
          class="button small"
          disabled={domains.some((domain) => chosen[domain] === undefined)}
        >
          {words.add}
        </button>
        {guesses.length > 0 && (
          <button type="button" class="link" onClick={() => session.takeBackGuess(scenario)}>
            {words.takeBack}
          </button>
        )}
        <output>{words.count(guesses.length)}</output>
      </p>
    </form>
  );
}

/** A line a domain: what is being guessed, and beside it how often it was. */
function Tally(props: {
  domains: Domain[];
  guesses: Guess[];
  chosen: Record<string, Way>;
  choose: (domain: Domain, way: Way) => void;
}) {
  const text = useText();
  const words = text.report.guess;
  const { domains, guesses, chosen, choose } = props;
  return (
    <table>
      <TableHead columns={["", ...ways.map((way) => words.ways[way])]} />
      <tbody>
        {domains.map((domain) => (
          <tr key={domain}>
            <th scope="row">{text.report.domain[domain]}</th>
            {ways.map((way) => (
              <td key={way}>
                <label>
                  <input
                    type="radio"
                    name={`guess-${domain}`}
                    aria-label={text.named(text.report.domain[domain], words.ways[way])}
                    checked={chosen[domain] === way}
                    onChange={() => choose(domain, way)}
                  />
                  {guesses.length > 0 && <span>{counted(guesses, domain, way)}</span>}
                </label>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const counted = (guesses: Guess[], domain: Domain, way: Way): number =>
  guesses.filter(({ answers }) => answers[domain] === way).length;

/** How many guessed what was put in, a sentence a domain; nothing where nobody guessed. */
export function GuessedRight({ scenario, put }: { scenario: string; put: { domain: Domain; way: Way }[] }) {
  const text = useText();
  const words = text.report.guess;
  const guesses = useAppState().guesses.filter((guess) => guess.scenario === scenario);
  if (guesses.length === 0) return null;
  return (
    <ul class="guessed">
      {put.map(({ domain, way }) => (
        <li key={domain}>
          {text.named(
            text.report.domain[domain],
            words.right(words.ways[way], counted(guesses, domain, way), guesses.length),
          )}
        </li>
      ))}
    </ul>
  );
}
