// The hosted page kept on this computer on request, and everything kept taken away again.
import { useEffect, useState } from "preact/hooks";
import { canBeKept, forgetAll, isKept, keepPage, onNewerVersion } from "../app/offline";
import { useText } from "../text/text";

type Kept = "unknown" | "no" | "working" | "yes" | "failed";

/** `onRequests` is told of requests that the browser does not report to the page. */
export function OfflineSection({ onRequests }: { onRequests: (count: number) => void }) {
  const text = useText().offline;
  const [kept, setKept] = useState<Kept>("unknown");
  const [newer, setNewer] = useState(false);
  useEffect(() => {
    isKept().then((is) => setKept(is ? "yes" : "no"));
    return onNewerVersion(() => setNewer(true));
  }, []);
  const attempt = (work: () => Promise<Kept>) => {
    setKept("working");
    work()
      .then(setKept)
      .catch(() => setKept("failed"));
  };
  const keep = async (): Promise<Kept> => {
    onRequests(await keepPage());
    return "yes";
  };
  const forget = async (): Promise<Kept> => {
    await forgetAll();
    return "no";
  };
  return (
    <section class="offline" aria-labelledby="offline-title">
      <h3 id="offline-title">{text.title}</h3>
      <p>
        <output>{newer ? text.newer : text.state[kept]}</output>
      </p>
      {canBeKept() && kept !== "yes" && (
        <>
          <p class="note">{text.about}</p>
          <button type="button" class="button" disabled={kept === "working"} onClick={() => attempt(keep)}>
            {text.keep}
          </button>
        </>
      )}
      {kept === "yes" && (
        <>
          <p class="note">{text.kept}</p>
          <button type="button" class="button" onClick={() => attempt(forget)}>
            {text.forget}
          </button>
        </>
      )}
    </section>
  );
}
