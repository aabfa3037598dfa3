/** Plain letters only: a header is no place for quotes, line breaks or whatever a migration was named. */
export function fileNameOf(name: string, otherwise: string): string {
  return (
    name
      .replace(/[^A-Za-z0-9]+/g, "-")
      .replace(/^-|-$/g, "")
      .toLowerCase()
      .slice(0, 100) || otherwise
  );
}
