import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { fingerprintOf } from "./fingerprint.ts";

test("the fingerprint is the SHA-256 of all bytes, also over several pieces and at their edges", async () => {
  const piece = 4 * 1024 * 1024;
  for (const size of [0, 1, piece - 1, piece, piece + 1, 2 * piece + 17]) {
    const bytes = new Uint8Array(size).map((_, index) => (index * 31 + (index >> 8)) & 0xff);
    expect(await fingerprintOf(new Blob([bytes]))).toBe(createHash("sha256").update(bytes).digest("hex"));
  }
});

test("progress only grows and ends at one", async () => {
  const heard: number[] = [];
  await fingerprintOf(new Blob([new Uint8Array(9 * 1024 * 1024)]), (share) => heard.push(share));
  expect(heard).toEqual([...heard].sort((a, b) => a - b));
  expect(heard.at(-1)).toBe(1);
});

test("a cancelled fingerprint stops with the reason given", async () => {
  const stop = new AbortController();
  stop.abort(new Error("cancelled"));
  await expect(fingerprintOf(new Blob(["x"]), () => {}, stop.signal)).rejects.toThrow("cancelled");
});
