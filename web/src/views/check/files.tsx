// The files of a visit that was recorded in several: when each was recorded, and what lies between them.
import type { RecordingFile } from "#report";
import type { Source } from "../../app/state";
import { numeric, TableBox, TableHead } from "../../charts/table";
import { duration } from "../../format";
import { useText } from "../../text/text";

/** Start times stand in whole seconds. */
const wholeSecondsS = 1;

export function FileTable(props: { parts: RecordingFile["parts"]; source: Source | null; name: string }) {
  const text = useText();
  const { parts, source, name } = props;
  const words = text.check.files;
  const files = source?.kind === "file" ? source.files : [];
  return (
    <TableBox label={`${words.title}, ${name}`}>
      <table>
        <TableHead
          columns={[words.file, ...numeric(words.from, words.to, words.eeg, words.others), words.before]}
        />
        <tbody>
          {parts.map((part, index) => (
            <tr key={`${index} ${part.sha256}`}>
              <th scope="row">{files[index]?.file.name ?? index + 1}</th>
              <td class="n">
                {duration(part.start_s)}
                {files[index]?.startS != null && ` (${words.entered})`}
              </td>
              <td class="n">{duration(part.end_s)}</td>
              <td class="n">{part.eeg_channels}</td>
              <td class="n">{part.channels - part.eeg_channels}</td>
              <td>{index > 0 && betweenOf(parts, index, words)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}

type Words = ReturnType<typeof useText>["check"]["files"];

/** "after a gap of 2:10", "beside it for 5:00". */
function betweenOf(parts: RecordingFile["parts"], index: number, words: Words): string {
  const endS = Math.max(...parts.slice(0, index).map(({ end_s }) => end_s));
  const part = parts[index];
  if (!part) return "";
  const gapS = part.start_s - endS;
  if (gapS > wholeSecondsS) return words.gap(duration(gapS));
  if (gapS >= -wholeSecondsS) return words.atOnce;
  return words.beside(duration(Math.min(endS, part.end_s) - part.start_s));
}
