/**
 * What to do when a process has died: start it again after a pause, or give up. Pure but for its own count.
 * @param {{ quickDeathsMax: number, quickMs: number }} limits a life shorter than quickMs is a quick death; a longer one forgives those before
 */
export function patienceWith({ quickDeathsMax, quickMs }) {
  let quickDeaths = 0;
  return {
    /**
     * @param {number} livedMs
     * @returns {{ kind: "again", afterMs: number } | { kind: "give_up" }}
     */
    died(livedMs) {
      quickDeaths = livedMs < quickMs ? quickDeaths + 1 : 1;
      if (quickDeaths >= quickDeathsMax) return { kind: "give_up" };
      return { kind: "again", afterMs: Math.min(500 * 2 ** (quickDeaths - 1), 15_000) };
    },
  };
}
