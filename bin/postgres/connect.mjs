import { createRequire } from "node:module";
import { setTimeout as pause } from "node:timers/promises";
import { inRepository } from "../repository.mjs";

/**
 * Connects as soon as the server takes connections.
 * @param {string} url
 * @param {{ timeoutMs: number, gaveUp?: Promise<unknown> }} options gaveUp: settles when there is nothing to wait for any more
 * @returns {Promise<{ kind: "connected", client: import("pg").Client } | { kind: "refused", because: string } | { kind: "gone" }>}
 */
export async function connect(url, { timeoutMs, gaveUp }) {
  // Asked for only now: the first steps of a start run before anything is installed.
  const { Client } = createRequire(inRepository("package.json"))("pg");
  let isGone = false;
  gaveUp?.then(() => {
    isGone = true;
  });
  const end = Date.now() + timeoutMs;
  for (;;) {
    const client = new Client({ connectionString: url, connectionTimeoutMillis: 5000 });
    client.on("error", () => {});
    try {
      await client.connect();
      return { kind: "connected", client };
    } catch (error) {
      await client.end().catch(() => {});
      if (isGone) return { kind: "gone" };
      if (!mayComeYet(error) || Date.now() > end) return { kind: "refused", because: sentenceOf(error) };
    }
    await pause(100);
  }
}

/** Starting up (57P03), not listening yet, or connections all taken for the moment (53300). */
function mayComeYet(error) {
  return ["ECONNREFUSED", "ECONNRESET", "57P03", "53300", "ENOENT", "EAI_AGAIN"].includes(error.code) || !error.code;
}

/** An AggregateError of Node (IPv4 and IPv6 both refused) has no message of its own. */
function sentenceOf(error) {
  return error.message || error.errors?.map((each) => each.message).join("; ") || String(error.code);
}
