/** What Passfort takes (API contract §6). A TIFF is taken with a warning: browsers cannot show it. */
export type DocumentMedia = "application/pdf" | "image/jpeg" | "image/png" | "image/gif" | "image/tiff";

/** What the bytes of a file are; or why it is no document, as a code of the catalogue and a sentence. */
export type DocumentSight =
  | { mediaType: DocumentMedia }
  | { refusalCode: "document.damaged" | "document.content"; because: string };

/** As much of both ends as `sightOf` looks at: cameras write some kilobytes of their own behind a picture. */
export const headBytes = 4 * 1024;
export const tailBytes = 64 * 1024;

/**
 * What a file is, by its content and never by its name, and whether it goes to its end. `head` are its first bytes, `tail` its last. A file that
 * begins right and ends wrong was cut off or altered; the inside is not looked at.
 */
export function sightOf(head: Uint8Array, tail: Uint8Array, sizeBytes: number): DocumentSight {
  if (sizeBytes === 0) return damaged("The file is empty (0 bytes).");
  const text = latin1(head);
  const end = latin1(tail);
  const media = mediaOf(text);
  if (media) {
    const what = damageOf[media](text, end);
    return what === undefined ? { mediaType: media } : damaged(what);
  }
  if (/^\0+$/.test(text)) return damaged("The file holds nothing but zeros, as after a copy that failed.");
  return { refusalCode: "document.content", because: `The file is ${whatItIs(text)}.` };
}

const damaged = (because: string): DocumentSight => ({ refusalCode: "document.damaged", because });
const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString("latin1");

function mediaOf(head: string): DocumentMedia | undefined {
  // Scanners and mail gateways put some bytes before it; readers look for it in the first kilobyte.
  if (/%PDF-[12]\.\d/.test(head.slice(0, 1024))) return "application/pdf";
  if (head.startsWith("\xff\xd8\xff")) return "image/jpeg";
  if (head.startsWith("\x89PNG\r\n\x1a\n")) return "image/png";
  if (/^GIF8[79]a/.test(head)) return "image/gif";
  if (/^(?:II\*\0|MM\0\*)/.test(head)) return "image/tiff";
  return undefined;
}

const cutOff = (what: string) => `The ${what} is cut off: its end is missing.`;

/** Why a file of this kind cannot be opened, where its two ends show it. */
const damageOf: Record<DocumentMedia, (head: string, tail: string) => string | undefined> = {
  "application/pdf": (_, tail) => (tail.includes("%%EOF") ? undefined : cutOff("PDF")),
  "image/jpeg": (_, tail) => (tail.includes("\xff\xd9") ? undefined : cutOff("JPEG picture")),
  "image/png": (head, tail) => {
    if (head.slice(12, 16) !== "IHDR") return "The PNG picture is damaged: it does not say how large it is.";
    return tail.includes("IEND\xae\x42\x60\x82") ? undefined : cutOff("PNG picture");
  },
  "image/gif": (_, tail) => (/\x3b\0*$/.test(tail) ? undefined : cutOff("GIF picture")),
  "image/tiff": (head) => (head.length < 8 ? cutOff("TIFF picture") : undefined),
};

/** What people name like a document, by the first bytes (as Latin-1). */
const otherKinds: readonly { what: string; is: (head: string) => boolean }[] = [
  {
    what: "a Word, Excel or PowerPoint document",
    is: (head) => head.startsWith("PK\x03\x04") && /\[Content_Types\]|word\/|xl\/|ppt\//.test(head),
  },
  { what: "an OpenDocument file", is: (head) => head.startsWith("PK\x03\x04") && head.includes("opendocument") },
  { what: "a ZIP archive", is: (head) => /^PK(?:\x03\x04|\x05\x06)/.test(head) },
  { what: "an old Word or Excel document, or an Outlook message", is: (head) => head.startsWith("\xd0\xcf\x11\xe0") },
  { what: "a 7-Zip archive", is: (head) => head.startsWith("7z\xbc\xaf") },
  { what: "a RAR archive", is: (head) => head.startsWith("Rar!") },
  { what: "a gzip archive", is: (head) => head.startsWith("\x1f\x8b") },
  { what: "a TAR archive", is: (head) => head.slice(257, 262) === "ustar" },
  { what: "a picture of an iPhone (HEIC)", is: (head) => /^....ftyp(?:heic|heix|hevc|mif1|msf1)/s.test(head) },
  { what: "a film", is: (head) => /^....ftyp/s.test(head) || head.startsWith("\x1aE\xdf\xa3") },
  { what: "a WebP picture", is: (head) => /^RIFF....WEBP/s.test(head) },
  { what: "a bitmap (BMP)", is: (head) => /^BM....\0\0\0\0/s.test(head) },
  { what: "a text in RTF", is: (head) => head.startsWith("{\\rtf") },
  { what: "a web page", is: (head) => /^\s*(?:\xef\xbb\xbf)?\s*<(?:!doctype html|html|head|body)/i.test(head) },
  { what: "an SVG drawing", is: (head) => /<svg[\s>]/i.test(head.slice(0, 1024)) },
  { what: "an XML file", is: (head) => /^\s*(?:\xef\xbb\xbf)?<\?xml/.test(head) },
  { what: "an e-mail", is: (head) => /^(?:Received|Return-Path|From|Delivered-To|MIME-Version): /i.test(head) },
  { what: "a program", is: (head) => /^(?:MZ|\x7fELF|#!)/.test(head) },
];

const archives: readonly string[] = [
  "a ZIP archive",
  "a 7-Zip archive",
  "a RAR archive",
  "a gzip archive",
  "a TAR archive",
];

function whatItIs(head: string): string {
  const known = otherKinds.find(({ is }) => is(head));
  if (known) return known.what;
  return /[\0-\x08\x0e-\x1a]/.test(head.slice(0, 1024)) ? "of a kind we do not know" : "a plain text";
}

/** The kind of archive, by the first bytes; undefined for anything else. A ZIP of office documents is a document. */
export function archiveKindOf(head: Uint8Array): string | undefined {
  const kind = whatItIs(latin1(head));
  return archives.includes(kind) ? kind : undefined;
}
