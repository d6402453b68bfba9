// A long WebM made of a short one, whose blocks are repeated with later times (RFC 8794, RFC 9559): no encoder is needed
// for a video of hours, and each of its pictures is known.

const id = {
  ebml: 0x1a45dfa3,
  segment: 0x18538067,
  info: 0x1549a966,
  timestampScale: 0x2ad7b1,
  duration: 0x4489,
  muxer: 0x4d80,
  writer: 0x5741,
  tracks: 0x1654ae6b,
  cluster: 0x1f43b675,
  timestamp: 0xe7,
  simpleBlock: 0xa3,
  cues: 0x1c53bb6b,
  cuePoint: 0xbb,
  cueTime: 0xb3,
  cueTrackPositions: 0xb7,
  cueTrack: 0xf7,
  cueClusterPosition: 0xf1,
};

/** Elements in `bytes` between two places: {id, from, to, whole}; `from` and `to` are those of what it holds. */
function* elements(bytes, from = 0, to = bytes.length) {
  const number = (at, withMark) => {
    const size = Math.clz32(bytes[at]) - 23;
    let value = withMark ? bytes[at] : bytes[at] & (0xff >> size);
    for (let n = 1; n < size; n++) value = value * 256 + bytes[at + n];
    return [value, at + size];
  };
  for (let at = from; at < to; ) {
    const [name, sizeAt] = number(at, true);
    const [size, begin] = number(sizeAt, false);
    yield { id: name, from: begin, to: begin + size, whole: bytes.subarray(at, begin + size) };
    at = begin + size;
  }
}

function unsigned(value, size) {
  const bytes = Buffer.alloc(size);
  bytes.writeUIntBE(value, 0, size);
  return bytes;
}

/** An element; its size always takes 8 bytes, so that places are known before what stands there. */
function element(name, ...parts) {
  const content = Buffer.concat(parts);
  const head = Buffer.alloc(8);
  head.writeBigUInt64BE(BigInt(content.length) | (1n << 56n));
  return Buffer.concat([unsigned(name, Math.ceil((32 - Math.clz32(name)) / 8)), head, content]);
}

/** The pictures of a WebM with one track, in ms: {at_ms, isKey, block}. */
function* pictures(bytes, segment) {
  for (const cluster of elements(bytes, segment.from, segment.to)) {
    if (cluster.id !== id.cluster) continue;
    let cluster_ms = 0;
    for (const part of elements(bytes, cluster.from, cluster.to)) {
      if (part.id === id.timestamp) cluster_ms = bytes.readUIntBE(part.from, part.to - part.from);
      if (part.id !== id.simpleBlock) continue;
      const block = bytes.subarray(part.from, part.to);
      yield { at_ms: cluster_ms + block.readInt16BE(1), isKey: (block[3] & 0x80) > 0, block };
    }
  }
}

/** The pictures of `bytes`, `length_s` seconds of them, again and again for `seconds`; a cluster for each key picture. */
export function lengthened(bytes, length_s, seconds) {
  const whole = [...elements(bytes)];
  const segment = whole.find((one) => one.id === id.segment);
  const tracks = [...elements(bytes, segment.from, segment.to)].find((one) => one.id === id.tracks);
  const once = [...pictures(bytes, segment)];
  const clusters = [];
  for (let round = 0; round * length_s < seconds; round++)
    for (const { at_ms, isKey, block } of once) {
      const time_ms = at_ms + 1000 * length_s * round;
      if (isKey) clusters.push({ time_ms, blocks: [] });
      const { time_ms: from_ms, blocks } = clusters.at(-1);
      const moved = Buffer.from(block);
      moved.writeInt16BE(time_ms - from_ms, 1);
      blocks.push(element(id.simpleBlock, moved));
    }
  const duration = Buffer.alloc(8);
  duration.writeDoubleBE(1000 * seconds);
  const info = element(
    id.info,
    element(id.timestampScale, unsigned(1_000_000, 3)),
    element(id.muxer, Buffer.from("test")),
    element(id.writer, Buffer.from("test")),
    element(id.duration, duration),
  );
  const made = clusters.map(({ time_ms, blocks }) =>
    element(id.cluster, element(id.timestamp, unsigned(time_ms, 4)), ...blocks),
  );
  // Cues have one size whatever they say, so that they can stand before what they point to.
  const cuesFor = (begin) => {
    let at = begin;
    const points = clusters.map(({ time_ms }, place) => {
      const position = at;
      at += made[place].length;
      return element(
        id.cuePoint,
        element(id.cueTime, unsigned(time_ms, 4)),
        element(
          id.cueTrackPositions,
          element(id.cueTrack, unsigned(1, 1)),
          element(id.cueClusterPosition, unsigned(position, 6)),
        ),
      );
    });
    return element(id.cues, ...points);
  };
  const before = info.length + tracks.whole.length;
  const cues = cuesFor(before + cuesFor(0).length);
  return Buffer.concat([
    whole.find((one) => one.id === id.ebml).whole,
    element(id.segment, info, tracks.whole, cues, ...made),
  ]);
}
