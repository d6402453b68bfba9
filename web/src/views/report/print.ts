// What stands at the foot of each printed page: program, version, the notice and the page's number. A style sheet
// made by the program, because its words come from the dictionary.
import { useEffect } from "preact/hooks";
import { useText } from "../../text/text";

export function usePrintFoot(version: string): void {
  const text = useText();
  useEffect(() => {
    const quoted = (words: string) => JSON.stringify(words);
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      `@page { @bottom-left { content: ${quoted(`${text.report.printFoot(version)} · ${text.notice}`)} }
       @bottom-right { content: ${quoted(`${text.report.page} `)} counter(page) } }`,
    );
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
    };
  }, [version, text]);
}
