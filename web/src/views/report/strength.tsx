// One mark for how strongly a finding may be spoken of: filled, reliable; hollow, no reliable change; half, the recordings
// or the forms differ; dashed, no difference found; a bar, cannot be judged. What draws no change at all has no diamond.
import type { Statement } from "#report";

const diamond = "M8 1 15 8 8 15 1 8Z";

/** The mark alone, in a square of 16. */
export function StrengthShape({ strength }: { strength: Statement["strength"] }) {
  return (
    <>
      {strength === "reliable" && <path d={diamond} class="full" />}
      {strength === "not_reliable" && <path d={diamond} class="line" />}
      {strength === "no_difference_found" && <path d={diamond} class="line dashed" />}
      {(strength === "recordings_differ" || strength === "depends_on_choice") && (
        <>
          <path d={diamond} class="line" />
          <path d="M8 1 8 15 1 8Z" class="full" />
        </>
      )}
      {strength === "cannot_judge" && <path d="M8 2V14" class="line" />}
      {strength === "too_little" && <path d="M1 5H15V11H1ZM1 5H6V11H1Z" class="line" />}
      {strength === "not_comparable" && <path d="M2 6H14M2 10H14M11 2 5 14" class="line" />}
    </>
  );
}

/** Mark and word: how strongly a domain's finding may be spoken of. */
export function StrengthBadge({ statement: { strength, headline } }: { statement: Statement }) {
  return (
    <span class="verdict" data-strength={strength}>
      <svg class="strength" viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
        <StrengthShape strength={strength} />
      </svg>
      {headline}
    </span>
  );
}
