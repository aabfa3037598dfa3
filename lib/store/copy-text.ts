/** Values in the text format of PostgreSQL's COPY: https://www.postgresql.org/docs/current/sql-copy.html, "Text Format". */

const special = /[\\\n\r\t]/g;
const isSpecial = /[\\\n\r\t]/;
const escapes: Record<string, string> = { "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t" };

export function copyText(value: string | null): string {
  if (value === null) return "\\N";
  return isSpecial.test(value) ? value.replace(special, (character) => escapes[character] ?? character) : value;
}
