import { render } from "preact";
import { useLayoutEffect } from "preact/hooks";
import { SessionProvider, useAppState } from "./app/context";
import { Session } from "./app/session";
import { writeNumbersAs } from "./format";
import { dictionaries, TextProvider } from "./text/text";
import { App } from "./views/app";

const session = new Session();
session.start();

/** The page in the language that was chosen. */
function Localised() {
  const { language } = useAppState();
  const text = dictionaries[language];
  writeNumbersAs(text.numbers);
  useLayoutEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return (
    <TextProvider value={text}>
      <App />
    </TextProvider>
  );
}

const root = document.getElementById("app");
if (root) {
  render(
    <SessionProvider value={session}>
      <Localised />
    </SessionProvider>,
    root,
  );
}
