// What the folder's names and tables say: who is in the study, which recordings there are, and what is wrong.
import type { CohortPlan } from "#report";
import { type GroupState, recorded } from "../../app/group";
import { Disclosure } from "../../charts/figure";
import { told } from "../../text/said";
import { useText } from "../../text/text";
import { Diagnostics } from "../diagnostics";

export function Found({ state, plan }: { state: GroupState; plan: CohortPlan }) {
  const text = useText();
  const words = text.group;
  const missing = plan.sessions.filter(({ missing }) => missing !== "");
  const pairs = new Set(plan.infants.map(({ pair }) => pair).filter(Boolean)).size;
  const facts: [string, string][] = [
    [words.facts.layout, plan.layout],
    [words.facts.infants, text.named(plan.infants.length, groupSizes(plan, words.noGroup).join(", "))],
    [words.facts.visits, text.named(plan.visits.length, plan.visits.join(", "))],
    [words.facts.recordings, words.ofSessions(recorded(state).length, plan.sessions.length)],
    [words.facts.pairs, pairs > 0 ? String(pairs) : words.noPairs],
  ];
  if (state.source === "folder") facts.unshift([words.facts.folder, state.name]);
  return (
    <section aria-labelledby="found-title" class="block">
      <h2 id="found-title">
        {words.found} {state.source === "example" && <small class="badge">{words.simulated}</small>}
      </h2>
      <dl class="facts">
        {facts.map(([name, fact]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{fact}</dd>
          </div>
        ))}
      </dl>
      {plan.diagnostics.length > 0 && <Diagnostics list={plan.diagnostics} />}
      {missing.length > 0 && (
        <Disclosure summary={words.missingTitle(missing.length)}>
          {() => (
            <ul class="reasons">
              {missing.map((session) => (
                <li key={`${session.infant} ${session.visit}`}>
                  {text.named(
                    `${plan.infants[session.infant]?.participant} ${session.visit}`,
                    told(session, "missing", text),
                  )}
                </li>
              ))}
            </ul>
          )}
        </Disclosure>
      )}
    </section>
  );
}

/** Names of the groups, in the order in which the infants have them. */
export const groupNames = ({ infants }: CohortPlan): string[] => [
  ...new Set(infants.map(({ group }) => group).filter(Boolean)),
];

function groupSizes(plan: CohortPlan, none: string): string[] {
  const sizes = new Map<string, number>();
  for (const { group } of plan.infants) sizes.set(group, (sizes.get(group) ?? 0) + 1);
  return [...sizes].map(([name, size]) => `${name || none} ${size}`);
}
