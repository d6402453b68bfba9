import { render } from "preact";
import { SessionProvider } from "./app/context";
import { Session } from "./app/session";
import { en } from "./text/en";
import { TextProvider } from "./text/text";
import { App } from "./views/app";

const session = new Session();
session.start();

const root = document.getElementById("app");
if (root) {
  render(
    <TextProvider value={en}>
      <SessionProvider value={session}>
        <App />
      </SessionProvider>
    </TextProvider>,
    root,
  );
}
