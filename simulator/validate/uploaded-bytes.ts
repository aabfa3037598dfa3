import { createHash } from "node:crypto";
import { invalid } from "../api/refused.ts";

const BYTES_MAX = 50 * 1024 * 1024;

const SIGNATURES: [mediaType: string, matches: (bytes: Buffer) => boolean][] = [
  ["application/pdf", (bytes) => bytes.subarray(0, 1024).includes("%PDF-")],
  ["image/png", (bytes) => bytes.subarray(0, 8).equals(Buffer.from("89504e470d0a1a0a", "hex"))],
  ["image/jpeg", (bytes) => bytes.subarray(0, 3).equals(Buffer.from("ffd8ff", "hex"))],
  ["image/gif", (bytes) => /^GIF8[79]a/.test(bytes.toString("latin1", 0, 6))],
  ["image/tiff", (bytes) => ["49492a00", "4d4d002a"].includes(bytes.toString("hex", 0, 4))],
];

/**
 * Looks at an upload: strict base64 (a data URI where allowed), one of the five file types by its first bytes, 50 MB
 * after decoding, or by the switch `uploadLimit` before (API contract §6, undocumented). Only size and hash are kept.
 */
export function measureUpload(
  data: string,
  form: "plain" | "plain or data URI",
  limit: "decoded" | "encoded",
): { byteSize: number; sha256: string; mediaType: string } {
  const base64 = form === "plain or data URI" ? data.replace(/^\s*data:[^,]{0,200},/, "") : data;
  const bytes = Buffer.from(base64, "base64");
  // Buffer ignores what is not base64; writing it again shows whether anything was ignored. (The documented pattern,
  // run on 60 MB, overflows the stack of the regular expression engine.)
  if (bytes.length === 0 || bytes.toString("base64") !== base64) {
    throw invalid("data must be base64, padded, without line breaks.", "data");
  }
  if ((limit === "decoded" ? bytes.length : base64.length) > BYTES_MAX)
    throw invalid("data is larger than 50 MB.", "data");
  const mediaType = SIGNATURES.find(([, matches]) => matches(bytes))?.[0];
  if (!mediaType) throw invalid("data must be a GIF, JPEG, PNG, PDF or TIFF file.", "data");
  return { byteSize: bytes.length, sha256: createHash("sha256").update(bytes).digest("hex"), mediaType };
}
