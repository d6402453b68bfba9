// The frame around every screen: where one is, what leaves this computer, and the screen itself.
import { useEffect, useRef, useState } from "preact/hooks";
import { useAppState, useSession } from "../app/context";
import { droppedFolder } from "../app/folder";
import { type Screen, screens } from "../app/state";
import { useText } from "../text/text";
import { CheckScreen } from "./check/check";
import { GroupScreen } from "./group/group";
import { MethodsScreen } from "./methods/methods";
import { filesOf, hasFiles } from "./open/drop";
import { OpenScreen } from "./open/open";
import { Preferences } from "./preferences";
import { ReportScreen } from "./report/report";
import { SignalsScreen } from "./signals/signals";
import { Tour } from "./tour";
import { TrustLine } from "./trust";

export function App() {
  const { screen, core } = useAppState();
  const text = useText();
  useDropAnywhere();
  const main = useFocusOnChange(screen);
  return (
    <div class="app" data-screen={screen}>
      <button type="button" class="skip" onClick={() => main.current?.focus()}>
        {text.skip}
      </button>
      <header class="side">
        <div class="side-inner">
          <p class="brand">{text.name}</p>
          <nav aria-label={text.screensLabel}>
            <ol>
              {screens.map((name) => (
                <li key={name}>
                  <a href={`#${name}`} aria-current={name === screen ? "page" : undefined}>
                    {text.screens[name]}
                  </a>
                </li>
              ))}
            </ol>
          </nav>
          <TrustLine />
          <Preferences />
        </div>
      </header>
      <main id="main" tabIndex={-1} ref={main}>
        {core.kind === "failed" ? <CoreFailed detail={core.detail} /> : <CurrentScreen screen={screen} />}
        <p class="foot">{text.notice}</p>
      </main>
      <Tour />
    </div>
  );
}

function CurrentScreen({ screen }: { screen: Screen }) {
  switch (screen) {
    case "open":
      return <OpenScreen />;
    case "check":
      return <CheckScreen />;
    case "signals":
      return <SignalsScreen />;
    case "report":
      return <ReportScreen />;
    case "group":
      return <GroupScreen />;
    case "methods":
      return <MethodsScreen />;
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

/** A file dropped beside a drop zone must not make the browser leave the page: it is opened instead, under Group as a study. */
function useDropAnywhere(): void {
  const session = useSession();
  useEffect(() => {
    const over = (event: DragEvent) => {
      if (hasFiles(event)) event.preventDefault();
    };
    const drop = (event: DragEvent) => {
      if (!hasFiles(event) || event.defaultPrevented) return;
      event.preventDefault();
      if (session.store.value.screen === "group" && event.dataTransfer) {
        const { name, list } = droppedFolder(event.dataTransfer);
        void session.group.openFolder(name, list);
        return;
      }
      session.show("open");
      void session.openFiles(filesOf(event));
    };
    window.addEventListener("dragover", over);
    window.addEventListener("drop", drop);
    return () => {
      window.removeEventListener("dragover", over);
      window.removeEventListener("drop", drop);
    };
  }, [session]);
}
