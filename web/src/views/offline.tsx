// The hosted page kept on this computer on request, and everything kept taken away again.
import { useEffect, useState } from "preact/hooks";
import { kept as keptCoding } from "../app/codings";
import { useSession } from "../app/context";
import { canBeKept, forgetAll, isKept, keepPage, onNewerVersion } from "../app/offline";
import { useText } from "../text/text";

type Kept = "unknown" | "no" | "working" | "yes" | "failed";

/** `onRequests` is told of requests that the browser does not report to the page. */
export function OfflineSection({ onRequests }: { onRequests: (count: number) => void }) {
  const text = useText().offline;
  const { codings } = useSession();
  const [kept, setKept] = useState<Kept>("unknown");
  const [newer, setNewer] = useState(false);
  const [coding, setCoding] = useState(keptCoding() !== null);
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
      {coding && (
        <p>
          {text.coding}{" "}
          <button type="button" class="button small" onClick={() => setCoding(!codings.keep(false))}>
            {text.forgetCoding}
          </button>
        </p>
      )}
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
