// The frame around every screen: where one is, what leaves this computer, and the screen itself.
import { useEffect, useRef, useState } from "preact/hooks";
import { useAppState } from "../app/context";
import { type Screen, screens } from "../app/state";
import { useText } from "../text/text";
import { CheckScreen } from "./check/check";
import { CodeScreen } from "./code/code";
import { GroupScreen } from "./group/group";
import { MethodsScreen } from "./methods/methods";
import { DropAnywhere } from "./open/drop-anywhere";
import { OpenScreen } from "./open/open";
import { WorkshopSheet } from "./open/workshop";
import { PairScreen } from "./pair/pair";
import { Preferences } from "./preferences";
import { Contents } from "./report/contents";
import { ReportScreen } from "./report/report";
import { SignalsScreen } from "./signals/signals";
import { Tour } from "./tour";
import { TrustLine } from "./trust";

export function App() {
  const { screen, core } = useAppState();
  const text = useText();
  const main = useFocusOnChange(screen);
  return (
    <div class="app" data-screen={screen}>
      <button type="button" class="skip" onClick={() => main.current?.focus()}>
        {text.skip}
      </button>
      <Side screen={screen} />
      <main id="main" tabIndex={-1} ref={main}>
        {core.kind === "failed" ? <CoreFailed detail={core.detail} /> : <CurrentScreen screen={screen} />}
        <p class="foot">{text.notice}</p>
      </main>
      <Tour />
      <DropAnywhere />
    </div>
  );
}

/** At the side of a wide screen; on a narrow one a bar that unfolds, so that the screen is the reader's. */
function Side({ screen }: { screen: Screen }) {
  const { network } = useAppState();
  const text = useText();
  const [unfolded, setUnfolded] = useState(false);
  useEffect(() => setUnfolded(false), [screen]);
  return (
    <header class={unfolded ? "side unfolded" : "side"}>
      <div class="side-inner">
        <div class="bar">
          <p class="brand">{text.name}</p>
          <span class="bar-requests">{text.trust.short(network.sent)}</span>
          <button
            type="button"
            class="button menu"
            aria-expanded={unfolded}
            aria-controls="screens"
            onClick={() => setUnfolded(!unfolded)}
          >
            {text.screens[screen]}
          </button>
        </div>
        <div id="screens" class="side-rest">
          <nav aria-label={text.screensLabel}>
            <ol>
              {screens.map((name) => (
                <li key={name}>
                  <a href={`#${name}`} aria-current={name === screen ? "page" : undefined}>
                    {text.screens[name]}
                  </a>
                  {name === "report" && name === screen && <Contents />}
                </li>
              ))}
            </ol>
          </nav>
          <TrustLine />
          <Preferences />
        </div>
      </div>
    </header>
  );
}

function CurrentScreen({ screen }: { screen: Screen }) {
  switch (screen) {
    case "open":
      return <OpenScreen />;
    case "check":
      return <CheckScreen />;
    case "code":
      return <CodeScreen />;
    case "signals":
      return <SignalsScreen />;
    case "report":
      return <ReportScreen />;
    case "group":
      return <GroupScreen />;
    case "methods":
      return <MethodsScreen />;
    case "workshop":
      return <WorkshopSheet />;
    case "pair":
      return <PairScreen />;
  }
}

function CoreFailed({ detail }: { detail: string }) {
  const text = useText();
  return (
    <section class="paper">
      <h1>{text.coreFailed.title}</h1>
      <p>{text.coreFailed.body}</p>
      <p class="note">{detail}</p>
    </section>
  );
}

/** A new screen starts at its top, and screen readers start there too; the first one is left alone. */
function useFocusOnChange(screen: Screen) {
  const main = useRef<HTMLElement>(null);
  const [first] = useState({ screen, done: false });
  useEffect(() => {
    if (!first.done) {
      first.done = true;
      return;
    }
    window.scrollTo(0, 0);
    main.current?.focus({ preventScroll: true });
  }, [screen, first]);
  return main;
}
