/** Spaces of every kind, and characters nobody sees: zero-width, soft hyphen, byte-order mark, direction marks. */
const invisible = /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;
const spaces = /[\s\u00a0\u3000]+/g;
// Zero-width joiners hold emoji and some scripts together, but never stand at the edge of a text.
const edges = /^[\s\u200c\u200d]+|[\s\u200c\u200d]+$/g;
const needsWork = /^\s|\s$|[\u0000-\u001f\u0080-\u00a0\u00ad]|[\u1680-\u206f\u3000\ufeff]| {2}/;

/** The text without invisible characters, with single plain spaces, none at the ends. */
export function plainText(text: string): string {
  if (!needsWork.test(text)) return text;
  return text.replace(invisible, "").replace(spaces, " ").replace(edges, "");
}
