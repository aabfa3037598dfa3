import { zipOf } from "../../sheets/zip-of.ts";

/** For tests: the smallest documents of each kind, with nothing of anybody in them. `mark` makes two of a kind differ. */
export const testPdf = (mark = "a"): Buffer =>
  Buffer.from(
    `%PDF-1.4\n% ${mark}\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 100]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n`,
  );
/** One pixel; what stands behind the end of a PNG is read by nobody. */
export const testPng = (mark = "a"): Buffer =>
  Buffer.concat([
    Buffer.from(
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
      "base64",
    ),
    Buffer.from(mark),
  ]);
export const testJpeg = (mark = "a"): Buffer =>
  Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.from(`JFIF ${mark}`), Buffer.from([0xff, 0xd9])]);
export const testGif = (): Buffer => Buffer.from("R0lGODlhAQABAAAAACwAAAAAAQABAAACAkQBADs=", "base64");
export const testTiff = (): Buffer => Buffer.from("II*\0\x08\0\0\0\0\0\0\0", "latin1");

/** A ZIP archive of these files, by path. */
export async function testArchive(files: Record<string, string | Uint8Array>): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of zipOf(
    Object.entries(files).map(([name, bytes]) => ({ name, content: [Buffer.from(bytes)] })),
  ))
    pieces.push(piece);
  return Buffer.concat(pieces);
}
