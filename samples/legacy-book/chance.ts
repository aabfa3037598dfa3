/** Repeatable chance: the same seed gives the same answers on every machine (mulberry32, 32 bits of state). */
export type Chance = {
  /** A whole number, both ends included. */
  between(least: number, most: number): number;
  pick<T>(choices: readonly T[]): T;
  /** True in `percent` of 100 cases. */
  isIn(percent: number): boolean;
};

/** Each row has a chance of its own, so that a longer book begins with the rows of a shorter one. */
export function chanceOf(seed: number, ...salt: number[]): Chance {
  let state = salt.reduce((mixed, part) => Math.imul(mixed ^ part, 0x9e3779b1) ^ (mixed >>> 15), seed | 0);
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const between = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  return {
    between,
    pick: (choices) => choices[between(0, choices.length - 1)] as (typeof choices)[number],
    isIn: (percent) => next() * 100 < percent,
  };
}
