/** A value of a column, verbatim: in how many rows it stands, and the first of them. */
export type ValueCount = { value: string; count: number; row: number };
