import { clock, type DateSystem, dateOfSerial } from "./serial-date.ts";

/** What a number format makes of a number, as far as it changes what the number means to a person. */
export type NumberKind =
  | { kind: "plain" }
  | { kind: "date" }
  | { kind: "date and time" }
  | { kind: "time" }
  | { kind: "duration" }
  | { kind: "percent" }
  /** Digits with leading zeros, perhaps in groups: `00000`, `000-00-0000`. */
  | { kind: "digits"; pattern: string };

const plain: NumberKind = { kind: "plain" };
const builtIn: Record<number, NumberKind> = {
  9: { kind: "percent" },
  10: { kind: "percent" },
  ...Object.fromEntries(
    [14, 15, 16, 17, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58].map((id) => [id, { kind: "date" }]),
  ),
  ...Object.fromEntries([18, 19, 20, 21, 32, 33, 34, 35, 45, 47].map((id) => [id, { kind: "time" }])),
  22: { kind: "date and time" },
  46: { kind: "duration" },
};

export const builtInKind = (id: number): NumberKind => builtIn[id] ?? plain;

/** What a format code of the workbook means: `dd/mm/yyyy`, `[h]:mm`, `0.0%`, `00000`. Only its first section counts. */
export function kindOfFormat(code: string): NumberKind {
  const section = code.split(/;(?=(?:[^"]*"[^"]*")*[^"]*$)/)[0] ?? "";
  const bare = section
    .replace(/"[^"]*"/g, "")
    .replace(/\\./g, "")
    .replace(/_./g, "")
    .replace(/\*./g, "");
  if (/\[(?:h+|m+|s+)\]/i.test(bare)) return { kind: "duration" };
  // The e of a power of ten, 0.00E+00, is no era of a calendar.
  const tokens = bare
    .replace(/\[[^\]]*\]/g, "")
    .toLowerCase()
    .replace(/e[+-]/g, "");
  if (tokens.includes("general")) return plain;
  const hasDay = /[dyeg]/.test(tokens.replace(/am\/pm|a\/p/g, ""));
  const hasClock = /[hs]/.test(tokens);
  if (hasDay || /^[^0#?]*m{1,5}[^0#?]*$/.test(tokens))
    return hasClock ? { kind: hasDay ? "date and time" : "time" } : { kind: "date" };
  if (hasClock) return { kind: "time" };
  if (tokens.includes("%")) return { kind: "percent" };
  const digits = section.replace(/"([^"]*)"/g, "$1").replace(/\\(.)/g, "$1");
  if (/^0[0\-/. ]*0$/.test(digits) && !digits.includes(".") && digits.replace(/\D/g, "").length > 1)
    return { kind: "digits", pattern: digits };
  return plain;
}

/** The text of a numeric cell, `raw` as the workbook holds it. */
export function textOfNumber(raw: string, format: NumberKind, system: DateSystem): string {
  const value = Number(raw);
  if (raw.trim() === "" || !Number.isFinite(value)) return raw;
  switch (format.kind) {
    case "date":
      return dateOfSerial(value, system)?.date ?? decimal(raw);
    case "date and time": {
      const when = dateOfSerial(value, system);
      if (!when) return decimal(raw);
      return when.hasTime ? `${when.date} ${when.time}` : when.date;
    }
    case "time": {
      const when = dateOfSerial(value, "1900");
      if (!when) return decimal(raw);
      return value < 1 ? when.time : `${dateOfSerial(value, system)?.date ?? when.date} ${when.time}`;
    }
    case "duration":
      return value < 0 ? decimal(raw) : clock(Math.round(value * 86_400));
    case "percent":
      return `${shifted(decimal(raw), 2)}%`;
    case "digits":
      return padded(decimal(raw), format.pattern);
    case "plain":
      return decimal(raw);
  }
}

/** The shortest decimal that is this number, never in powers of ten as long as it has at most 21 digits. */
function decimal(raw: string): string {
  if (/^-?\d{1,15}$/.test(raw)) return raw;
  // More digits than a number can keep were written by some other program than Excel; as written, they say more.
  if (/^-?\d+$/.test(raw)) return raw;
  const value = Number(raw);
  const text = String(value);
  if (!text.includes("e-")) return text;
  const [mantissa = "", power = "0"] = text.split("e-");
  return shifted(mantissa, -Number(power));
}

/** A decimal with its point moved to the right (or, below zero, to the left), exactly. */
function shifted(text: string, places: number): string {
  if (text.includes("e")) return String(Number(text) * 10 ** places);
  const sign = text.startsWith("-") ? "-" : "";
  const [whole = "0", part = ""] = text.replace("-", "").split(".");
  const digits = places < 0 ? "0".repeat(-places) + whole + part : whole + part + "0".repeat(places);
  const point = places < 0 ? whole.length : whole.length + places;
  const left = digits.slice(0, point).replace(/^0+(?=\d)/, "");
  const right = digits.slice(point).replace(/0+$/, "");
  return `${sign}${left === "" ? "0" : left}${right === "" ? "" : `.${right}`}`;
}

function padded(text: string, pattern: string): string {
  const places = pattern.replace(/\D/g, "").length;
  if (!/^\d+$/.test(text)) return text;
  const digits = text.padStart(places, "0");
  const surplus = digits.length - places;
  let at = 0;
  return digits.slice(0, surplus) + pattern.replace(/0/g, () => digits[surplus + at++] ?? "");
}
