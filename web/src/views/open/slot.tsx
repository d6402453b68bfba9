// One visit's place on the Open screen: a drop zone, then progress, then what was read or why it could not be.
import type { ComponentChildren } from "preact";
import { useEffect, useId, useState } from "preact/hooks";
import { useSession } from "../../app/context";
import { isWorthAnotherTry } from "../../app/failures";
import type { ExpectedRecording, Slot, Source } from "../../app/state";
import { InlineMark } from "../../charts/visits";
import { bytes, dateTime, duration, fixed } from "../../format";
import type { Text } from "../../text/en";
import { useText } from "../../text/text";
import type { Failure } from "../../worker/protocol";
import { FailureText } from "../failure";
import { useMayLose } from "../may-lose";
import { hasFiles } from "./drop";
import { FileNames } from "./files";

export function SlotCard({ slot, index }: { slot: Slot; index: number }) {
  const text = useText();
  const [over, setOver] = useState(false);
  const name = text.visit(index);
  return (
    <section
      class={`slot ${slot.state.kind}${over ? " over" : ""}`}
      aria-label={name}
      data-slot={index}
      onDragOver={(event) => {
        if (hasFiles(event)) setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={() => setOver(false)}
    >
      <h2>
        <InlineMark visit={index} /> {name}
      </h2>
      <SlotBody slot={slot} name={name} over={over} />
    </section>
  );
}

function SlotBody({ slot, name, over }: { slot: Slot; name: string; over: boolean }) {
  const text = useText();
  const session = useSession();
  const { state, source } = slot;
  const remove = () => {
    if (!session.codings.wouldLose(slot.key) || window.confirm(text.code.loseCoding))
      void session.remove(slot.key);
  };
  switch (state.kind) {
    case "empty":
      return (
        <>
          <p class="slot-hint">{over ? text.open.dropActive : text.open.drop}</p>
          <Empty slot={slot} name={name} />
        </>
      );
    case "reading":
    case "computing":
      return (
        <>
          {source && <p class="slot-name">{sourceName(source, text)}</p>}
          <Progress slot={slot} name={name} />
          <button type="button" class="button small" aria-label={text.open.cancelFor(name)} onClick={remove}>
            {text.open.cancel}
          </button>
        </>
      );
    case "ready":
      return (
        <>
          <SourceName slot={slot} name={name} />
          <p class="slot-facts">
            {state.visit.file.start && `${dateTime(state.visit.file.start, text.locale)} · `}
            {state.visit.recorded && duration(state.visit.file.duration_s)}
          </p>
          <Instead slot={slot} name={name} remove={remove} isRead />
        </>
      );
    case "failed":
      return <Failed slot={slot} name={name} failure={state.failure} remove={remove} />;
  }
}

/** Why a file was not read, and what to do. */
function Failed(props: { slot: Slot; name: string; failure: Failure; remove: () => void }) {
  const text = useText();
  const session = useSession();
  const { slot, name, failure, remove } = props;
  return (
    <>
      <SourceName slot={slot} name={name} />
      <div role="alert">
        <p class="failed-title">{text.open.failed}</p>
        <FailureText failure={failure} />
      </div>
      <Instead slot={slot} name={name} remove={remove}>
        {isWorthAnotherTry(failure) && (
          <button
            type="button"
            class="button"
            aria-label={text.open.againFor(name)}
            onClick={() => void session.readAgain(slot.key)}
          >
            {text.open.again}
          </button>
        )}
      </Instead>
    </>
  );
}

function Empty({ slot, name }: { slot: Slot; name: string }) {
  const words = useText().open;
  const session = useSession();
  return (
    <>
      {slot.expected && <Awaited slot={slot} expected={slot.expected} />}
      <Replace slot={slot} label={words.choose} name={words.chooseFor(name)} />
      <p class="note">{words.formats}</p>
      <button
        type="button"
        class="link"
        aria-label={words.withoutFor(name)}
        onClick={() => void session.openWithoutRecording(slot.key)}
      >
        {words.without}
      </button>
    </>
  );
}

/** What else can be done with a visit's place that is taken; `children` come first. */
function Instead(props: {
  slot: Slot;
  name: string;
  remove: () => void;
  isRead?: boolean;
  children?: ComponentChildren;
}) {
  const words = useText().open;
  const { slot, name } = props;
  return (
    <div class="row">
      {props.children}
      <Replace slot={slot} label={words.replace} name={`${words.replace}: ${name}`} />
      {props.isRead && <AddFile slot={slot} name={name} />}
      <button type="button" class="link" aria-label={words.removeFor(name)} onClick={props.remove}>
        {words.remove}
      </button>
    </div>
  );
}

/** Which recording saved work waits for: what a person knows of it first, then what the file is known by. */
function Awaited({ slot, expected }: { slot: Slot; expected: ExpectedRecording }) {
  const text = useText();
  const { age_months: age } = slot.options;
  const phases = [...new Set(expected.phases)].filter((kind) => kind !== "other");
  const facts = [
    expected.duration_s !== null && duration(expected.duration_s),
    age !== null && text.months(fixed(age, 1)),
    phases.map((kind) => text.check.phaseKind[kind] ?? kind).join(", "),
  ].filter(Boolean);
  return (
    <>
      {facts.length > 0 && <p class="slot-name">{text.open.awaited(facts.join(" · "))}</p>}
      {(expected.parts.length > 0 ? expected.parts : [expected]).map(({ bytes: size, sha256 }) => (
        <p key={sha256} class="note">
          {text.open.expected(bytes(size), sha256.slice(0, 8))}
        </p>
      ))}
    </>
  );
}

function SourceName({ slot, name }: { slot: Slot; name: string }) {
  const text = useText();
  const { source } = slot;
  if (!source) return null;
  if (source.kind === "file") return <FileNames slot={slot} files={source.files} name={name} />;
  return <p class="slot-name">{sourceName(source, text)}</p>;
}

function sourceName(source: Source, text: Text): string {
  switch (source.kind) {
    case "file":
      return source.files.map(({ file }) => file.name).join(", ");
    case "example":
      return text.open.simulated;
    case "none":
      return text.open.noRecording;
  }
}

function Progress({ slot, name }: { slot: Slot; name: string }) {
  const text = useText();
  const { state, source } = slot;
  useTick(state.kind === "reading");
  if (state.kind === "computing" || source?.kind === "example") {
    return (
      <>
        <progress aria-label={text.open.progressOf(name)} />
        <p class="slot-facts">{state.kind === "computing" ? text.open.computing : text.open.simulating}</p>
      </>
    );
  }
  if (state.kind !== "reading") return null;
  const { doneBytes, totalBytes, startedMs } = state;
  const elapsedS = (performance.now() - startedMs) / 1000;
  const left =
    doneBytes > 0 && elapsedS > 0.3
      ? text.open.timeLeft(((totalBytes - doneBytes) / doneBytes) * elapsedS)
      : text.open.estimating;
  return (
    <>
      <progress aria-label={text.open.progressOf(name)} max={totalBytes} value={doneBytes} />
      <p class="slot-facts">
        {text.open.reading(bytes(doneBytes), bytes(totalBytes))} · {left}
      </p>
    </>
  );
}

/** Draws anew every half second while `active`, so that the time left moves between slices too. */
function useTick(active: boolean): void {
  const [, setTick] = useState(0);
  useEffect(() => {
    if (!active) return;
    const timer = setInterval(() => setTick((tick) => tick + 1), 500);
    return () => clearInterval(timer);
  }, [active]);
}

function Replace({ slot, label, name }: { slot: Slot; label: string; name: string }) {
  const session = useSession();
  const mayReplace = useMayLose();
  return (
    <FilePicker
      label={label}
      name={name}
      choose={(files) => void session.open(files, { target: slot.key, mayReplace })}
    />
  );
}

/** A further file of the same visit. */
function AddFile({ slot, name }: { slot: Slot; name: string }) {
  const text = useText();
  const session = useSession();
  const words = text.open.files;
  if (slot.source?.kind !== "file") return null;
  return (
    <FilePicker
      label={words.add}
      name={words.addTo(name)}
      choose={(files) => void session.parts.add(slot.key, files)}
    />
  );
}

function FilePicker({
  label,
  name,
  choose,
}: {
  label: string;
  name: string;
  choose: (files: File[]) => void;
}) {
  const id = useId();
  return (
    <span class="picker">
      <input
        id={id}
        type="file"
        multiple
        aria-label={name}
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])];
          // Emptied so that choosing the same file again is a change again.
          event.currentTarget.value = "";
          choose(files);
        }}
      />
      <label for={id} class="button">
        {label}
      </label>
    </span>
  );
}
