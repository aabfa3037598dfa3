import fc from "fast-check";
import { expect, test } from "vitest";
import { measureUpload } from "./uploaded-bytes.ts";

const HEADS = {
  "application/pdf": "%PDF-1.7",
  "image/png": "\x89PNG\r\n\x1a\n",
  "image/jpeg": "\xff\xd8\xff",
  "image/gif": "GIF89a",
  "image/tiff": "II*\0",
};

const files = fc.record({
  mediaType: fc.constantFrom(...(Object.keys(HEADS) as (keyof typeof HEADS)[])),
  rest: fc.uint8Array({ maxLength: 50 }),
});

const bytesOf = ({ mediaType, rest }: { mediaType: keyof typeof HEADS; rest: Uint8Array }) =>
  Buffer.concat([Buffer.from(HEADS[mediaType], "latin1"), rest]);

test("a file of each of the five types is known by its first bytes, plain or as a data URI", () => {
  fc.assert(
    fc.property(files, (file) => {
      const bytes = bytesOf(file);
      const base64 = bytes.toString("base64");
      const measured = measureUpload(base64, "plain", "decoded");
      expect(measured).toMatchObject({ mediaType: file.mediaType, byteSize: bytes.length });
      expect(measureUpload(`data:${file.mediaType};base64,${base64}`, "plain or data URI", "decoded")).toEqual(
        measured,
      );
    }),
  );
});

test("base64 with anything in it that is not base64 is refused, wherever it stands", () => {
  const strangers = fc.constantFrom("\n", " ", "-", "_", "=", "é", "*");
  fc.assert(
    fc.property(files, strangers, fc.nat(), (file, stranger, place) => {
      const base64 = bytesOf(file).toString("base64").replace(/=+$/, "");
      const at = place % base64.length;
      const broken = base64.slice(0, at) + stranger + base64.slice(at);
      expect(() => measureUpload(broken, "plain", "decoded")).toThrow("data must be");
    }),
  );
});

test("a data URI is for files only", () => {
  const uri = `data:image/gif;base64,${Buffer.from("GIF89a").toString("base64")}`;
  expect(() => measureUpload(uri, "plain", "decoded")).toThrow("data must be base64");
});

test("fifty megabytes are taken and one byte more is not, counted as the switch says", () => {
  const gif = (size: number) => Buffer.concat([Buffer.from("GIF89a"), Buffer.alloc(size - 6)]).toString("base64");
  const most = 50 * 1024 * 1024;
  expect(measureUpload(gif(most), "plain", "decoded").byteSize).toBe(most);
  expect(() => measureUpload(gif(most + 1), "plain", "decoded")).toThrow("larger than 50 MB");
  expect(() => measureUpload(gif(most), "plain", "encoded")).toThrow("larger than 50 MB");
}, 20_000);
