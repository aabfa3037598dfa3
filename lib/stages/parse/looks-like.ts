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
    starts: [
      "SQLite format 3\0",
      "PAR1",
      "\0\x01\0\0Standard Jet DB",
      "\0\x01\0\0Standard ACE DB",
      "PGDMP",
      "Obj\x01",
      "ORC",
    ],
  },
  { what: "an archive", advice: "Unpack it and upload the CSV file inside.", starts: ["\x1f\x8b", "\x1f\x9d", "LZIP"] },
  { what: "an old Excel workbook", advice: saveAsCsv, starts: ["\x09\x08", "\x09\x04", "\x09\x02"] },
  { what: "a program", advice: "Upload the export of your client system as CSV.", starts: ["\x7fELF", "MZ\x90\0"] },
];

/** First words, after blanks, of text that is not a table. */
const textKinds: readonly Kind[] = [
  {
    what: "a web page with a table, as some systems write instead of a workbook",
    advice: "Open it in Excel, save it as .xlsx or CSV (UTF-8), and upload that.",
    starts: ["<table"],
  },
  {
    what: "a web page",
    advice: "The download may have ended at a sign-in page. Export it again as CSV.",
    starts: ["<!doctype html", "<html", "<head", "<meta", "<body", "<div", "<style"],
  },
  {
    what: "a mailbox or an e-mail",
    advice: "Save the file that is attached to it and upload that.",
    starts: ["received: ", "return-path: ", "delivered-to: ", "mime-version: ", "message-id: "],
  },
  {
    what: "a file of address cards (vCard)",
    advice: "Export the contacts as CSV and upload that.",
    starts: ["begin:vcard"],
  },
  {
    what: "a calendar",
    advice: "Ask the source system for an export as CSV.",
    starts: ["begin:vcalendar"],
  },
  {
    what: "a dump of a database, made of commands",
    advice: "Export the table as CSV and upload that.",
    starts: [
      "-- mysql dump",
      "-- postgresql database dump",
      "--\n-- postgresql database dump",
      "create table",
      "insert into",
      "-- phpmyadmin",
      "-- mariadb dump",
      "/*!",
    ],
  },
  {
    what: "a directory export (LDIF)",
    advice: "Export the entries as CSV and upload that.",
    starts: ["dn: ", "version: 1\ndn: "],
  },
  { what: "an XML file", advice: saveAsCsv, starts: ["<?xml"] },
  { what: "a formatted text (RTF)", advice: saveAsCsv, starts: ["{\\rtf"] },
];

const mailbox = "This is a mailbox of e-mails, not a CSV file. Save the file that is attached and upload that.";

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
  if (text.slice(257, 262) === "ustar")
    return "This is a TAR archive, not a CSV file. Unpack it and upload the CSV file inside.";
  if (text.slice(4, 8) === "ftyp")
    return "This is a picture or a film, not a CSV file. Ask the source system for an export as CSV.";
  if (
    /^[\x02\x03\x30\x31\x83\x8b\xf5][\x50-\x8f][\x01-\x0c][\x01-\x1f]/.test(text) &&
    text.slice(12, 28).includes("\0\0\0\0")
  )
    return `This is a dBASE table (.dbf), not a CSV file. ${saveAsCsv}`;
  if (/^From \S+@\S+ .*\d{4}\r?\n/.test(text) && /\n(?:From|Subject|Received): /i.test(text)) return mailbox;
  if (words.startsWith("<?xml") && words.includes("urn:schemas-microsoft-com:office:spreadsheet"))
    return "This is a workbook in the XML form of Excel 2003. Open it in Excel, save it as .xlsx or CSV (UTF-8), and upload that.";
  if (kind?.what === "a web page" && words.includes("<table"))
    return "This is a web page with a table, as some systems write instead of a workbook. Open it in Excel, save it as .xlsx or CSV (UTF-8), and upload that.";
  if (kind) return `This is ${kind.what}, not a CSV file. ${kind.advice}`;
  return undefined;
}

/** A ZIP archive whose first bytes show the parts of an Excel workbook; its directory decides for good. */
export const isWorkbook = (head: Uint8Array): boolean => {
  const text = Buffer.from(head).toString("latin1");
  return text.startsWith("PK\x03\x04") && !/opendocument|mimetypeapplication/.test(text.slice(0, 200));
};
