import { unguarded } from "../../domain/unguarded.ts";
import { daysMeant, hasShortYear, isDayMonth, looksLikeDay, sameCode, shapeOf } from "./written-day.ts";
import { isPowerOfTen, isRounded, numbersMeant, sameNumber } from "./written-number.ts";

/** What a spreadsheet does to cells that nobody touched. */
export const spreadsheetHabits = {
  spaces: "Spaces or line ends were changed by the spreadsheet",
  apostrophe: "An apostrophe was put before the value",
  zeros: "Zeros or the plus at the beginning were lost",
  rounded: "A long number was rounded or written as a power of ten",
  number: "A number was written in another way",
  date: "A date was written in another way",
  code: "A code was taken for a date",
  time: "A time was written in another way",
  yes_no: "True or false was written in another language",
  formula: "A value was taken for a formula and calculated",
  letters: "Letters were lost or changed when the file was saved in another encoding",
  cut: "A long text was cut",
} as const;
export type Habit = keyof typeof spreadsheetHabits;

/** Why a changed cell is not taken: what it says may be the spreadsheet's word, not the person's. */
export const cellDoubts = {
  power: "It is a power of ten: the last digits of the number are gone. Write the number as text.",
  digits: "Its digits after the fifteenth are all 0, as a spreadsheet leaves them. Write the number as text.",
  error: "It is an error of the spreadsheet, not a value.",
  order:
    "Day and month may have been read in the other order by the spreadsheet. Correct this date on the client's page.",
  century: "The year has two digits now, so the century is lost. Write it with four.",
  letters:
    "Letters with accents may have been lost in saving. Save as XLSX or CSV (UTF-8), or correct it on the client's page.",
} as const;
export type Doubt = keyof typeof cellDoubts;

export type CellChange =
  | { kind: "untouched" }
  /** Changed by the spreadsheet: it stays as it was. */
  | { kind: "kept"; habit: Habit }
  | { kind: "changed"; text: string }
  | { kind: "doubted"; doubt: Doubt };

export type ReturnedCell = {
  /** As the cell was downloaded. */
  was: string;
  /** As it came back. */
  came: string;
  /** Was something wrong with this cell? Then a date that says the same in another way may be what it needs. */
  hasProblem: boolean;
};

/**
 * Tells a person's change of a cell from what spreadsheets do by themselves. What a spreadsheet may have done is never taken for a
 * correction: it is kept as it was, or, where it cannot be told apart from a person's change, not taken, with the reason.
 */
export function cellChangeOf({ was, came, hasProblem }: ReturnedCell): CellChange {
  if (came === was) return untouched;
  const bare = unguarded(came);
  if (bare === was || came === was.toWellFormed()) return untouched;
  if (sameButSpaces(was, came) || sameButSpaces(was, bare)) return kept("spaces");
  // The database holds no NUL.
  const typed = withoutApostrophe(bare.replaceAll("\0", ""));
  if (bare === `'${was}` || sameButSpaces(was, typed)) return kept("apostrophe");
  const habit = was.trim() === "" || typed === "" ? undefined : habitOf(was, typed);
  if (habit === "date") return dateChange(was, typed, hasProblem);
  if (habit !== undefined) return kept(habit);
  const doubt = doubtAbout(was, typed, hasProblem);
  return doubt === undefined ? { kind: "changed", text: typed } : { kind: "doubted", doubt };
}

const untouched: CellChange = { kind: "untouched" };
const kept = (habit: Habit): CellChange => ({ kind: "kept", habit });

/** In the order in which they are told. */
const habits: readonly (readonly [Habit, (was: string, came: string) => boolean])[] = [
  ["rounded", isRounded],
  [
    "zeros",
    (was, came) =>
      /^\+?0*\d+$/.test(was) && /^\d+$/.test(came) && stripped(was) === stripped(came) && came.length < was.length,
  ],
  ["code", sameCode],
  ["date", isSameDay],
  ["number", sameNumber],
  ["time", (was, came) => clockOf(was) !== undefined && clockOf(was) === clockOf(came)],
  ["yes_no", (was, came) => truthOf(was) !== undefined && truthOf(was) === truthOf(came)],
  [
    "formula",
    (was, came) =>
      /^\s*[=@+\-＝＋－＠]/.test(was) &&
      !/^[+-]?[\d\s().,/]*$/.test(was) &&
      (isError(came) || numbersMeant(came).size > 0),
  ],
  ["letters", lostLetters],
  ["cut", (was, came) => came.length >= shortestCut && was.length > came.length && was.startsWith(came)],
];

const habitOf = (was: string, came: string): Habit | undefined => habits.find(([, isIt]) => isIt(was, came))?.[0];

/** Cells were once cut at 255 characters, and are at 32,767. */
const shortestCut = 255;

const stripped = (digits: string): string => digits.replace(/^\+?0*/, "");

/** Spaces at the ends, their kinds, and line ends; spaces between words are a person's. */
const sameButSpaces = (a: string, b: string): boolean => spacesAside(a) === spacesAside(b);

