import net from "node:net";
import { Halt } from "../halt.mjs";
import { connect } from "../postgres/connect.mjs";
import { waitUntil } from "../wait-until.mjs";

const oldestPostgres = 15;

/**
 * Waits for the database of DATABASE_URL, which may be starting at the same time. The sentence never shows the password.
 * @param {string} databaseUrl
 */
export async function checkDatabase(databaseUrl, timeoutMs = 30_000) {
  const where = placeOf(databaseUrl, "DATABASE_URL", 5432);
  const answer = await connect(databaseUrl, { timeoutMs });
  if (answer.kind !== "connected") {
    throw new Halt(
      `The database of DATABASE_URL (${where.host}:${where.port}) cannot be used: ${answer.because}. Start it or correct DATABASE_URL; or unset DATABASE_URL to use the built-in database.`,
    );
  }
  const { rows } = await answer.client.query("select current_setting('server_version_num')::int / 10000 as major");
  await answer.client.end();
  if (rows[0].major < oldestPostgres) {
    throw new Halt(
      `The database of DATABASE_URL is PostgreSQL ${rows[0].major}; ${oldestPostgres} or newer is needed. Upgrade it, or unset DATABASE_URL to use the built-in database.`,
    );
  }
}

/** @param {string} redisUrl */
export async function checkRedis(redisUrl, timeoutMs = 15_000) {
  const { host, port } = placeOf(redisUrl, "REDIS_URL", 6379);
  if (await waitUntil(() => accepts(host, port), { timeoutMs, everyMs: 300 })) return;
  throw new Halt(
    `The Redis of REDIS_URL (${host}:${port}) does not answer. Start it or correct REDIS_URL; or unset REDIS_URL to keep the queue in the database.`,
  );
}

function placeOf(address, variable, usualPort) {
  if (!URL.canParse(address)) {
    throw new Halt(
      `${variable} is not an address. It looks like ${variable === "REDIS_URL" ? "redis://host:6379" : "postgresql://user:password@host:5432/database"}.`,
    );
  }
  const url = new URL(address);
  return { host: url.hostname.replace(/^\[|\]$/g, "") || "localhost", port: Number(url.port || usualPort) };
}

function accepts(host, port) {
  return new Promise((resolve) => {
    const socket = net.connect({ host, port, timeout: 3000 });
    const answer = (isThere) => {
      socket.destroy();
      resolve(isThere);
    };
    socket.once("connect", () => answer(true));
    socket.once("timeout", () => answer(false));
    socket.once("error", () => answer(false));
  });
}
