// What the shapes and hatchings on the plot mean; and every key, in a dialog.
import { useEffect, useRef } from "preact/hooks";
import { useText } from "../../text/text";
import { type MarkShape, markShapes, shapes } from "./beats";
import { bindings } from "./keys";

export function Legend() {
  const text = useText().signals;
  return (
    <details class="disclosure signal-legend">
      <summary>{text.legend}</summary>
      <ul>
        {markShapes.map((kind) => (
          <li key={kind}>
            <BeatShape kind={kind} /> {kind === "left_out" ? text.period.leftOut : text.kinds[kind]}
          </li>
        ))}
        {(["unused", "by-hand", "gap", "band", "line"] as const).map((name) => (
          <li key={name}>
            <span class={`swatch ${name}`} aria-hidden="true" /> {text.hatches[name]}
          </li>
        ))}
      </ul>
      <p>{text.legendNote}</p>
      <p>{text.period.note}</p>
    </details>
  );
}

function BeatShape({ kind }: { kind: MarkShape }) {
  const { path, filled } = shapes[kind];
  return (
    <svg width="16" height="14" viewBox="-8 -7 16 14" aria-hidden="true" focusable="false">
      <path d={path} class={filled ? "beat-filled" : "beat-hollow"} />
    </svg>
  );
}

export function Help({ open, onClose }: { open: boolean; onClose: () => void }) {
  const text = useText().signals.help;
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    if (open && !element?.open) element?.showModal();
    if (!open && element?.open) element.close();
  }, [open]);
  const lines = [...new Set(bindings.map(({ help }) => help)), "history", "help"];
  return (
    <dialog ref={dialog} class="signal-help" aria-labelledby="signal-help-title" onClose={onClose}>
      <h2 id="signal-help-title">{text.title}</h2>
      <p class="note">{text.lead}</p>
      <table>
        <caption class="unseen">{text.keys}</caption>
        <tbody>
          {lines.map((line) => (
            <HelpLine key={line} keys={text.signs[line] ?? []} what={text.lines[line] ?? line} />
          ))}
        </tbody>
      </table>
      <h3>{text.pointer}</h3>
      <ul>
        {text.pointers.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <button type="button" class="button" onClick={onClose}>
        {text.close}
      </button>
    </dialog>
  );
}

function HelpLine({ keys, what }: { keys: string[]; what: string }) {
  return (
    <tr>
      <th scope="row">
        {keys.map((key) => (
          <kbd key={key}>{key}</kbd>
        ))}
      </th>
      <td>{what}</td>
    </tr>
  );
}
