/** Which row a key leads to, from the row `at` of rows 0 to `last`; undefined: the key moves nothing. `page`: rows that are seen at once. */
export function rowAfterKey(key: string, at: number, last: number, page: number): number | undefined {
  const steps: Partial<Record<string, number>> = {
    ArrowDown: 1,
    ArrowUp: -1,
    PageDown: page,
    PageUp: -page,
    Home: Number.NEGATIVE_INFINITY,
    End: Number.POSITIVE_INFINITY,
  };
  const step = steps[key];
  return step === undefined ? undefined : Math.min(last, Math.max(0, at + step));
}
