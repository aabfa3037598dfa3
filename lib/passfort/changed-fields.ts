/** One place that a change sets: `metadata.name`, `officers.directors[0].appointed_on`; `to` is undefined when it is removed. */
export type ChangedField = { path: readonly (string | number)[]; to: unknown };

/**
 * The smallest places in which two JSON values differ. What is only added at the end of a list is no change of anything
 * that stood there, so it is not among them.
 */
export function changedFieldsOf(from: unknown, to: unknown, path: readonly (string | number)[] = []): ChangedField[] {
  if (isSameJson(from, to)) return [];
  // A list or an object that is new is one that was empty: two people may begin the same list at once.
  if (from === undefined && Array.isArray(to)) return [];
  if (from === undefined && isObject(to)) return changedFieldsOf({}, to, path);
  if (Array.isArray(from) && Array.isArray(to) && to.length >= from.length)
    return from.flatMap((entry, index) => changedFieldsOf(entry, to[index], [...path, index]));
  if (isObject(from) && isObject(to)) {
    const keys = new Set([...Object.keys(from), ...Object.keys(to)]);
    return [...keys].flatMap((key) => changedFieldsOf(from[key], to[key], [...path, key]));
  }
  return [{ path, to }];
}

/**
 * The fields of ours that somebody else changed between two readings, by their names. Where they wrote what we were
 * going to write there is nothing to decide.
 */
export function collisionsOf(ours: readonly ChangedField[], before: unknown, now: unknown): string[] {
  return ours
    .filter(({ path, to }) => {
      const valueNow = valueAt(now, path);
      return !isSameJson(valueAt(before, path), valueNow) && !isSameJson(valueNow, to);
    })
    .map(({ path }) => nameOf(path));
}

/** Equal as JSON: the order of keys does not count, a key that is undefined is not there. */
export function isSameJson(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (Array.isArray(one) || Array.isArray(other)) {
    if (!Array.isArray(one) || !Array.isArray(other) || one.length !== other.length) return false;
    return one.every((entry, index) => isSameJson(entry, other[index]));
  }
  if (!isObject(one) || !isObject(other)) return false;
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...keys].every((key) => isSameJson(one[key], other[key]));
}

function valueAt(value: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>((inner, key) => {
    if (Array.isArray(inner)) return typeof key === "number" ? inner[key] : undefined;
    return isObject(inner) ? inner[key] : undefined;
  }, value);
}

function nameOf(path: readonly (string | number)[]): string {
  return path.reduce<string>((name, key) => {
    if (typeof key === "number") return `${name}[${key}]`;
    return name === "" ? key : `${name}.${key}`;
  }, "");
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
