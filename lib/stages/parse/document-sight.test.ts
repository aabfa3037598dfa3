import fc from "fast-check";
import { expect, test } from "vitest";
import { keepingEnds, TooLong } from "./both-ends.ts";
import { archiveKindOf, headBytes, sightOf, tailBytes } from "./document-sight.ts";
import { testGif, testJpeg, testPdf, testPng, testTiff } from "./test-documents.ts";

const seen = (bytes: Uint8Array) => sightOf(bytes.subarray(0, headBytes), bytes.subarray(-tailBytes), bytes.length);

test.each([
  ["application/pdf", testPdf()],
  ["application/pdf", Buffer.concat([Buffer.from("\0scanner\n"), testPdf()])],
  ["image/jpeg", testJpeg()],
  ["image/jpeg", Buffer.concat([testJpeg(), Buffer.alloc(20_000, 7)])],
  ["image/png", testPng()],
  ["image/gif", testGif()],
  ["image/tiff", testTiff()],
] as const)("a document of type %s is known by its content", (mediaType, bytes) => {
  expect(seen(bytes)).toEqual({ mediaType });
});

test.each([
  ["PDF", testPdf().subarray(0, -20), /PDF is cut off/],
  ["JPEG", testJpeg().subarray(0, -2), /JPEG picture is cut off/],
  ["PNG", testPng().subarray(0, 40), /PNG picture is cut off/],
  ["GIF", testGif().subarray(0, -1), /GIF picture is cut off/],
  ["empty file", Buffer.alloc(0), /empty \(0 bytes\)/],
  ["failed copy", Buffer.alloc(5_000), /nothing but zeros/],
])("a %s that cannot be opened is told as damaged", (_, bytes, because) => {
  expect(seen(bytes)).toEqual({ refusalCode: "document.damaged", because: expect.stringMatching(because) });
});

test.each([
  ["Word", "PK\x03\x04\x14\0[Content_Types].xml"],
  ["old Word", "\xd0\xcf\x11\xe0"],
  ["iPhone", "\0\0\0\x18ftypheic"],
  ["web page", "<!DOCTYPE html><script>alert(1)</script>"],
  ["SVG", '<svg xmlns="http://www.w3.org/2000/svg">'],
  ["plain text", "Dear Sir"],
  ["program", "MZ\x90\0"],
  ["kind we do not know", "\x01\x02\x03\x04"],
])("a %s that is named like a document is told as what it is", (what, head) => {
  const sight = seen(Buffer.from(head, "latin1"));
  expect(sight).toEqual({ refusalCode: "document.content", because: expect.stringContaining(what) });
});

test("an archive is told from documents, and an office document is none", () => {
  expect(archiveKindOf(Buffer.from("PK\x03\x04", "latin1"))).toBe("a ZIP archive");
  expect(archiveKindOf(Buffer.from("Rar!\x1a", "latin1"))).toBe("a RAR archive");
  expect(archiveKindOf(Buffer.from("PK\x03\x04[Content_Types].xml", "latin1"))).toBeUndefined();
  expect(archiveKindOf(testPdf())).toBeUndefined();
});

test("no bytes make it throw", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      expect(seen(bytes)).toBeTypeOf("object");
    }),
  );
});

test("both ends are those of the whole, however it comes in pieces, and more than the limit is not read", async () => {
  async function* inPieces(bytes: Uint8Array, size: number) {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  }
  await fc.assert(
    fc.asyncProperty(fc.nat(3 * tailBytes), fc.integer({ min: 50, max: 2 * tailBytes }), async (size, piece) => {
      const bytes = Buffer.from(Uint8Array.from({ length: size }, (_, n) => n % 251));
      const { ends, stream } = keepingEnds(inPieces(bytes, piece), size);
      for await (const _ of stream);
      expect(ends.sizeBytes).toBe(size);
      expect(Buffer.from(ends.head).equals(bytes.subarray(0, headBytes))).toBe(true);
      expect(Buffer.from(ends.tail).equals(size === 0 ? bytes : bytes.subarray(-tailBytes))).toBe(true);
      if (size === 0) return;
      const short = keepingEnds(inPieces(bytes, piece), size - 1);
      await expect(
        (async () => {
          for await (const _ of short.stream);
        })(),
      ).rejects.toThrow(TooLong);
    }),
    { numRuns: 30 },
  );
});
