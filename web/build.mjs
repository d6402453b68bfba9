// Builds the page: types from the core's schema, one worker, one script, one style sheet, one HTML file with
// everything inside and a policy that names the hash of each.
//
//   node web/build.mjs [--core DIR] [--out DIR] [--pseudo]
//
// DIR of --core holds attune.mjs and attune.wasm (default build/wasm/wasm); --out is build/page by default. --pseudo writes
// the single file alone, for tests: its French is the pseudo-language (web/src/text/pseudo.ts).
// Written: attune.html, the single file; for a web server index.html, the same page under a policy that lets it be
// kept for use without a network, with what that needs (web/hosted); and, beside the page, build/web/report.d.ts,
// the TypeScript types of the report.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { gzipSync } from "node:zlib";
import esbuild from "esbuild";
import { compile } from "json-schema-to-typescript";

const web = dirname(fileURLToPath(import.meta.url));
const root = resolve(web, "..");
const { values: options } = parseArgs({
  options: {
    core: { type: "string", default: resolve(root, "build/wasm/wasm") },
    out: { type: "string", default: resolve(root, "build/page") },
    pseudo: { type: "boolean", default: false },
  },
});

/** The whole page may weigh this much after gzip, so that it travels by mail and opens at once. */
const budgetBytes = 953 * 1024;

const corePath = resolve(options.core, "attune.mjs");
const wasm = await readFile(resolve(options.core, "attune.wasm"));

await writeTypes();
const page = await readFile(resolve(web, "page.html"), "utf8");
const script = await bundle("src/main.tsx", {
  "attune:page": `export default ${JSON.stringify(fill(page, { policy: policy("{{scriptHash}}", "{{styleHash}}") }))};`,
  "attune:worker": `export default ${JSON.stringify(await bundle("src/worker/worker.ts", {}))};`,
  "attune:wasm": `export default ${JSON.stringify(packed(resolve(options.core, "attune.wasm")).toString("base64"))};`,
});
const style = await bundle("style/main.css", {});
const html = assemble(script, style);

await mkdir(options.out, { recursive: true });
await writeFile(resolve(options.out, "attune.html"), html);
if (!options.pseudo) {
  await writeHosted();
  report(html);
}

/** The page for a web server, the program that keeps it, and what browsers want to know to install it. */
async function writeHosted() {
  const hosted = assemble(script, style, "hosted");
  const digest = `sha256-${createHash("sha256").update(hosted, "utf8").digest("base64")}`;
  const keeper = await readFile(resolve(web, "hosted/sw.js"), "utf8");
  const manifest = JSON.parse(await readFile(resolve(web, "hosted/manifest.json"), "utf8"));
  const icon = await readFile(resolve(web, "hosted/icon.svg"), "utf8");
  // Inside the manifest, so that the icon is no further request.
  const src = `data:image/svg+xml,${encodeURIComponent(icon)}`;
  manifest.icons = [{ src, type: "image/svg+xml", sizes: "any", purpose: "any" }];
  await writeFile(resolve(options.out, "index.html"), hosted);
  await writeFile(resolve(options.out, "sw.js"), fill(keeper, { digest }));
  await writeFile(resolve(options.out, "manifest.webmanifest"), `${JSON.stringify(manifest, null, 1)}\n`);
}

/** TypeScript types of everything the core hands over, from the schema the core itself prints. */
async function writeTypes() {
  const { default: create } = await import(pathToFileURL(corePath).href);
  const core = await create({ wasmBinary: wasm });
  const { $defs } = JSON.parse(core.schema());
  // One object with a member of every definition, so that each becomes an exported type of its own name.
  const properties = Object.fromEntries(
    Object.keys($defs).map((name) => [name, { $ref: `#/$defs/${name}` }]),
  );
  // A description beside a reference would make a copy of the type it refers to; what it says is no type.
  const bare = JSON.parse(JSON.stringify($defs), (key, node) =>
    key === "x-said" ? undefined : node?.$ref ? { $ref: node.$ref } : node,
  );
  const types = await compile({ type: "object", properties, $defs: bare }, "Definitions", {
    bannerComment: "// Written by web/build.mjs from the core's schema.",
    additionalProperties: false,
    format: false,
  });
  await mkdir(resolve(root, "build/web"), { recursive: true });
  await writeFile(resolve(root, "build/web/report.d.ts"), types);
}

