/** Are two plain values (as JSON has them) the same? The order of members does not count, that of lists does; absent and undefined are one. */
export function isSameJson(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (Array.isArray(a) || Array.isArray(b))
    return (
      Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((each, at) => isSameJson(each, b[at]))
    );
  if (!isObject(a) || !isObject(b)) return false;
  const members = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...members].every((member) => isSameJson(a[member], b[member]));
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;
