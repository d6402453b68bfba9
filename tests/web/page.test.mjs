// The page as a file: its weight and its policy.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { describe, it } from "node:test";
import { gzipSync } from "node:zlib";
import { root } from "./browser.mjs";

const html = await readFile(resolve(root, "build/page/attune.html"), "utf8");

describe("the single file", () => {
  it("weighs at most 953 KB gzipped", () => {
    assert.ok(gzipSync(html, { level: 9 }).length <= 953 * 1024);
  });

  it("names no address outside itself", () => {
    const references = [...html.matchAll(/\s(?:src|href)="([^"]*)"/g)].map(([, target]) => target);
    assert.deepEqual(
      references.filter((target) => !target.startsWith("data:")),
      [],
    );
  });

  it("carries a policy that lets only its own script and style run and no connection out", () => {
    const policy = html.match(/Content-Security-Policy" content="([^"]*)"/)?.[1] ?? "";
    const hash = (tag) => {
      const start = html.indexOf(`<${tag}>`) + tag.length + 2;
      const inside = html.slice(start, html.indexOf(`</${tag}>`, start));
      return `'sha256-${createHash("sha256").update(inside, "utf8").digest("base64")}'`;
    };
    assert.equal(
      policy,
      `default-src 'none'; script-src ${hash("script")} 'wasm-unsafe-eval'; style-src ${hash("style")}; ` +
        "img-src data: blob:; media-src blob:; worker-src blob:; connect-src 'none'; base-uri 'none'; form-action 'none'",
    );
  });

  it("is the same file in its hosted form, but for leave to keep itself on the computer", async () => {
    // A service worker and a manifest are files beside the page, which the single file does not have.
    const hosted = await readFile(resolve(root, "build/page/index.html"), "utf8");
    const strict = hosted.replace("worker-src 'self' blob:; manifest-src 'self'", "worker-src blob:");
    assert.ok(strict === html && hosted !== html);
  });
});
