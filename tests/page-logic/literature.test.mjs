// What the program cites, Methods lists.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { it } from "node:test";
import { fileURLToPath } from "node:url";
import { modulesOf } from "./modules.mjs";

const core = fileURLToPath(new URL("../../core/", import.meta.url));
const { en } = await modulesOf("text/en");

/** “Tenke & Kayser 2001”, “Engle 2004”, “(Fleming et al. 2011)”: the first author's name and the year. */
const citation =
  /(\p{Lu}[\p{L}-]+)(?:(?:, | & | and )\p{Lu}[\p{L}-]+)*(?: et al\.)?,? (?:\()?((?:19|20)\d\d)\b/gu;

/** Every text in which a source may be named: the core's English ones, what its settings cite, and the page's on methods. */
function* texts() {
  for (const file of readdirSync(`${core}words/en`))
    yield* Object.values(JSON.parse(readFileSync(`${core}words/en/${file}`)));
  for (const file of readdirSync(core, { recursive: true }).filter((name) => /\.[ch]pp$/.test(name)))
    for (const [, source] of readFileSync(core + file, "utf8").matchAll(/cited\("([^"]+)"/g)) yield source;
  const { referenceList, ...methods } = en.methods;
  yield JSON.stringify(methods);
}

it("every work that a text cites stands among the references, which are in order of names", () => {
  const cited = [...texts()].flatMap((text) =>
    [...text.matchAll(citation)].map(([, author, year]) => `${author} ${year}`),
  );
  assert.ok(cited.length > 40, `only ${cited.length} found`);
  const listed = en.methods.referenceList;
  const missing = [...new Set(cited)].filter((work) => {
    const [author, year] = work.split(" ");
    return !listed.some((reference) => reference.includes(author) && reference.includes(year));
  });
  assert.deepEqual(missing, []);
  assert.deepEqual(listed, [...listed].sort(new Intl.Collator("en").compare));
});
