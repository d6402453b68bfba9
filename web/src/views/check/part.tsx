// A part of Check that is folded to a line: its name, and what it comes to. What can be changed of it is made when it is
// opened for the first time.
import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";

export function Part(props: {
  name: string;
  /** Whether the name is a heading. */
  heading?: string;
  said: string;
  /** Whether the part itself says that too, once it is open. */
  saysInside?: boolean;
  /** What other places open it by (openParts). */
  kind?: string;
  open?: boolean;
  /** Names of open parts, which are still open after the recording was read again. */
  memory?: Set<string>;
  children: () => ComponentChildren;
}) {
  const [isOpen, setIsOpen] = useState(props.open || props.memory?.has(props.name) || false);
  const [wasOpen, setWasOpen] = useState(isOpen);
  // What arrives while Check is shown opens its part.
  useEffect(() => {
    if (!props.open) return;
    setIsOpen(true);
    setWasOpen(true);
  }, [props.open]);
  return (
    <details
      class="part"
      data-part={props.kind}
      open={isOpen}
      onToggle={(event) => {
        const { open } = event.currentTarget;
        setIsOpen(open);
        setWasOpen(wasOpen || open);
        if (open) props.memory?.add(props.name);
        else props.memory?.delete(props.name);
      }}
    >
      <summary>
        {props.heading ? (
          <h2 id={props.heading}>{props.name}</h2>
        ) : (
          <span class="part-name">{props.name}</span>
        )}{" "}
        {!(isOpen && props.saysInside) && <span class="part-said">{props.said}</span>}
      </summary>
      {wasOpen && props.children()}
    </details>
  );
}

/** Opens the parts of this kind, and goes to the first. */
export function openParts(kind: string): void {
  const parts = document.querySelectorAll<HTMLDetailsElement>(`details[data-part="${kind}"]`);
  for (const part of parts) part.open = true;
  const [first] = parts;
  first?.scrollIntoView({ block: "center" });
  first?.querySelector("summary")?.focus();
}
