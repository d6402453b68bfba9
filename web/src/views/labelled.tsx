// A field of a form after its label.
import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";

/** `children` makes the field with the id that it is given. */
export function Labelled(props: { label: string; children: (id: string) => ComponentChildren }) {
  const id = useId();
  return (
    <>
      <label for={id}>{props.label}</label>
      <span>{props.children(id)}</span>
    </>
  );
}
