/** Values in the text format of PostgreSQL's COPY: https://www.postgresql.org/docs/current/sql-copy.html, "Text Format". */

const special = /[\\\n\r\t]/g;
const isSpecial = /[\\\n\r\t]/;
const escapes: Record<string, string> = { "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t" };

export function copyText(value: string | null): string {
  if (value === null) return "\\N";
  return isSpecial.test(value) ? value.replace(special, (character) => escapes[character] ?? character) : value;
}

const arraySpecial = /["\\\n\r\t]/g;
const isArraySpecial = /["\\\n\r\t]/;
// Escaped for the array literal first, then for COPY.
const arrayEscapes: Record<string, string> = { ...escapes, '"': '\\\\"', "\\": "\\\\\\\\" };

/** A text[] of any strings; every element is quoted, so "", NULL and {a} are themselves. */
export function copyTextArray(values: readonly string[]): string {
  let literal = "{";
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? "";
    literal += `${i === 0 ? '"' : ',"'}${isArraySpecial.test(value) ? value.replace(arraySpecial, (character) => arrayEscapes[character] ?? character) : value}"`;
  }
  return `${literal}}`;
}
