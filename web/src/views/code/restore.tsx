// A copy of a coding lies on this computer: it is opened only if somebody says so.

import { useState } from "preact/hooks";
import { forget, kept } from "../../app/codings";
import { useAppState, useSession } from "../../app/context";
import { useText } from "../../text/text";
import { useMayLose } from "../may-lose";

export function Restore() {
  const words = useText().code;
  const { codings } = useSession();
  const { keepCoding } = useAppState();
  const mayLose = useMayLose();
  const [gone, setGone] = useState(false);
  if (keepCoding || gone) return null;
  const open = () => {
    if (mayLose() && codings.open(kept() ?? "")) codings.keep(true);
  };
  return (
    <div class="row code-restore">
      <span>{words.isKept}</span>
      <button type="button" class="button small primary" onClick={open}>
        {words.openKept}
      </button>
      <button type="button" class="button small" onClick={() => setGone(forget())}>
        {words.forgetKept}
      </button>
    </div>
  );
}
