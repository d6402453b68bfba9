// Sentences of numbers and names, broken between lines only where a reader does not stumble.

/** "ses-2", "95 % CI", "p = .017", "2.2 s": each of a line's width at the most. */
const wholes =
  /([^\s-]{1,12}-[^\s-]{1,12}|(?:IC à )?\d+\s%(?: CI)?|\bp [=<] \S+|\S+ ln ms²|\d\S* (?:s|ms|Hz)(?!\w))/;

/** A text whose numbers keep their unit on one line, and names their hyphen. */
export function Steady({ text }: { text: string }) {
  return (
    <>
      {text.split(wholes).map((part, at) =>
        at % 2 === 0 ? (
          part
        ) : (
          <span key={at} class="whole">
            {part}
          </span>
        ),
      )}
    </>
  );
}
