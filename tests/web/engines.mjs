// Firefox and WebKit behind the few things that the tests ask of them. Firefox ESR is driven by Puppeteer over
// WebDriver BiDi, WebKitGTK by its own WebDriver over HTTP on a virtual display.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import puppeteer from "puppeteer-core";

const firefoxPath = process.env.ATTUNE_FIREFOX ?? "/usr/bin/firefox-esr";
const webkitDriver = "/usr/bin/WebKitWebDriver";
const miniBrowser = "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser";

/**
 * Each engine: `missing` names what is not installed, and `launch()` gives
 *   open(url)                  go there
 *   evaluate(body, ...values)  run the text of a function's body, with `args`, and return its value
 *   choose(selector, paths)    files for an input
 *   askedAtReload()            what is asked before the page is loaded anew, which is then not done; WebKit's WebDriver answers
 *                              such questions itself and tells of none
 *   close()
 */
export const engines = {
  firefox: {
    missing: existsSync(firefoxPath) ? "" : "firefox-esr is not installed",
    launch: launchFirefox,
  },
  webkit: {
    missing: [webkitDriver, miniBrowser, "/usr/bin/xvfb-run"].every(existsSync)
      ? ""
      : "webkit2gtk-driver or xvfb is not installed",
    launch: launchWebKit,
  },
};

async function launchFirefox() {
  const browser = await puppeteer.launch({
    browser: "firefox",
    executablePath: firefoxPath,
    headless: true,
    // A first start asks the network for updates of its own; the page's requests are what is counted.
    extraPrefsFirefox: { "app.normandy.enabled": false, "browser.region.update.enabled": false },
  });
  const page = await browser.newPage();
  return {
    open: (url) => page.goto(url),
    evaluate: (body, ...values) => page.evaluate(`(${wrap(body)})(${JSON.stringify(values)})`),
    choose: async (selector, paths) => (await page.$(selector)).uploadFile(...paths),
    askedAtReload: async () => {
      let asked = "";
      page.once("dialog", async (dialog) => {
        asked = dialog.type();
        await dialog.dismiss();
      });
      // Only somebody who has done something is asked.
      await page.keyboard.press("ArrowRight");
      await page.reload().catch(() => undefined);
      return asked;
    },
    close: () => browser.close(),
  };
}

async function launchWebKit() {
  const port = 20_000 + (process.pid % 10_000);
  const driver = spawn("xvfb-run", ["-a", webkitDriver, `--port=${port}`], {
    stdio: "ignore",
    detached: true,
    env: { ...process.env, WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1", LIBGL_ALWAYS_SOFTWARE: "1" },
  });
  const ask = async (method, path, body) => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      ...(body && { body: JSON.stringify(body) }),
    });
    const { value } = await response.json();
    if (value?.error) throw new Error(`${value.error}: ${value.message}`);
    return value;
  };
  const stop = () => process.kill(-driver.pid, "SIGTERM");
  let session;
  try {
    for (let tries = 0; ; tries++) {
      try {
        await ask("GET", "/status");
        break;
      } catch (error) {
        if (tries > 100) throw error;
        await pause(100);
      }
    }
    const options = { binary: miniBrowser, args: ["--automation"] };
    const capabilities = { alwaysMatch: { "webkitgtk:browserOptions": options } };
    session = `/session/${(await ask("POST", "/session", { capabilities })).sessionId}`;
    await ask("POST", `${session}/timeouts`, { script: 120_000 });
  } catch (error) {
    stop();
    throw error;
  }
  return {
    open: (url) => ask("POST", `${session}/url`, { url }),
    evaluate: (body, ...args) =>
      ask("POST", `${session}/execute/sync`, {
        script: `return (${wrap(body)})(arguments[0])`,
        args: [args],
      }),
    choose: async (selector, paths) => {
      const found = await ask("POST", `${session}/element`, { using: "css selector", value: selector });
      await ask("POST", `${session}/element/${Object.values(found)[0]}/value`, { text: paths.join("\n") });
    },
    close: async () => {
      await ask("DELETE", session).catch(() => undefined);
      stop();
    },
  };
}

/** The text of a function that takes the arguments as one list. */
function wrap(body) {
  return `(async (args) => { ${body} })`;
}
