// The language the page begins in: the browser's, or that of the report it was saved with.
import { embeddedReport } from "./standalone";
import { type Language, languages } from "./state";

export function firstLanguage(): Language {
  const wanted = embeddedReport() === "" ? navigator.languages : [document.documentElement.lang];
  const known = wanted.flatMap((tag) => languages.filter((language) => tag.split("-")[0] === language));
  return known[0] ?? "en";
}
