// The page as one file that holds a report: put together from the parts that this page itself runs, so that the
// hashes in its policy hold, and always under the policy of the single file.
import template from "attune:page";

const place = "report";
const own = document.currentScript?.textContent ?? "";

/** The report that stands in this page, as text; empty: none. */
export function embeddedReport(): string {
  return document.getElementById(place)?.textContent ?? "";
}

/** The report in the text of such a page; any other text as it is. */
export function reportIn(text: string): string {
  if (!/^\s*<!doctype html/i.test(text)) return text;
  const page = new DOMParser().parseFromString(text, "text/html");
  return page.getElementById(place)?.textContent ?? text;
}

/** `report` is JSON without "<", as the core writes it for this. */
export function standalonePage(report: string): string {
  const { lang } = document.documentElement;
  const policy = document.querySelector<HTMLMetaElement>("meta[http-equiv]")?.content ?? "";
  const [scriptHash = "", styleHash = ""] = policy.match(/'sha256-[^']+'/g) ?? [];
  const style = document.querySelector("style")?.textContent ?? "";
  const parts: Record<string, string> = { lang, scriptHash, styleHash, style, report, script: own };
  return template.replace(/\{\{(\w+)\}\}/g, (_, name: string) => parts[name] ?? "");
}
