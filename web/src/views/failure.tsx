// Why something could not be done, in words; the code stands small beside it for whoever has to look it up.
import { useText } from "../text/text";
import type { Failure } from "../worker/protocol";

export function FailureText({ failure }: { failure: Failure }) {
  const text = useText();
  return (
    <p class="failure">
      {text.failures[failure.code] ?? text.core(failure.message)}{" "}
      <span class="code">
        {failure.code}
        {failure.where && ` · ${text.where(text.core(failure.where))}`}
      </span>
    </p>
  );
}
