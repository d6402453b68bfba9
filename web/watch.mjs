// Serves the page and builds it anew whenever a file under web/ changes. The page's policy lets nothing in that could
// reload it, so it is shown as it is, in a frame of a page that does.
//
//   node web/watch.mjs      PORT=8420 to choose the port
import { spawn } from "node:child_process";
import { readdirSync, watch } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const web = dirname(fileURLToPath(import.meta.url));
const pagePath = resolve(web, "../build/page/attune.html");
const port = Number(process.env.PORT ?? 8420);
const listeners = new Set();

const frame = `<!doctype html><meta charset="utf-8"><title>Attune, live</title>
<style>html, body, iframe { margin: 0; border: 0; width: 100%; height: 100vh; display: block }</style>
<iframe src="/attune.html"></iframe>
<script>new EventSource("/changes").onmessage = () => document.querySelector("iframe").contentWindow.location.reload()</script>`;

const server = createServer(async (request, response) => {
  if (request.url === "/changes") {
    response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
    response.flushHeaders();
    listeners.add(response);
    request.on("close", () => listeners.delete(response));
    return;
  }
  const html = request.url === "/attune.html" ? await readFile(pagePath) : frame;
  response.writeHead(200, { "content-type": "text/html; charset=utf-8", "cache-control": "no-store" });
  response.end(html);
});

/** Builds once at a time; what changes meanwhile is built after. */
let building = false;
let again = false;
function build() {
  again = building;
  if (building) return;
  building = true;
  spawn(process.execPath, [join(web, "build.mjs")], { stdio: "inherit" }).on("close", (code) => {
    building = false;
    if (again) build();
    else if (code === 0) for (const listener of listeners) listener.write("data: built\n\n");
  });
}

const folders = (folder) => [
  folder,
  ...readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) => folders(join(folder, name))),
];
let settled;
for (const folder of folders(web))
  watch(folder, () => {
    clearTimeout(settled);
    settled = setTimeout(build, 100); // editors write a file in several steps
  });
server.listen(port, "127.0.0.1", () =>
  console.log(`Attune is at http://127.0.0.1:${port}/ and follows web/ (stop with Ctrl-C)`),
);
