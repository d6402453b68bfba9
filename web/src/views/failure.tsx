// Why something could not be done, in words; the code stands small beside it for whoever has to look it up.
import { told } from "../text/said";
import { useText } from "../text/text";
import type { Failure } from "../worker/protocol";

export function FailureText({ failure }: { failure: Failure }) {
  const text = useText();
  return (
    <p class="failure">
      {text.failures[failure.code] ?? told(failure, "message", text)}{" "}
      <span class="code">
        {failure.code}
        {failure.where && ` · ${text.where(told(failure, "where", text))}`}
      </span>
    </p>
  );
}
