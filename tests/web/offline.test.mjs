// The hosted page kept on this computer on request: nothing before it is asked for, the page without a network after,
// a new version when there is one and it is whole, and nothing left once it is forgotten; all of it also where two such
// pages stand on one origin.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { resolve } from "node:path";
import { after, afterEach, before, beforeEach, describe, it } from "node:test";
import { eventually, launch, openExample, root } from "./browser.mjs";

const types = {
  html: "text/html; charset=utf-8",
  js: "text/javascript",
  webmanifest: "application/manifest+json",
};

/** Serves build/page as a web server would, in every folder; `asked` lists the paths, `change` alters what is served. */
async function host(port = 0) {
  const asked = [];
  let change = (text) => text;
  const server = createServer(async (request, response) => {
    const path = new URL(request.url, "http://localhost").pathname;
    asked.push(path);
    try {
      const name = path.endsWith("/") ? "index.html" : path.split("/").pop();
      const text = change(await built(name), name, path);
      response.writeHead(200, { "content-type": types[name.split(".").pop()], "cache-control": "no-cache" });
      response.end(text);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((done) => server.listen(port, "127.0.0.1", done));
  return {
    url: `http://127.0.0.1:${server.address().port}/`,
    port: server.address().port,
    asked,
    serve: (other) => {
      change = other;
    },
    listening: () => server.listening,
    close: () => {
      server.closeAllConnections();
      return new Promise((done) => server.close(done));
    },
  };
}

const built = (name) => readFile(resolve(root, "build/page", name), "utf8");
const digestOf = (text) => `sha256-${createHash("sha256").update(text, "utf8").digest("base64")}`;

/** What a server answers that has another version: a page with another title, and what keeps it. */
async function otherVersion(title) {
  const former = await built("index.html");
  const page = former.replace("<title>Attune", `<title>${title}`);
  const keeper = (await built("sw.js")).replace(digestOf(former), digestOf(page));
  assert.ok(page !== former && keeper.includes(digestOf(page)));
  return { "index.html": page, "sw.js": keeper };
}

/** The cache that is there alone once a version has taken over: it is opened before it is filled, the other goes after. */
const cacheOf = (url, version) => `attune ${url} ${digestOf(version["index.html"])}`;

let browser;
let server;
let page;
let trouble;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());
beforeEach(async () => {
  server = await host();
  const context = await browser.newContext();
  page = await context.newPage();
  trouble = [];
  page.on("pageerror", (error) => trouble.push(error.message));
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) trouble.push(message.text());
  });
  await page.goto(server.url);
  await page.locator("h1").waitFor();
});

afterEach(async () => {
  await page.context().close();
  if (server.listening()) await server.close();
});

const requests = async () => Number(await page.locator("[data-requests]").getAttribute("data-requests"));
const openTrust = () => page.getByRole("button", { name: "How to verify" }).click();
const kept = () =>
  page.evaluate(async () => ({
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    caches: await caches.keys(),
  }));

const updating = () =>
  page.evaluate(async () => {
    const { installing, waiting } = await navigator.serviceWorker.getRegistration();
    return installing !== null || waiting !== null;
  });

async function keep() {
  await openTrust();
  await page.getByRole("button", { name: "Keep the page on this computer" }).click();
  await page.getByText("The page itself, so that it opens without a network.").waitFor();
}

