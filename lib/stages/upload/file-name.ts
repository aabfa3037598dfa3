const charactersMax = 255;

/** A name safe to show and to keep: the last part of a path, no control or direction characters; undefined when nothing is left. */
export function fileNameOf(header: string | null): string | undefined {
  if (header === null) return undefined;
  const last = decoded(header)?.split(/[\\/]/).at(-1) ?? "";
  const name = last.replace(/[\p{Cc}\p{Cf}]/gu, "").trim();
  return name === "" ? undefined : name.slice(0, charactersMax);
}

function decoded(header: string): string | undefined {
  try {
    return decodeURIComponent(header);
  } catch {
    return undefined;
  }
}

/** The same with its folders, as the browser says them of files that were chosen with theirs. What leads out of them is left out. */
export function filePathOf(header: string | null): string | undefined {
  if (header === null) return undefined;
  const parts = (decoded(header) ?? "")
    .split(/[\\/]/)
    .map((part) => part.replace(/[\p{Cc}\p{Cf}]/gu, "").trim())
    .filter((part) => part !== "" && part !== "." && part !== "..");
  return parts.length === 0 ? undefined : parts.join("/").slice(-4 * charactersMax);
}
