// Before what was entered is taken away, the user is asked.
import { useSession } from "../app/context";
import { useText } from "../text/text";

/** A question to the user, if there is unsaved work; true where it may go. */
export function useMayLose(): () => boolean {
  const session = useSession();
  const { loseWork } = useText().open;
  return () => !session.hasUnsavedWork() || window.confirm(loseWork);
}