/** One entry point as one minified text. `modules` are the sources of imports that are no files. */
async function bundle(entry, modules) {
  const result = await esbuild.build({
    entryPoints: [resolve(web, entry)],
    bundle: true,
    minify: true,
    write: false,
    format: "iife",
    target: ["chrome109", "firefox115", "safari16.4"],
    charset: "utf8",
    legalComments: "none",
    tsconfig: resolve(web, "tsconfig.json"),
    loader: { ".svg": "dataurl" },
    logLevel: "warning",
    plugins: [
      {
        name: "attune",
        setup(build) {
          build.onResolve({ filter: /^d3-interpolate$/ }, () => ({
            path: resolve(web, "src/charts/interpolate.ts"),
          }));
          build.onResolve({ filter: /^d3-format$/ }, () => ({
            path: resolve(web, "src/charts/number-format.ts"),
          }));
          if (options.pseudo) speakPseudo(build);
          build.onResolve({ filter: /^#core$/ }, () => ({ path: corePath }));
          build.onResolve({ filter: /^attune:/ }, (args) => ({ path: args.path, namespace: "attune" }));
          build.onLoad({ filter: /.*/, namespace: "attune" }, (args) => ({ contents: modules[args.path] }));
        },
      },
    ],
  });
  return result.outputFiles[0].text.trim();
}

/** Puts the pseudo-language in the place of French, for the page's own words and for the core's. */
function speakPseudo(build) {
  const inPlaceOf = (what, path) =>
    build.onResolve({ filter: what }, ({ importer }) => (importer === path ? undefined : { path }));
  inPlaceOf(/^\.\/fr$/, resolve(web, "src/text/pseudo.ts"));
  inPlaceOf(/^#core$/, resolve(web, "src/worker/pseudo-core.ts"));
}

/** Puts script and style into the page, and their hashes into its policy. */
function assemble(script, style, where = "single") {
  const hash = (text) => `'sha256-${createHash("sha256").update(text, "utf8").digest("base64")}'`;
  return fill(page, {
    policy: policy(hash(script), hash(style), where),
    style,
    report: "",
    script,
    lang: "en",
  });
}

/** A hosted page may also start the service worker beside it and name its manifest. */
function policy(scriptHash, styleHash, where = "single") {
  const isHosted = where === "hosted";
  return [
    "default-src 'none'",
    `script-src ${scriptHash} 'wasm-unsafe-eval'`,
    `style-src ${styleHash}`,
    "img-src data: blob:",
    // A video from this computer, on the Code screen.
    "media-src blob:",
    isHosted ? "worker-src 'self' blob:" : "worker-src blob:",
    ...(isHosted ? ["manifest-src 'self'"] : []),
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

/** The template with some of its holes filled; others stay. */
function fill(template, parts) {
  return template.replace(/\{\{(\w+)\}\}/g, (hole, name) => parts[name] ?? hole);
}

/** The file as XZ, a fifth smaller than the best gzip; the page unpacks it (web/src/worker/client.ts). */
function packed(path) {
  const filters = "--lzma2=preset=9e,lc=4,lp=0,pb=0";
  return execFileSync("xz", ["--check=crc32", filters, "--stdout", path], { maxBuffer: 1 << 28 });
}

function report(html) {
  const kilobytes = (bytes) => `${(bytes / 1024).toFixed(0)} KB`;
  const zipped = gzipSync(html, { level: 9 }).length;
  console.log(`attune.html: ${kilobytes(Buffer.byteLength(html))}, ${kilobytes(zipped)} gzipped`);
  if (zipped > budgetBytes) {
    console.error(`The page is over its budget of ${kilobytes(budgetBytes)} gzipped.`);
    process.exitCode = 1;
  }
}
