/** For JSON.stringify: numbers with two decimals, which is more than a measurement is worth. */
export const rounded = (_key: string, value: unknown): unknown =>
  typeof value === "number" ? Math.round(value * 100) / 100 : value;
