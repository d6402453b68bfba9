// A study of twelve infants with what goes wrong in studies: one leaves before the second visit, one has an impossible age, one
// a bad channel by its table, and one recording is no recording.
import { execFile } from "node:child_process";
import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";

const edf = (infant, visit) => `${infant}/${visit}/eeg/${infant}_${visit}_task-rest_eeg.edf`;

/** Makes it in a folder by the program `attune`. */
export async function makeTwelve(attune, study) {
  await promisify(execFile)(attune, ["synth", "--study", "--infants", "6", "--out", study]);
  await rm(join(study, "sub-003/ses-2"), { recursive: true });
  await writeFile(
    join(study, "sub-005/sub-005_sessions.tsv"),
    "session_id\tage_months\nses-1\t2000\nses-2\t7.07\n",
  );
  await writeFile(
    join(study, "sub-007/ses-1/eeg/sub-007_ses-1_task-rest_channels.tsv"),
    "name\ttype\tunits\tstatus\nEEG F3\tEEG\tuV\tgood\nEEG F4\tEEG\tuV\tbad\nECG\tECG\tuV\tgood\n",
  );
  await writeFile(join(study, edf("sub-010", "ses-2")), "no recording");
}
