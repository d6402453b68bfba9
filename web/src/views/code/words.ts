// What codes are called on screen: those of the usual set in the language of the page, others by their own names.
import { useText } from "../../text/text";

export function useCodeName(): (code: { name: string }) => string {
  const text = useText();
  const names: Record<string, string> = { ...text.report.stillFace.stateNames, ...text.code.usualNames };
  return ({ name }) => (Object.hasOwn(names, name) ? (names[name] ?? name) : name);
}
