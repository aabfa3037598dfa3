import { digitAt, passesLuhn, weighed } from "./check-digits.ts";

/** What a number says against itself: the register that would have given it, and why it looks like none of its numbers. */
export type NumberDoubt = { registry: string; because: string };

/**
 * Does a company's number look like one of the register of its country (alpha-3)? Undefined when it does, and for countries whose registers
 * are not in the table. Blanks, dots and dashes mean nothing. Registers change, so this is a doubt and no more.
 */
export function numberDoubtOf(country: string, number: string): NumberDoubt | undefined {
  const registry = registries[country];
  if (registry === undefined) return undefined;
  const compact = isCompact(number) ? number : number.toUpperCase().replace(/[^A-Z0-9]/g, "");
  if (registry.shape.test(compact)) {
    if (registry.isProven?.(compact) ?? true) return undefined;
    return { registry: registry.name, because: "its check digits do not fit" };
  }
  const told = registry.telltales?.find(([shape]) => shape.test(compact))?.[1];
  return { registry: registry.name, because: `${told === undefined ? "" : `${told}; `}it should be ${registry.form}` };
}

/** Digits and capital letters alone, as most are written. */
function isCompact(number: string): boolean {
  for (let at = 0; at < number.length; at += 1) {
    const code = number.charCodeAt(at);
    if (code < 48 || code > 90 || (code > 57 && code < 65)) return false;
  }
  return true;
}

type Registry = {
  name: string;
  /** What its numbers are, in words. */
  form: string;
  shape: RegExp;
  /** Do the check digits of a number of this shape fit? */
  isProven?: (compact: string) => boolean;
  /** Shapes of numbers that were spoilt in a way that shows. */
  telltales?: readonly (readonly [RegExp, string])[];
};

const zeroLost = "a leading zero is probably lost";
const zerosLost = "leading zeros are probably lost";

/** Prefixes of Companies House, England's own numbers having none. */
const britishPrefixes =
  "AC|BR|CE|CS|ES|FC|FE|GE|GN|GS|IC|IP|LP|NA|NC|NF|NI|NL|NO|NP|NR|NV|NZ|OC|OE|PC|R0|RC|RS|SA|SC|SE|SF|SG|SI|SL|SO|SP|SR|SZ|ZC";

