// The core as the page in the pseudo-language has it (text/pseudo.ts).
import create, { type AttuneModule, type CreateOptions } from "#core";

export default async function createSpeaking(options: CreateOptions): Promise<AttuneModule> {
  const core = await create(options);
  core.sayIn("x-pseudo");
  return core;
}
