/**
 * What a person types to find somebody may be that person's name, and an address is written down by every browser and proxy on its way. So the
 * address holds a key, and the words stay in this tab until it is loaded anew.
 */
const keysByWords = new Map<string, string>();
const wordsByKey = new Map<string, string>();

export function keyOfWords(words: string): string {
  const known = keysByWords.get(words);
  if (known) return known;
  const key = `find-${keysByWords.size + 1}`;
  keysByWords.set(words, key);
  wordsByKey.set(key, words);
  return key;
}

/** Words that stand in an address that a person wrote themselves, such as a reference, are taken as they are. */
export const wordsOfKey = (key: string): string => wordsByKey.get(key) ?? (/^find-\d+$/.test(key) ? "" : key);
