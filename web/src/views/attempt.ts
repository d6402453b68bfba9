// Work that may fail after a press, as packing and saving files do: the next try forgets that the one before failed.
import { useState } from "preact/hooks";

export function useAttempt() {
  const [failed, setFailed] = useState(false);
  const attempt = (work: () => Promise<void>) => {
    setFailed(false);
    work().catch(() => setFailed(true));
  };
  return { failed, setFailed, attempt };
}
