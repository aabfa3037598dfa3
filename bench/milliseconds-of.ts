export type Percentiles = { p50: number; p95: number };

/** How long a question takes: asked once to warm up, then so many times. */
export async function millisecondsOf(ask: () => Promise<unknown>, rounds: number): Promise<Percentiles> {
  await ask();
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const begun = performance.now();
    await ask();
    times.push(performance.now() - begun);
  }
  return percentiles(times);
}

export function percentiles(times: readonly number[]): Percentiles {
  const sorted = times.toSorted((one, other) => one - other);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  return { p50: at(0.5), p95: at(0.95) };
}
