// What there is to tell of what was opened, and what is to be answered.
import { useState } from "preact/hooks";
import { useAppState, useSession } from "../../app/context";
import { failureOf } from "../../app/failures";
import type { Notice } from "../../app/state";
import { useText } from "../../text/text";
import type { Failure } from "../../worker/protocol";
import { Diagnostics } from "../diagnostics";
import { FailureText } from "../failure";
import { LinkNotice } from "./link";

/** Of those alone that are wanted. */
export function Notices({ only = () => true }: { only?: (notice: Notice) => boolean }) {
  const { notices } = useAppState();
  return (
    <>
      {notices.map(
        (notice, index) =>
          only(notice) && (
            <div key={`${index} ${notice.kind}`} class="notice" data-notice={notice.kind}>
              <NoticeText notice={notice} />
            </div>
          ),
      )}
    </>
  );
}

/** That visits changed places for which something was entered, on the screens where that is done too. */
export function MovedNotice() {
  return (
    <div aria-live="polite" class="no-paper">
      <Notices only={(one) => "stayed" in one && one.stayed.length + one.went.length > 0} />
    </div>
  );
}

function NoticeText({ notice }: { notice: Notice }) {
  const text = useText();
  const words = text.open;
  switch (notice.kind) {
    case "sorted":
    case "moved":
      return <Moved notice={notice} />;
    case "unsortable":
      return <>{words.unsortable}</>;
    case "too-many":
      return <>{words.tooMany(notice.count)}</>;
    case "none-found":
      return <>{words.noneFound}</>;
    case "several-saved":
      return <>{words.severalSaved}</>;
    case "awaiting":
      return <>{words.awaiting(notice.count)}</>;
    case "not-of-session":
      return <>{words.notOfSession(notice.count)}</>;
    case "study":
      return (
        <>
          {words.studyTable(notice.name)} <a href="#group">{text.screens.group}</a>
        </>
      );
    case "comparison":
      return (
        <>
          {words.comparisonTaken(notice.name, notice.instead)} <a href="#check">{text.screens.check}</a>
        </>
      );
    case "folder":
      return (
        <>
          {words.folderVisits(
            notice.visits.map((name, turn) => [name, text.visit(notice.places[turn] ?? turn)]),
          )}
          {notice.diagnostics.length > 0 && <Diagnostics list={notice.diagnostics} />}
        </>
      );
    case "one-visit":
      return <OneVisitQuestion notice={notice} />;
    case "coding":
      return <CodingQuestion notice={notice} />;
    case "refused":
      return (
        <>
          {notice.name && <p class="failed-title">{words.notOpened(notice.name)}</p>}
          <FailureText failure={notice.failure} />
        </>
      );
    case "link":
      return <LinkNotice {...notice} />;
    case "link-refused":
      return (
        <>
          {words.linkRefused} <FailureText failure={notice.failure} />
        </>
      );
  }
}

/** What went with the recordings and what stayed, to be checked and taken back. */
function Moved({ notice }: { notice: Notice & { kind: "sorted" | "moved" } }) {
  const text = useText();
  const session = useSession();
  const { slots } = useAppState();
  const { kind, before, went, stayed } = notice;
  const now = slots.map(({ key }) => key);
  const isChanged = now.join() !== before.join() && before.length === now.length;
  const isWhole = before.every((key) => now.includes(key));
  const words = text.open.moved;
  return (
    <>
      {words[kind]}
      {isChanged && went.length > 0 && ` ${words.went(went.map((one) => words.names[one]))}`}
      {isChanged && stayed.length > 0 && ` ${words.stayed(stayed.map((one) => words.names[one]))}`}
      {isChanged && isWhole && (
        <>
          {" "}
          <button type="button" class="link" onClick={() => void session.putBack(notice)}>
            {text.code.undo}
          </button>
        </>
      )}
    </>
  );
}

/** Two files that were recorded soon after one another may be one visit; nothing is joined unasked. */
function OneVisitQuestion({ notice }: { notice: Notice & { kind: "one-visit" } }) {
  const text = useText();
  const session = useSession();
  const { slots } = useAppState();
  const words = text.open.files;
  const [one, other] = notice.keys;
  const places = notice.keys.map((key) => slots.findIndex((slot) => slot.key === key));
  if (places.includes(-1)) return null;
  const [first, second] = places.map((place) => text.visit(place));
  return (
    <>
      <p>{words.perhapsOne(first ?? "", second ?? "")}</p>
      <p class="row">
        <button
          type="button"
          class="button small"
          onClick={() => {
            session.putAside(notice);
            void session.parts.join(one, other);
          }}
        >
          {words.join}
        </button>
        <button type="button" class="link" onClick={() => session.putAside(notice)}>
          {words.leaveApart}
        </button>
      </p>
    </>
  );
}

/** A coding belongs to one visit, which its file does not tell. */
function CodingQuestion({ notice }: { notice: Notice & { kind: "coding" } }) {
  const text = useText();
  const session = useSession();
  const { slots } = useAppState();
  const [failure, setFailure] = useState<Failure | null>(null);
  const give = async (key: number) => {
    try {
      await session.giveCoding(key, notice.text);
      session.putAside(notice);
      session.show("check");
    } catch (error) {
      setFailure(failureOf(error));
    }
  };
  return (
    <>
      <p>{text.open.whoseCoding(notice.name)}</p>
      <p class="row">
        {slots.map(({ key }, index) => (
          <button key={key} type="button" class="button small" onClick={() => void give(key)}>
            {text.visit(index)}
          </button>
        ))}
        <button type="button" class="link" onClick={() => session.putAside(notice)}>
          {text.open.leaveOut}
        </button>
      </p>
      {failure && <FailureText failure={failure} />}
    </>
  );
}
