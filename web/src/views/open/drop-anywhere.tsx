// Files may be dropped anywhere on the page. While they are dragged, a line says where they will land, as far as the browser
// tells then: it names their types and nothing more.
import { useEffect, useState } from "preact/hooks";
import { useAppState, useSession } from "../../app/context";
import { droppedFolder } from "../../app/folder";
import { useText } from "../../text/text";
import { useMayLose } from "../may-lose";
import { filesOf, hasFiles } from "./drop";

/** What is dragged, by its types. */
type Kind = "recording" | "table" | "saved" | "video";

const kinds: Record<string, Kind> = {
  "application/json": "saved",
  "text/html": "saved",
  "text/csv": "table",
  "text/tab-separated-values": "table",
  "text/plain": "table",
  "application/vnd.ms-excel": "table",
};

function kindsOf(event: DragEvent): Kind[] {
  const items = [...(event.dataTransfer?.items ?? [])].filter(({ kind }) => kind === "file");
  const kindOf = (type: string) => (type.startsWith("video/") ? "video" : (kinds[type] ?? "recording"));
  return [...new Set(items.map(({ type }) => kindOf(type)))];
}

/** The place that the pointer is over, from 0; null: none. */
function slotUnder(event: DragEvent): number | null {
  const slot = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-slot]") : null;
  return slot ? Number(slot.dataset.slot) : null;
}

export function DropAnywhere() {
  const session = useSession();
  const mayReplace = useMayLose();
  const { screen } = useAppState();
  const text = useText();
  const words = text.open.landing;
  const [over, setOver] = useState<{ kinds: Kind[]; slot: number | null } | null>(null);
  useEffect(() => {
    const drag = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      const next = { kinds: kindsOf(event), slot: slotUnder(event) };
      setOver((now) => (JSON.stringify(now) === JSON.stringify(next) ? now : next));
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(null);
    };
    const drop = (event: DragEvent) => {
      setOver(null);
      if (!hasFiles(event) || !event.dataTransfer) return;
      event.preventDefault();
      const { name, list } = droppedFolder(event.dataTransfer);
      if (session.store.value.screen === "group") {
        void session.group.openFolder(name, list);
        return;
      }
      const place = slotUnder(event);
      session.show("open");
      const target = place === null ? null : (session.store.value.slots[place]?.key ?? null);
      if (name !== "") void session.openFolder(name, list, { mayReplace });
      else void session.open(filesOf(event), { target, mayReplace });
    };
    window.addEventListener("dragover", drag);
    window.addEventListener("dragleave", leave);
    window.addEventListener("drop", drop);
    return () => {
      window.removeEventListener("dragover", drag);
      window.removeEventListener("dragleave", leave);
      window.removeEventListener("drop", drop);
    };
  }, [session, mayReplace]);
  if (!over) return null;
  const visit = over.slot === null ? null : text.visit(over.slot);
  const lines =
    screen === "group"
      ? [words.study]
      : over.kinds.map((kind) => (kind === "recording" ? words.recording(visit) : words[kind]));
  return (
    <div class="landing" aria-hidden="true">
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </div>
  );
}
