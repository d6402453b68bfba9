// A folder of one infant, laid out as a cohort's: which recording is which visit, and the scores beside it.
import type { CohortPlan, CohortSession, CohortSettings, Scale, Scores, VisitScores } from "#report";
import { CoreRefusal } from "../worker/client";
import { type FolderFile, tableText } from "./folder";
import type { Infant } from "./state";

type Ask = <T>(name: "cohortTables" | "cohortPlan", ...args: string[]) => Promise<T>;

/** The folder of one infant of a study is part of the study's: its paths begin with its name there. */
export function infantFolder(name: string, files: FolderFile[]): FolderFile[] {
  if (!name.startsWith("sub-") || files.some(({ path }) => path.startsWith("sub-") && path.includes("/")))
    return files;
  return files.map(({ path, file }) => ({ path: `${name}/${path}`, file }));
}

/** What the folder holds, as the Group screen finds it; null where it is laid out as no study is. */
export async function planOf(
  files: FolderFile[],
  settings: CohortSettings,
  ask: Ask,
): Promise<CohortPlan | null> {
  const byPath = new Map(files.map(({ path, file }) => [path, file]));
  const wanted = await ask<string[]>("cohortTables", JSON.stringify([...byPath.keys()]));
  const texts = await Promise.all(
    wanted.map(async (path) => [path, await tableText(byPath.get(path), path)]),
  );
  const folder = { paths: [...byPath.keys()], tables: Object.fromEntries(texts) as Record<string, string> };
  try {
    return await ask<CohortPlan>("cohortPlan", JSON.stringify(folder), JSON.stringify(settings));
  } catch (error) {
    const isStudy = files.some(({ path }) => /(^|\/)sub-[^/]+\//.test(path));
    const isEmpty = error instanceof CoreRefusal && error.failure.code === "E_COHORT_EMPTY";
    if (error instanceof CoreRefusal && (isEmpty || !isStudy)) return null;
    throw error;
  }
}

/** The scores of these visits on their places, those of scales that are known. */
export function scoresOf(visits: CohortSession[], places: number[], infant: Infant, known: Scale[]): Scores {
  const ids = new Set([...known, ...infant.scales].map(({ id }) => id));
  const all: VisitScores[] = Array.from({ length: Math.max(...places) + 1 }, () => ({
    scores: {},
    missing: {},
  }));
  for (const [turn, { scores }] of visits.entries()) {
    const visit = all[places[turn] ?? 0];
    for (const [scale, { value }] of Object.entries(scores))
      if (visit && value !== null && ids.has(scale)) visit.scores[scale] = value;
  }
  return { sex: infant.sex, scales: infant.scales, visits: all };
}
