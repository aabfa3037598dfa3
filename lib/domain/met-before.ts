/**
 * Memory of values that were met, which threads share: no means that the value was not met, yes that it was, or that a few others together look
 * like it. Three bits of one word stand for a value, set in one step, so that of two threads that meet it at once the later one hears yes.
 */
export type MetMemory = SharedArrayBuffer;

const bytesPerWord = 4;
const wordsMin = 1 << 10;
/** 64 MB: beyond sixteen million values more of them look alike, and none is missed. */
const wordsMax = 1 << 24;

/** A word for each value: three bits of one are then set by others in about one of a thousand cases. */
export function newMetMemory(values: number): MetMemory {
  let words = wordsMin;
  while (words < values && words < wordsMax) words *= 2;
  return new SharedArrayBuffer(words * bytesPerWord);
}

/** @returns whether the value may have been met before under this name, by this thread or another; from now on it was */
export function metBefore(memory: MetMemory): (name: string, value: string) => boolean {
  const words = new Int32Array(memory);
  return (name, value) => {
    const hash = hashOf(value, hashOf(name, start));
    const bits = finished(hash + otherHash);
    const mask = (1 << (bits & 31)) | (1 << ((bits >>> 5) & 31)) | (1 << ((bits >>> 10) & 31));
    return (Atomics.or(words, finished(hash) & (words.length - 1), mask) & mask) === mask;
  };
}

/** FNV-1a of code units, which is in the public domain. */
const start = 0x811c9dc5;
function hashOf(text: string, from: number): number {
  let hash = from;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash;
}

/** Bits and place of a value must not tell each other. */
const otherHash = 0x9e3779b9;

/** Spreads what FNV leaves in the high bits: neighbours in a file differ in their last sign alone. */
function finished(hash: number): number {
  const half = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  const whole = Math.imul(half ^ (half >>> 13), 0xc2b2ae35);
  return whole ^ (whole >>> 16);
}
