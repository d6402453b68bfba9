// What every table of the page has: a place that scrolls by itself, and the heads of its columns.
import type { ComponentChild, ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";

/**
 * A table that may be wider than its place: it scrolls by itself, also by keyboard, and the page does not. Its right edge
 * is shaded while more of it lies there: a finger sees no scroll bar.
 */
export function TableBox(props: { label: string; class?: string; children: ComponentChildren }) {
  const box = useRef<HTMLElement>(null);
  const shade = () => {
    const { scrollWidth = 0, clientWidth = 0, scrollLeft = 0 } = box.current ?? {};
    box.current?.toggleAttribute("data-more", scrollWidth - clientWidth - scrollLeft > 2);
  };
  useEffect(() => {
    const watch = new ResizeObserver(shade);
    for (const watched of [box.current, box.current?.firstElementChild]) if (watched) watch.observe(watched);
    return () => watch.disconnect();
  }, []);
  return (
    <section
      class={`table-box ${props.class ?? ""}`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable by keyboard
      tabIndex={0}
      aria-label={props.label}
      ref={box}
      onScroll={shade}
    >
      {props.children}
    </section>
  );
}

/** A column's head: its name, or its name and how it is set; without a name the corner above the names of lines. */
export type Column = ComponentChild | { name: ComponentChild; class: string };

/** Columns of numbers, which are set right as their cells are. */
export const numeric = (...names: ComponentChild[]): Column[] => names.map((name) => ({ name, class: "n" }));

export function TableHead({ columns }: { columns: Column[] }) {
  return (
    <thead>
      <tr>
        {columns.map((column, index) => {
          const head = isSet(column) ? column : { name: column, class: undefined };
          return head.name ? (
            <th key={index} scope="col" class={head.class}>
              {head.name}
            </th>
          ) : (
            <td key={index} />
          );
        })}
      </tr>
    </thead>
  );
}

const isSet = (column: Column): column is { name: ComponentChild; class: string } =>
  typeof column === "object" && column !== null && "name" in column;