const registries: Readonly<Record<string, Registry>> = {
  GBR: {
    name: "Companies House",
    form: "eight digits, or two letters such as SC, NI or OC and six digits",
    shape: new RegExp(`^(?:\\d{8}|(?:${britishPrefixes})\\d{6}|(?:IP|NO|NP|RS|SP)\\d{5}[A-Z])$`),
    telltales: [
      [/^(?:\d{7}|[A-Z]{2}\d{5})$/, zeroLost],
      [/^(?:\d{1,6}|[A-Z]{2}\d{1,4})$/, zerosLost],
    ],
  },
  DEU: {
    name: "the German Handelsregister",
    form: "HRA or HRB (GnR, GsR, PR, VR) and up to six digits",
    shape: /(?:HR[AB]|GNR|GSR|PR|VR)\d{1,6}[A-Z]{0,3}$/,
  },
  FRA: {
    name: "the French register",
    form: "a SIREN of nine digits",
    shape: /^[A-Z]*\d{9}[A-Z]*$/,
    isProven: (compact) => passesLuhn(compact.replace(/[A-Z]/g, "")),
    telltales: [[/^\d{14}$/, "fourteen digits are a SIRET, of an establishment"]],
  },
  ITA: {
    name: "the Registro Imprese",
    form: "a codice fiscale of eleven digits, or a REA number such as MI-1234567",
    shape: /^(?:(?:IT)?\d{11}|(?:REA)?[A-Z]{2}\d{1,7}|[A-Z]{6}[A-Z0-9]{9}[A-Z])$/,
    isProven: (compact) => !/\d{11}$/.test(compact) || passesLuhn(compact.slice(-11)),
    telltales: [[/^\d{10}$/, zeroLost]],
  },
  NLD: {
    name: "the Kamer van Koophandel",
    form: "eight digits",
    shape: /^(?:KVK)?\d{8}$/,
    telltales: [
      [/^\d{7}$/, zeroLost],
      [/^\d{12}$/, "twelve digits are the number of an establishment"],
    ],
  },
  BEL: {
    name: "the Crossroads Bank for Enterprises",
    form: "ten digits that begin with 0 or 1",
    shape: /^(?:BE|BCE|KBO)?[01]\d{9}$/,
    isProven: (compact) => 97 - (Number(compact.slice(-10, -2)) % 97) === Number(compact.slice(-2)),
    telltales: [[/^\d{9}$/, zeroLost]],
  },
  CHE: {
    name: "the Swiss commercial register",
    form: "a UID such as CHE-123.456.788",
    shape: /^(?:CHE\d{9}(?:HR|MWST|TVA|IVA|VAT)?|CH\d{11})$/,
    isProven: (compact) => !compact.startsWith("CHE") || isSwissUid(compact.slice(3, 12)),
  },
  IRL: {
    name: "the Companies Registration Office",
    form: "up to seven digits",
    shape: /^[A-Z]{0,3}\d{1,7}$/,
  },
  POL: {
    name: "the Krajowy Rejestr Sądowy",
    form: "ten digits",
    shape: /^(?:KRS)?\d{10}$/,
    telltales: [[/^(?:KRS)?\d{1,7}$/, zerosLost]],
  },
  ESP: {
    name: "the Spanish tax office",
    form: "a NIF: a letter, seven digits and a control character",
    shape: /^(?:ES)?(?:[A-HJNP-SUVW]\d{7}[0-9A-J]|[KLMXYZ]\d{7}[A-Z]|\d{8}[A-Z])$/,
    isProven: (compact) => isSpanishNif(compact.slice(-9)),
  },
  AUT: {
    name: "the Firmenbuch",
    form: "up to six digits and a letter, such as FN 123456a",
    shape: /^(?:FN)?\d{1,6}[A-Z]$/,
  },
  LUX: {
    name: "the Luxembourg register",
    form: "B and up to six digits",
    shape: /^(?:RCS[A-Z]*)?[A-K]\d{1,6}$/,
  },
  JEY: {
    name: "the Jersey register",
    form: "up to six digits",
    shape: /^[A-Z]{0,4}\d{1,6}$/,
  },
  GGY: {
    name: "the Guernsey register",
    form: "up to six digits, with CMP or other letters before them or none",
    shape: /^[A-Z]{0,4}\d{1,6}$/,
  },
  IMN: {
    name: "the Isle of Man register",
    form: "six digits and a letter, such as 123456C",
    shape: /^\d{6}[A-Z]$/,
    telltales: [[/^\d{1,5}[A-Z]$/, zerosLost]],
  },
  AUS: {
    name: "the Australian register",
    form: "an ACN of nine digits, or an ABN of eleven",
    shape: /^(?:(?:ACN|ARBN)?\d{9}|(?:ABN)?\d{11})$/,
    isProven: (compact) =>
      /\d{11}$/.test(compact) ? isAustralianAbn(compact.slice(-11)) : isAustralianAcn(compact.slice(-9)),
    telltales: [
      [/^\d{8}$/, zeroLost],
      [/^\d{3,7}$/, zerosLost],
    ],
  },
  NZL: {
    name: "the New Zealand register",
    form: "up to eight digits, or an NZBN of thirteen",
    shape: /^(?:\d{1,8}|(?:NZBN)?94\d{11})$/,
    isProven: (compact) => !/\d{13}$/.test(compact) || isGlobalLocation(compact.slice(-13)),
  },
};

/** eCH-0097: the last digit makes the weighed sum divisible by eleven. */
const isSwissUid = (digits: string): boolean =>
  (weighed(digits, [5, 4, 3, 2, 7, 6, 5, 4]) + digitAt(digits, -1)) % 11 === 0;

/** ASIC, "Australian Company Number digit check". */
const isAustralianAcn = (digits: string): boolean =>
  (weighed(digits, [8, 7, 6, 5, 4, 3, 2, 1]) + digitAt(digits, -1)) % 10 === 0;

/** Australian Business Register, "Format of the ABN": one is taken from the first digit. */
const isAustralianAbn = (digits: string): boolean =>
  (weighed(digits, [10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19]) - 10) % 89 === 0;

/** GS1: every second digit counts threefold. */
const isGlobalLocation = (digits: string): boolean =>
  weighed(digits, [1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1]) % 10 === 0;

const personLetters = "TRWAGMYFPDXBNJZSQVHLCKE";
const companyLetters = "JABCDEFGHI";

/** Orden EHA/451/2008 for companies; a person's letter is the rest of the number divided by 23. */
function isSpanishNif(nif: string): boolean {
  const control = nif.slice(-1);
  const [first = ""] = nif;
  if (/[0-9XYZ]/.test(first)) {
    const number = Number(nif.slice(0, 8).replace(/^[XYZ]/, (letter) => String("XYZ".indexOf(letter))));
    return personLetters[number % 23] === control;
  }
  // Numbers of people without a document are given by hand.
  if (/[KLM]/.test(first)) return true;
  let sum = 0;
  for (let at = 1; at <= 7; at += 1) {
    const digit = digitAt(nif, at) * (at % 2 === 1 ? 2 : 1);
    sum += digit > 9 ? digit - 9 : digit;
  }
  const expected = (10 - (sum % 10)) % 10;
  return control === String(expected) || control === companyLetters[expected];
}
