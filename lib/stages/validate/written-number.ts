/** Every number a text may mean, as a plain decimal: “1.234” may be 1.234 or 1234. Signs, percent and grouping are read, nothing else. */
export function numbersMeant(text: string): Set<string> {
  const [, sign = "", digits = "", percent = ""] =
    /^\s*([+-]?)\s*([\d.,'\s\u00a0\u202f]*\d)\s*(%?)\s*$/.exec(text) ?? [];
  const meant = new Set<string>();
  if (digits === "") return meant;
  const add = (whole: string, part: string) => {
    const shifted = percent === "" ? [whole, part] : movedByTwo(whole, part);
    meant.add(`${sign === "-" ? "-" : ""}${decimal(shifted[0] ?? "", shifted[1] ?? "")}`);
  };
  const plain = digits.replace(/['\s\u00a0\u202f]/g, "");
  if (/^\d+$/.test(plain)) add(plain, "");
  const [, whole, part] = /^(\d+)[.,](\d+)$/.exec(plain) ?? [];
  if (whole !== undefined && part !== undefined) add(whole, part);
  for (const [group, point] of [
    [",", "."],
    [".", ","],
  ] as const) {
    const [before = "", after = "", ...more] = plain.split(point);
    const groups = before.split(group);
    const isGrouped =
      groups.length > 1 && groups.slice(1).every((each) => /^\d{3}$/.test(each)) && /^\d{1,3}$/.test(groups[0] ?? "");
    if (isGrouped && more.length === 0 && /^\d*$/.test(after)) add(groups.join(""), after);
  }
  return meant;
}

/** The same number written otherwise. Digits alone never become other digits alone here: a lost zero is told as that. */
export function sameNumber(was: string, came: string): boolean {
  if (/^\d+$/.test(was) && /^\d+$/.test(came)) return false;
  if (isPowerOfTen(was)) return numericOf(was) === numericOf(came);
  const before = numbersMeant(was);
  return [...numbersMeant(came)].some((number) => before.has(number));
}

const numericOf = (text: string): number => Number(text.trim().replace(",", "."));

const power = /^\s*([+-]?\d(?:[.,]\d+)?)E\+?(-?\d{1,3})\s*$/i;

export const isPowerOfTen = (text: string): boolean => power.test(text);

/** A number with more digits than a spreadsheet keeps or shows, as it leaves it: 1.23E+11, or zeros from the sixteenth digit on. */
export function isRounded(was: string, came: string): boolean {
  const digits = /^\s*[+-]?(\d+)\s*$/.exec(was)?.[1]?.replace(/^0+/, "");
  if (digits === undefined || digits === "") return false;
  const [, mantissa, exponent] = power.exec(came) ?? [];
  if (mantissa !== undefined) {
    const places = (mantissa.split(/[.,]/)[1] ?? "").length;
    return Number(exponent) === digits.length - 1
      ? near(Number(mantissa.replace(",", ".")), Number(`${digits.slice(0, 1)}.${digits.slice(1, 18)}`), places)
      : // Rounded up to the next power: 9.99 becomes 1.0.
        Number(exponent) === digits.length &&
          near(
            Number(mantissa.replace(",", ".")) * 10,
            Number(`${digits.slice(0, 1)}.${digits.slice(1, 18)}`),
            places - 1,
          );
  }
  const after = /^\s*[+-]?(\d+)\s*$/.exec(came)?.[1]?.replace(/^0+/, "");
  if (after === undefined || digits.length <= 15 || after.length !== digits.length) return false;
  return /^\d{15}0*$/.test(after) && Math.abs(Number(after.slice(0, 15)) - Number(digits.slice(0, 15))) <= 1;
}

const near = (a: number, b: number, places: number): boolean => Math.abs(a - b) <= 10 ** -places;

function decimal(whole: string, part: string): string {
  const left = whole.replace(/^0+(?=\d)/, "") || "0";
  const right = part.replace(/0+$/, "");
  return right === "" ? left : `${left}.${right}`;
}

/** 12.5 % is 0.125. */
function movedByTwo(whole: string, part: string): [string, string] {
  const padded = whole.padStart(3, "0");
  return [padded.slice(0, -2), padded.slice(-2) + part];
}
