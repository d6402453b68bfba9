// What stands at the edge of each printed page: a line to write the infant's code on (the first page has its own in
// the report's head), program, version, the notice and the page's number. A style sheet made by the program, because
// its words come from the dictionary.
import { useEffect, useLayoutEffect } from "preact/hooks";
import { useText } from "../../text/text";

/**
 * `codeLine` is for the code of the one infant that is told about; empty: there are many. `code`, if it was entered, begins the
 * name that browsers propose for a PDF.
 */
export function usePrintEdges(version: string, codeLine: string, code = ""): void {
  const text = useText();
  usePrintName(code);
  // With the page itself, not after it: a print right after a change of language has the new words.
  useLayoutEffect(() => {
    const quoted = (words: string) => JSON.stringify(words);
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      `@page { @bottom-left { content: ${quoted(`${text.report.printFoot(version)} · ${text.notice}`)} }
       @bottom-right { content: counter(page) ${quoted(text.report.pageOf)} counter(pages) }
       @top-right { content: ${quoted(codeLine)} } }
       @page :first { @top-right { content: none } }`,
    );
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
    };
  }, [version, codeLine, text]);
}

/** The page is called after the infant while it is printed and no longer: a browser's history keeps titles. */
function usePrintName(code: string): void {
  useEffect(() => {
    if (code === "") return;
    const { title } = document;
    const name = () => {
      document.title = `${code} ${title}`;
    };
    const restore = () => {
      document.title = title;
    };
    window.addEventListener("beforeprint", name);
    window.addEventListener("afterprint", restore);
    return () => {
      restore();
      window.removeEventListener("beforeprint", name);
      window.removeEventListener("afterprint", restore);
    };
  }, [code]);
}
