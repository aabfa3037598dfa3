import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

/**
 * Remembers from what something was made, beside it. It is taken away before the work and set again after it, so that
 * work broken off in the middle is done again.
 * @param {string} file
 * @param {string} value
 * @param {() => Promise<void>} work
 * @returns {Promise<boolean>} whether there was work to do
 */
export async function unlessStamped(file, value, work) {
  if (stampOf(file) === value) return false;
  rmSync(file, { force: true });
  await work();
  setStamp(file, value);
  return true;
}

/** @param {string} file @param {string} value */
export function setStamp(file, value) {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, `${value}\n`);
}

/** @param {string} file */
export function stampOf(file) {
  try {
    return readFileSync(file, "utf8").trim();
  } catch {
    return undefined;
  }
}
