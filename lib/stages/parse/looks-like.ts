type Kind = { what: string; advice: string; starts: readonly string[] };

const saveAsCsv = "Open it in the program it comes from, save it as CSV (UTF-8), and upload that.";

/** First bytes (as Latin-1) of what people rename to .csv. */
const binaryKinds: readonly Kind[] = [
  { what: "a ZIP archive", advice: "Unpack it and upload the CSV file inside.", starts: ["PK\x03\x04", "PK\x05\x06"] },
  { what: "an old Excel workbook, or one with a password", advice: saveAsCsv, starts: ["\xd0\xcf\x11\xe0"] },
  { what: "a PDF document", advice: "Ask the source system for an export as CSV.", starts: ["%PDF-"] },
  {
    what: "a picture",
    advice: "Ask the source system for an export as CSV.",
    starts: ["\x89PNG", "\xff\xd8\xff", "GIF8"],
  },
  {
    what: "a compressed file",
    advice: "Unpack it and upload the CSV file inside.",
    starts: ["BZh", "7z\xbc\xaf", "\xfd7zXZ", "Rar!", "\x28\xb5\x2f\xfd"],
  },
  {
    what: "a database file",
    advice: "Export the table as CSV and upload that.",
    starts: ["SQLite format 3\0", "PAR1"],
  },
  { what: "a program", advice: "Upload the export of your client system as CSV.", starts: ["\x7fELF", "MZ\x90\0"] },
];

/** First words, after blanks, of text that is not a table. */
const textKinds: readonly Kind[] = [
  {
    what: "a web page",
    advice: "The download may have ended at a sign-in page. Export it again as CSV.",
    starts: ["<!doctype html", "<html"],
  },
  { what: "an XML file", advice: saveAsCsv, starts: ["<?xml"] },
  { what: "a formatted text (RTF)", advice: saveAsCsv, starts: ["{\\rtf"] },
];

/** The sentence when these first bytes are something else than a table; undefined when they may be one. */
export function looksLike(head: Uint8Array): string | undefined {
  const text = Buffer.from(head.subarray(0, 4096)).toString("latin1");
  const isOffice = text.startsWith("PK\x03\x04") && /xl\/|\[Content_Types\]\.xml|opendocument/.test(text);
  if (isOffice) return `This is an office document, or a workbook of another kind than .xlsx. ${saveAsCsv}`;
  const words = text
    .replace(/^\xef\xbb\xbf/, "")
    .trimStart()
    .toLowerCase();
  const kind =
    binaryKinds.find(({ starts }) => starts.some((start) => text.startsWith(start))) ??
    textKinds.find(({ starts }) => starts.some((start) => words.startsWith(start)));
  if (kind) return `This is ${kind.what}, not a CSV file. ${kind.advice}`;
  return undefined;
}

/** A ZIP archive whose first bytes show the parts of an Excel workbook; its directory decides for good. */
export const isWorkbook = (head: Uint8Array): boolean => {
  const text = Buffer.from(head).toString("latin1");
  return text.startsWith("PK\x03\x04") && !/opendocument|mimetypeapplication/.test(text.slice(0, 200));
};
