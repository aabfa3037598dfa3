/** `ANNE-MARIE O'NEILL` → `Anne-Marie O'Neill`: a capital after anything that is not a letter, the rest small. */
export const titleCase = (text: string): string =>
  text
    .toLowerCase()
    .replace(/(^|[^\p{L}\p{M}])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());
