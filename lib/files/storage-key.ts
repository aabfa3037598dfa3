/** What a file is stored under: ids joined by slashes, so that no key leads out of its folder or bucket. */
export function checkedKey(key: string): string {
  if (!/^[\w-]+(\/[\w-]+)*$/.test(key)) throw new Error("A storage key is ids joined by slashes.");
  return key;
}
