#!/usr/bin/env bash
# muse-js 3.3.0 (npm): the times of the EEG and of the pulse that a Muse headband sends together (enablePpg).
#
# Expected: each reading's timestamp is the start and its own index times its own length: 12 samples of EEG at 256 Hz, 6 of the pulse at
# 64 Hz. What the headband sends 300 s after the start has 300 s, EEG and pulse alike.
# Seen (2026-11-30): the two streams, whose packets are numbered each by itself, share one memory of the last index and time. The pulse's
# packets come half as often, are taken for late ones, and all have the time of the start, for six minutes; zipSamplesPpg, which waits for
# the next time, gives nothing. Then the two indices are 4096 apart, that is taken for a wrap of 16 bits, and both clocks leap: at 390 s
# they show more than four days (375 272 s). Markers (injectMarker) keep the true time. Without the pulse the EEG is right. Nothing is said.
#
# A headband is put in the place of the one that the browser connects to; its packets have the form of Muse 2 and S: two bytes of index,
# 18 of samples.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --loglevel=error muse-js@3.3.0 >/dev/null
cat >try.cjs <<'JS'
const { MuseClient, zipSamplesPpg } = require("muse-js");
const EEG = ["03", "04", "05", "06"].map((number) => `273e00${number}-4c4d-454d-96be-f03bac821358`);
const PULSE = ["0f", "10", "11"].map((number) => `273e00${number}-4c4d-454d-96be-f03bac821358`);

async function run(pulse) {
  const device = Object.assign(new EventTarget(), { name: "Muse" });
  const channels = new Map();
  async function getCharacteristic(id) {
    if (!channels.has(id)) {
      channels.set(id, Object.assign(new EventTarget(), { service: { device }, startNotifications: async () => {} }));
    }
    return channels.get(id);
  }
  function send(ids, index) {
    for (const id of ids) {
      const channel = channels.get(id);
      channel.value = new DataView(new ArrayBuffer(20));
      channel.value.setUint16(0, index);
      channel.dispatchEvent(new Event("characteristicvaluechanged"));
    }
  }
  const client = new MuseClient();
  client.enablePpg = pulse;
  await client.connect({ device, getPrimaryService: async () => ({ getCharacteristic }) });
  let start = null;
  let eeg = 0;
  let sensor = 0;
  let zipped = 0;
  client.eegReadings.subscribe((reading) => {
    start ??= reading.timestamp;
    eeg = reading.timestamp;
  });
  client.ppgReadings?.subscribe((reading) => (sensor = reading.timestamp));
  if (pulse) zipSamplesPpg(client.ppgReadings).subscribe(() => zipped++);
  const seen = [];
  for (let index = 0; index * 12 <= 390 * 256; index++) {
    send(EEG, index);
    if (pulse && index % 2 === 0) send(PULSE, index / 2);
    if (index === 6400 || index === 8320) {
      const seconds = (time) => ((time - start) / 1000).toFixed(0);
      seen.push(`${(index * 12) / 256} s: EEG ${seconds(eeg)}${pulse ? `, pulse ${seconds(sensor)}, ${zipped} zipped` : ""}`);
    }
  }
  console.log(`${pulse ? "with" : "without"} the pulse, ${seen.join("; ")}`);
}
run(false).then(() => run(true));
JS
seen=$(node --no-warnings try.cjs)
echo "muse-js 3.3.0, seconds in the timestamps of what is sent 300 and 390 s after the start"
echo "expected: without the pulse, 300 s: EEG 300; 390 s: EEG 390"
echo "          with the pulse, 300 s: EEG 300, pulse 300, 19200 zipped; 390 s: EEG 390, pulse 390, 24960 zipped"
echo "seen:"
echo "$seen"
[ "$seen" = "without the pulse, 300 s: EEG 300; 390 s: EEG 390
with the pulse, 300 s: EEG 300, pulse 0, 0 zipped; 390 s: EEG 375272, pulse 381026, 384 zipped" ] \
  || { echo "This has changed." >&2; exit 1; }
