/** Puts the first `count` of a list into chance order, in place (Fisher and Yates). `random` gives 0 to below 1. */
export function shuffleFirst<Element>(list: Element[], count: number, random: () => number): void {
  const chosen = list.slice(0, count);
  for (let last = chosen.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    const [picked] = chosen.splice(other, 1);
    if (picked !== undefined) chosen.splice(last, 0, picked);
  }
  list.splice(0, chosen.length, ...chosen);
}
