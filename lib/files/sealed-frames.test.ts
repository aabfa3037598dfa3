import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { NotSealedSo, openedFrames, openedPart, sealedFrames } from "./sealed-frames.ts";

const frame = 64 * 1024;
const sealedFrame = frame + 16;
const key = randomBytes(32);

async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
async function whole(stream: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}
const sealedOf = (plain: Uint8Array, piece = 10_000) => whole(sealedFrames(inPieces(plain, piece), key));
const openedOf = (sealed: Uint8Array, piece = 10_000, by: Uint8Array = key) =>
  whole(openedFrames(inPieces(sealed, piece), by));

/** Sizes around the ends of frames, where a mistake would be. */
const sizes = fc.oneof(
  fc.integer({ min: 0, max: 300 }),
  fc.constantFrom(frame - 1, frame, frame + 1, 2 * frame - 1, 2 * frame, 2 * frame + 1, 3 * frame + 7),
);
const pieces = fc.integer({ min: 1, max: 200_000 });

test("what was sealed opens to the same bytes, whatever its size and however it comes in pieces", async () => {
  await fc.assert(
    fc.asyncProperty(sizes, pieces, pieces, async (size, first, second) => {
      const plain = randomBytes(size);
      expect((await openedOf(await sealedOf(plain, first + 50), second + 50)).equals(plain)).toBe(true);
    }),
    { numRuns: 60 },
  );
});

test("a flipped bit anywhere is detected", async () => {
  await fc.assert(
    fc.asyncProperty(
      sizes,
      fc.double({ min: 0, max: 0.999999, noNaN: true }),
      fc.integer({ min: 0, max: 7 }),
      async (size, at, bit) => {
        const sealed = await sealedOf(randomBytes(size));
        const place = Math.floor(at * sealed.length);
        sealed[place] = (sealed[place] ?? 0) ^ (1 << bit);
        await expect(openedOf(sealed)).rejects.toThrow(NotSealedSo);
      },
    ),
    { numRuns: 60 },
  );
});

test("bytes cut off the end are detected, also at the end of a frame", async () => {
  await fc.assert(
    fc.asyncProperty(sizes, fc.integer({ min: 1, max: 3 * sealedFrame }), async (size, cut) => {
      const sealed = await sealedOf(randomBytes(size));
      await expect(openedOf(sealed.subarray(0, Math.max(0, sealed.length - cut)))).rejects.toThrow(NotSealedSo);
    }),
    { numRuns: 60 },
  );
  const sealed = await sealedOf(randomBytes(2 * frame));
  await expect(openedOf(sealed.subarray(0, sealedFrame))).rejects.toThrow(NotSealedSo);
});

test("frames in another order, twice, left out or added are detected", async () => {
  const sealed = await sealedOf(randomBytes(3 * frame + 5));
  const [a, b, c, last] = [0, 1, 2, 3].map((nth) => sealed.subarray(nth * sealedFrame, (nth + 1) * sealedFrame));
  if (!a || !b || !c || !last) throw new Error("There are four frames.");
  for (const frames of [
    [b, a, c, last],
    [a, a, b, c, last],
    [a, c, last],
    [a, b, c, last, last],
    [a, b, c, a, last],
  ])
    await expect(openedOf(Buffer.concat(frames))).rejects.toThrow(NotSealedSo);
});

test("another key does not open it, and two files of the same bytes look nothing alike", async () => {
  const plain = Buffer.alloc(1_000, 7);
  const sealed = await sealedOf(plain);
  await expect(openedOf(sealed, 100, randomBytes(32))).rejects.toThrow(NotSealedSo);
  expect(sealed.includes(plain.subarray(0, 16))).toBe(false);
});

test("a part is the same as the part of the whole, and reads no more frames than it touches", async () => {
  await fc.assert(
    fc.asyncProperty(sizes, fc.nat(4 * frame), fc.nat(4 * frame), async (size, one, other) => {
      const plain = randomBytes(size);
      const sealed = await sealedOf(plain);
      const [start, end] = one < other ? [one, other] : [other, one];
      let asked = 0;
      const read = (from: number, to: number) => {
        asked += to - from;
        return inPieces(sealed.subarray(from, to), 9_000);
      };
      const part = await whole(openedPart(read, key, start, end));
      expect(part.equals(plain.subarray(start, end))).toBe(true);
      expect(asked).toBeLessThanOrEqual((Math.ceil((end - start) / frame) + 1) * sealedFrame);
    }),
    { numRuns: 60 },
  );
});
