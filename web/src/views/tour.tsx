// A short guided tour of an example: a panel at the foot of the page that goes from place to place. It takes no
// focus away from the page and can be left at any step.
import { useEffect, useRef } from "preact/hooks";
import { useAppState, useSession } from "../app/context";
import { scenarios } from "../app/link";
import type { Screen } from "../app/state";
import { useText } from "../text/text";
import { useMayLose } from "./may-lose";

interface Stop {
  screen: Screen;
  /** What is pointed at. */
  place: string;
}

const stops: Stop[] = [
  { screen: "report", place: ".findings" },
  { screen: "report", place: ".domains" },
  { screen: "report", place: ".what-if" },
  { screen: "report", place: ".truth" },
  { screen: "signals", place: ".paper" },
  { screen: "methods", place: ".paper" },
  { screen: "open", place: ".slots" },
];

export function TourButton() {
  const words = useText().tour;
  const mayLose = useMayLose();
  const session = useSession();
  return (
    <button
      type="button"
      class="button small"
      onClick={() => {
        const [first] = scenarios;
        if (!mayLose()) return;
        session.goTo(0);
        if (first) void session.openExample(first);
      }}
    >
      {words.start}
    </button>
  );
}

export function Tour() {
  const words = useText().tour;
  const session = useSession();
  const { tour, report } = useAppState();
  const panel = useRef<HTMLElement>(null);
  const stop = tour === null ? undefined : stops[tour];
  const drawn = report.kind;
  useEffect(() => {
    if (!stop) return;
    session.show(stop.screen);
    // The screen is drawn a moment after its name is in the address.
    const timer = setTimeout(() => {
      const place = document.querySelector(`main ${stop.place}`);
      place?.classList.add("pointed");
      place?.scrollIntoView({ block: "center" });
    }, 120);
    return () => {
      clearTimeout(timer);
      for (const place of document.querySelectorAll(".pointed")) place.classList.remove("pointed");
    };
    // The example's report comes a moment after the first stop.
  }, [stop, session, drawn]);
  useEffect(() => {
    if (!stop) return;
    const leave = ({ key }: KeyboardEvent) => key === "Escape" && session.goTo(null);
    window.addEventListener("keydown", leave);
    return () => window.removeEventListener("keydown", leave);
  }, [stop, session]);
  if (tour === null || !stop) return null;
  const last = tour === stops.length - 1;
  const [title, body] = words.stops[tour] ?? ["", ""];
  return (
    <aside class="tour" aria-label={words.label} ref={panel}>
      <div aria-live="polite">
        <p class="note">{words.count(tour + 1, stops.length)}</p>
        <h2>{title}</h2>
        <p>{body}</p>
      </div>
      <div class="row">
        {tour > 0 && (
          <button type="button" class="button small" onClick={() => session.goTo(tour - 1)}>
            {words.back}
          </button>
        )}
        {!last && (
          <button type="button" class="button small primary" onClick={() => session.goTo(tour + 1)}>
            {words.next}
          </button>
        )}
        <button
          type="button"
          class={last ? "button small primary" : "link"}
          onClick={() => session.goTo(null)}
        >
          {last ? words.end : words.leave}
        </button>
      </div>
    </aside>
  );
}
