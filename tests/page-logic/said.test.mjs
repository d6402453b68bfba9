// What the core says, as the page tells it: without the options of a program that nobody at the page has.
import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { describe, it } from "node:test";
import { modulesOf } from "./modules.mjs";

const { told } = await modulesOf("text/said");
const words = new URL("../../core/words/", import.meta.url);

describe("a sentence that names an option of the program", () => {
  it("is told without it in both languages", () => {
    const message = "Choose this visit’s (--observation, for the second coder --observation-second).";
    const fr = "Choisissez celle de cette visite (--observation) ; rien n’a été pris.";
    assert.equal(told({ message }, "message", { tag: "en" }), "Choose this visit’s.");
    assert.equal(
      told({ message, said: { message: { fr } } }, "message", { tag: "fr" }),
      "Choisissez celle de cette visite ; rien n’a été pris.",
    );
  });

  it("keeps a number and its unit on one line in French, where phones broke them", () => {
    const said = { message: { fr: "La bande de 0,24–1,04 Hz bouge de 2,2 s." } };
    const shown = "La bande de 0,24–1,04\u00a0Hz bouge de 2,2\u00a0s.";
    assert.equal(told({ message: "…", said }, "message", { tag: "fr" }), shown);
  });

  it("has it in brackets of its own, in every text but the program’s", async () => {
    for (const language of ["en", "fr"]) {
      const files = (await readdir(new URL(language, words))).filter((name) => name !== "cli.json");
      for (const name of files) {
        const texts = JSON.parse(await readFile(new URL(`${language}/${name}`, words), "utf8"));
        for (const [id, text] of Object.entries(texts))
          assert.doesNotMatch(text.replace(/ \(--[^()]*\)/g, ""), /--[a-z]/, id);
      }
    }
  });
});