describe("the hosted page", () => {
  it("asks for nothing and keeps nothing until it is told to", async () => {
    await openExample(page);
    assert.deepEqual(
      server.asked.filter((path) => path !== "/favicon.ico"),
      ["/"],
    );
    assert.deepEqual(await kept(), { workers: 0, caches: [] });
    assert.equal(await requests(), 0);
    assert.deepEqual(trouble, []);
    await server.close();
  });

  it("opens without a network once it is kept, and counts what keeping it took", async () => {
    const before = server.asked.length;
    await keep();
    // Chromium reads the manifest once it wonders whether the page can be installed.
    await (await page.context().newCDPSession(page)).send("Page.getAppManifest");
    await eventually(() => assert.ok(server.asked.includes("/manifest.webmanifest")));
    const asked = server.asked.slice(before);
    assert.deepEqual([...new Set(asked)].sort(), ["/", "/manifest.webmanifest", "/sw.js"]);
    await eventually(async () => assert.equal(await requests(), asked.length));
    await server.close();
    await page.reload();
    await openExample(page);
    await page.goto(`${server.url}index.html#methods`);
    await page.getByRole("heading", { name: "Methods" }).waitFor();
    assert.deepEqual(trouble, []);
  });

  it("can be installed by the browser", async () => {
    await keep();
    const devtools = await page.context().newCDPSession(page);
    await eventually(async () => {
      const { installabilityErrors } = await devtools.send("Page.getInstallabilityErrors");
      const errors = installabilityErrors.map(({ errorId }) => errorId);
      // A private window, which the test's is, installs nothing.
      assert.deepEqual(
        errors.filter((id) => id !== "in-incognito"),
        [],
      );
    });
    await server.close();
  });

  it("takes over a newer version when there is one", async () => {
    await keep();
    const newer = await otherVersion("Newer");
    server.serve((text, name) => newer[name] ?? text);
    await page.reload();
    await eventually(async () => assert.deepEqual((await kept()).caches, [cacheOf(server.url, newer)]));
    await openTrust();
    await page.getByText("A newer version of the page was fetched.").waitFor();
    await server.close();
    await page.reload();
    assert.equal(await page.title(), "Newer");
  });

  // What may stand at the page's address while the program that keeps it is already the new one.
  for (const [what, answer] of [
    ["a network's login page", () => "<!doctype html><title>Log in</title><h1>Log in</h1>"],
    ["the version before", (page) => page],
  ])
    it(`keeps the version it has while ${what} answers for the new one, and takes it over after`, async () => {
      await keep();
      const former = await kept();
      const title = await page.title();
      const newer = await otherVersion("Newer");
      const before = server.asked.length;
      server.serve((text, name) => (name === "index.html" ? answer(text) : (newer[name] ?? text)));
      await page.reload();
      // The new program was fetched, asked for the page, and is gone.
      await eventually(() => assert.ok(server.asked.slice(before).includes("/")));
      await eventually(async () => assert.equal(await updating(), false));
      assert.deepEqual(await kept(), former);
      for (let times = 0; times < 2; times++) {
        await page.reload();
        assert.equal(await page.title(), title);
      }
      server.serve((text, name) => newer[name] ?? text);
      await page.evaluate(async () => (await navigator.serviceWorker.getRegistration()).update());
      await eventually(async () => assert.deepEqual((await kept()).caches, [cacheOf(server.url, newer)]));
      await server.close();
      await page.reload();
      assert.equal(await page.title(), "Newer");
    });

  it("is not kept where its address does not answer with it, and says so", async () => {
    const newer = await otherVersion("Newer");
    server.serve((text, name) => (name === "sw.js" ? newer[name] : text));
    trouble.length = 0;
    await openTrust();
    await page.getByRole("button", { name: "Keep the page on this computer" }).click();
    await page.getByText("It could not be kept").waitFor();
    assert.deepEqual(await kept(), { workers: 0, caches: [] });
    server.serve((text) => text);
    await page.getByRole("button", { name: "Keep the page on this computer" }).click();
    await page.getByText("The page itself, so that it opens without a network.").waitFor();
    await server.close();
  });

  it("leaves another page of the same origin alone, kept, made new and forgotten", async () => {
    const newer = await otherVersion("Newer");
    const [a, b] = ["a/", "b/"].map((path) => server.url + path);
    for (const url of [a, b]) {
      await page.goto(url);
      await keep();
    }
    assert.equal((await kept()).caches.length, 2);
    server.serve((text, name, path) => (path.startsWith("/b/") ? (newer[name] ?? text) : text));
    await page.reload();
    await eventually(async () => {
      const { caches } = await kept();
      assert.equal(caches.length, 2);
      assert.ok(caches.includes(cacheOf(b, newer)));
    });
    await page.goto(a);
    await openTrust();
    await page.getByRole("button", { name: "Forget everything" }).click();
    await page.getByText("Nothing.").waitFor();
    assert.deepEqual(await kept(), { workers: 1, caches: [cacheOf(b, newer)] });
    await server.close();
    await page.goto(b);
    assert.equal(await page.title(), "Newer");
    await assert.rejects(page.goto(a), /ERR_CONNECTION_REFUSED/);
  });

  it("leaves nothing behind once it is forgotten", async () => {
    await keep();
    await page.getByRole("button", { name: "Forget everything" }).click();
    await page.getByText("Nothing.").waitFor();
    assert.deepEqual(await kept(), { workers: 0, caches: [] });
    const stores = await page.evaluate(async () => [
      localStorage.length,
      sessionStorage.length,
      document.cookie.length,
      (await indexedDB.databases()).length,
    ]);
    assert.deepEqual(stores, [0, 0, 0, 0]);
    await server.close();
    await assert.rejects(page.reload(), /ERR_CONNECTION_REFUSED/);
  });
});

describe("the single file", () => {
  it("does not offer to be kept, also when a server hands it out", async () => {
    await page.goto(`${server.url}attune.html`);
    await openTrust();
    await page.getByText("Nothing.").waitFor();
    assert.equal(await page.getByRole("button", { name: "Keep the page on this computer" }).count(), 0);
    await server.close();
  });
});
