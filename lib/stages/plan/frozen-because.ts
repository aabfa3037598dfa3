/** Why the plan may not be changed now, or null. A chunk under way was approved with this plan. */
export function frozenBecause(liveChunks: readonly { number: number; status: string }[]): string | null {
  const [live] = liveChunks;
  return live
    ? `Chunk ${live.number} is ${live.status}. The plan can be changed when it is finished or stopped.`
    : null;
}