const spacesAside = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\r\n?|_x000D_\n?/gi, "\n")
    .replace(/[\u00a0\u2007\u202f]/g, " ")
    .replace(/^[\s\u200b\ufeff]+|[\s\u200b\ufeff]+$/g, "");

/** People write an apostrophe so that a spreadsheet leaves the rest alone; before a letter it is part of a name, as in 't Hooft. */
const withoutApostrophe = (text: string): string => (/^'\s*[\d=+\-@(]/.test(text) ? text.slice(1) : text);

function isSameDay(was: string, came: string): boolean {
  const meant = daysMeant(was);
  return looksLikeDay(was) && [...daysMeant(came)].some((day) => meant.has(day));
}

/**
 * The same day in another shape is the spreadsheet's, unless the cell had a problem and only one day can be meant: then it is what was asked
 * for. In the same shape day and month changed places: a person's correction where something was wrong, a doubt elsewhere.
 */
function dateChange(was: string, came: string, hasProblem: boolean): CellChange {
  if (shapeOf(was) === shapeOf(came)) {
    if (digitsOf(was) === digitsOf(came)) return kept("date");
    return hasProblem ? { kind: "changed", text: came } : { kind: "doubted", doubt: "order" };
  }
  if (!hasProblem) return kept("date");
  if (hasShortYear(came) && !hasShortYear(was)) return { kind: "doubted", doubt: "century" };
  if (daysMeant(was).size > 1) return { kind: "doubted", doubt: "order" };
  return daysMeant(came).size === 1 && !/^\d+$/.test(came) ? { kind: "changed", text: came } : kept("date");
}

const digitsOf = (text: string): string => text.replace(/\D+/g, " ").replace(/\b0+/g, "").trim();

function doubtAbout(was: string, came: string, hasProblem: boolean): Doubt | undefined {
  if (isPowerOfTen(came) && !isPowerOfTen(was)) return "power";
  if (/^\d{16,}$/.test(came) && /^\d{15}0+$/.test(came)) return "digits";
  if (isError(came)) return "error";
  if (lostAccents(was, came)) return "letters";
  if (!hasProblem && isDayMonth(came) && looksLikeDay(was)) return "century";
  return undefined;
}

const isError = (text: string): boolean =>
  /^(?:#(?:DIV\/0!|N\/A|NV|NAME\?|NULL!|NUM!|ZAHL!|REF!|BEZUG!|VALUE!|WERT!|VALEUR!|SPILL!|CALC!|#+)|Err:\d{3})$/i.test(
    text,
  );

const clockOf = (text: string): string | undefined => {
  const [, hours, minutes, seconds = "0"] = /^\s*(\d{1,3}):(\d{2})(?::(\d{2}))?\s*$/.exec(text) ?? [];
  return hours === undefined ? undefined : `${Number(hours)}:${Number(minutes)}:${Number(seconds)}`;
};

const truths: Record<"true" | "false", string> = {
  true: "true wahr vrai verdadero vero prawda waar verdadeiro",
  false: "false falsch faux falso fałsz onwaar",
};
const truthOf = (text: string): string | undefined => {
  const word = text.trim().toLowerCase();
  return Object.entries(truths).find(([, words]) => words.split(" ").includes(word))?.[0];
};

/** A question mark for each letter that an encoding lacks, or two signs for each that was read in a wrong one. */
function lostLetters(was: string, came: string): boolean {
  if (!/[^\x00-\x7f]/.test(was)) return false;
  const bytes = new TextEncoder().encode(was);
  if (wrongEncodings.some((encoding) => seen(encoding.decode(bytes)) === seen(came))) return true;
  const before = [...was];
  const after = [...came];
  if (before.length !== after.length) return false;
  return before.every(
    (letter, at) => letter === after[at] || (letter > "\x7f" && (after[at] === "?" || after[at] === "\ufffd")),
  );
}

/** In which UTF-8 is read by mistake: LibreOffice opens CSV in the first unless it is told otherwise, a Mac in the second. */
const wrongEncodings = ["windows-1252", "macintosh", "windows-1250"].map((label) => new TextDecoder(label));
/** Bytes that an encoding has no letter for are dropped by some programs, and given a private letter by LibreOffice. */
const seen = (text: string): string => text.replace(/[\x80-\x9f\ufffd\ue000-\uf8ff]/g, "").trim();

/** The nearest letter in the place of each one that Windows-1252 lacks: Łukasz saved as Lukasz. A person may mean it, too. */
function lostAccents(was: string, came: string): boolean {
  if (!/[\u0100-\u0151\u0154-\u015f\u0162-\u0177\u0179-\u017c\u0200-\u1eff]/.test(was)) return false;
  return was !== came && plainLetters(was) === plainLetters(came);
}

const plainLetters = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replaceAll("Ł", "L")
    .replaceAll("ł", "l")
    .replaceAll("Đ", "D")
    .replaceAll("đ", "d");
