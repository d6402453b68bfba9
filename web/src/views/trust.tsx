// "Nothing leaves this computer", with the browser's own count, and how anyone can check it.
import { useRef } from "preact/hooks";
import { useAppState, useSession } from "../app/context";
import { useText } from "../text/text";
import { OfflineSection } from "./offline";

export function TrustLine() {
  const { network } = useAppState();
  const session = useSession();
  const text = useText();
  const dialog = useRef<HTMLDialogElement>(null);
  return (
    <div class="trust">
      <p>
        <strong>{text.trust.title}</strong>
      </p>
      <p>
        <span data-requests={network.sent}>{text.trust.requests(network.sent)}</span>{" "}
        {network.blocked > 0 && (
          <span data-blocked={network.blocked}>{text.trust.blocked(network.blocked)} </span>
        )}
        <button type="button" class="link" onClick={() => dialog.current?.showModal()}>
          {text.trust.how}
        </button>
      </p>
      <dialog ref={dialog} aria-labelledby="verify-title">
        <h2 id="verify-title">{text.trust.dialogTitle}</h2>
        <ol>
          {text.trust.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <p class="note">{text.trust.counted}</p>
        <OfflineSection onRequests={(count) => session.countRequests(count)} />
        <button type="button" class="button" onClick={() => dialog.current?.close()}>
          {text.trust.close}
        </button>
      </dialog>
    </div>
  );
}
