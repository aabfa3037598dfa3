import type { Execute } from "./execute.ts";

/** Up to so many rows are looked up one by one: a lookup of ten thousand costs less than reading a million once. */
export const fewMax = 10_000;

/**
 * For statements over a whole book, until `planAsUsual`. Rows written by this very transaction have no statistics, and
 * a loop over them would take hours. A million references are compared in memory in half the time they take on disk.
 */
export async function planForMany(execute: Execute): Promise<void> {
  await set(execute, {
    enable_nestloop: "off",
    enable_seqscan: "on",
    enable_indexscan: "on",
    enable_sort: "on",
    work_mem: "128MB",
  });
}

/** For statements that begin with few rows and find the others by their keys. Nothing is read whole, statistics or none. */
export async function planForFew(execute: Execute): Promise<void> {
  await set(execute, { enable_nestloop: "on", enable_seqscan: "off", enable_indexscan: "on", enable_sort: "on" });
}

/** For a statement that asks each record of a book once: the server likes the order of an index for what it believes to be one record. */
export async function planForReading(execute: Execute): Promise<void> {
  await planForMany(execute);
  await set(execute, { enable_indexscan: "off" });
}

/** For whatever comes next in the transaction. */
export async function planAsUsual(execute: Execute): Promise<void> {
  await set(execute, {
    enable_nestloop: "on",
    enable_seqscan: "on",
    enable_indexscan: "on",
    enable_sort: "on",
    work_mem: null,
  });
}

/** All in one statement: each is a way to the server and back, and a person waits for a dozen of them. `null` is the default. */
async function set(execute: Execute, settings: Record<string, string | null>): Promise<void> {
  const each = Object.entries(settings).map(
    ([name, value]) => `set_config('${name}', ${value === null ? "null" : `'${value}'`}, true)`,
  );
  await execute(`select ${each.join(", ")}`);
}
