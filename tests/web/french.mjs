// The dictionaries, as the page has them, and what tells an English text from a French one.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import esbuild from "esbuild";
import { root } from "./browser.mjs";

const folder = await mkdtemp(join(tmpdir(), "attune-words-"));
const [english, french, said] = await Promise.all(
  ["en", "fr", "said"].map(async (name) => {
    const outfile = join(folder, `${name}.mjs`);
    await esbuild.build({
      entryPoints: [resolve(root, `web/src/text/${name}.ts`)],
      bundle: true,
      format: "esm",
      outfile,
    });
    return import(pathToFileURL(outfile).href);
  }),
);
await rm(folder, { recursive: true });

export const { en } = english;
export const { fr } = french;
export const { spoken, told } = said;

/** English words that no French text has. */
const leftover =
  /\b(the|of|and|is|are|was|were|with|than|not|that|to|from|this|which|has|have|cannot|needed|its|by|at|for|or|be)\b/i;
/** What stays English: publications and their authors, names of instruments, what the examples' recordings call things. */
const kept =
  /Infant and Caregiver Engagement Phases|Still face|Play|and Attune\.|Task Force|connect-src 'none'|REDCap/g;

/** Those of the texts that are English. */
export const inEnglish = (texts) => texts.filter((text) => leftover.test(text.replace(kept, "")));
