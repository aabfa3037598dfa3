/**
 * A path as two are compared: without regard to capitals, to the form in which accents are written, to the slash of the system and to where
 * its disk begins. `C:\Docs\Pass.PDF` is `docs/pass.pdf`.
 */
export function pathKeyOf(path: string): string {
  const parts = path
    .normalize("NFC")
    .replaceAll("\\", "/")
    .replace(/^[A-Za-z]:/, "")
    .split("/")
    .map((part) => part.trim())
    .filter((part) => part !== "" && part !== ".");
  return parts.join("/").toLowerCase().normalize("NFC");
}

/** The name alone, without the folders. */
export const nameKeyOf = (pathKey: string): string => pathKey.slice(pathKey.lastIndexOf("/") + 1);

const tokensMax = 40;

/**
 * The beginnings of the folders and of the name of a file that may be somebody's reference: whole, or up to where another word begins. Of
 * `Clients/C-1001_Example/pass.pdf` these are `Clients`, `C-1001_Example`, `C-1001`, `C` and `pass`.
 */
export function ownerTokensOf(path: string): string[] {
  const parts = path.normalize("NFC").replaceAll("\\", "/").split("/");
  const stems = parts.map((part, at) => (at === parts.length - 1 ? part.replace(/\.[^.]*$/, "") : part).trim());
  const tokens = stems.flatMap((stem) => [
    stem,
    ...[...stem.matchAll(/[^\p{L}\p{N}]+/gu)].map(({ index }) => stem.slice(0, index).trim()).reverse(),
  ]);
  return [...new Set(tokens)].filter((token) => token !== "" && token.length <= 200).slice(0, tokensMax);
}
