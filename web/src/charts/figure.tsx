// A figure: its title, the drawing, how to read it, and the same numbers as a table.
import type { ComponentChildren } from "preact";
import { useId, useState } from "preact/hooks";
import { useText } from "../text/text";
import { SaveFigure } from "./save-figure";

/** A disclosure whose content is made when it is opened for the first time. */
export function Disclosure(props: { summary: string; class?: string; children: () => ComponentChildren }) {
  const [opened, setOpened] = useState(false);
  return (
    <details
      class={props.class ?? "disclosure"}
      onToggle={(event) => {
        if (event.currentTarget.open) setOpened(true);
      }}
    >
      <summary>{props.summary}</summary>
      {opened && props.children()}
    </details>
  );
}

export function Figure(props: {
  title: string;
  unit?: string;
  how: string;
  table?: () => ComponentChildren;
  children: ComponentChildren;
}) {
  const text = useText();
  const id = useId();
  return (
    <figure class="figure" aria-labelledby={id} data-figure>
      <figcaption id={id}>
        <span class="figure-title">{props.title}</span>
        {props.unit && <span class="figure-unit">{props.unit}</span>}
      </figcaption>
      {props.children}
      <div class="figure-notes">
        <Disclosure summary={text.report.howToRead}>{() => <p>{props.how}</p>}</Disclosure>
        {props.table && <Disclosure summary={text.report.asTable}>{props.table}</Disclosure>}
        <SaveFigure title={props.title} about={props.how} />
      </div>
    </figure>
  );
}
