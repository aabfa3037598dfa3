import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { Redis } from "ioredis";
import { connect } from "../postgres/connect.mjs";

/** One thing that was looked at: a line of a log, a key with its value, a row. */
export type Piece = { where: string; text: string };
export type Place = { name: string; read(): AsyncIterable<Piece> };

/** Every line of every log of web and worker. The simulator is Passfort: it may know people. */
export function logsIn(folder: string): Place {
  return {
    name: "logs",
    async *read() {
      for (const file of readdirSync(folder).filter((name) => !name.startsWith("simulator"))) {
        const lines = readFileSync(path.join(folder, file), "utf8").split("\n");
        for (const [at, text] of lines.entries()) if (text !== "") yield { where: `${file}:${at + 1}`, text };
      }
    },
  };
}

/** Every key of a Redis with its whole value, whatever its type. */
export function redisAt(url: string): Place {
  return {
    name: "redis",
    async *read() {
      const redis = new Redis(url);
      try {
        for await (const keys of redis.scanStream({ count: 500 }) as AsyncIterable<string[]>)
          for (const key of keys) yield { where: key, text: `${key} ${JSON.stringify(await contentOf(redis, key))}` };
      } finally {
        redis.disconnect();
      }
    },
  };
}

async function contentOf(server: Redis, key: string): Promise<unknown> {
  const readers: Record<string, () => Promise<unknown>> = {
    string: () => server.get(key),
    hash: () => server.hgetall(key),
    list: () => server.lrange(key, 0, -1),
    set: () => server.smembers(key),
    zset: () => server.zrange(key, "0", "-1"),
    stream: () => server.xrange(key, "-", "+"),
    // It was taken away since.
    none: async () => null,
  };
  const type = await server.type(key);
  const read = readers[type];
  if (!read) throw new Error(`Redis keeps ${key} as ${type}, which this scan cannot read.`);
  return read();
}

/** Every row of every table of the queue that lives in PostgreSQL. */
export function jobTablesIn(databaseUrl: string): Place {
  return {
    name: "job tables",
    async *read() {
      const answer = await connect(databaseUrl, { timeoutMs: 30_000 });
      if (answer.kind !== "connected") throw new Error("The database does not answer.");
      const { client } = answer;
      try {
        const { rows: tables } = await client.query(
          "select table_name from information_schema.tables where table_schema = 'bullmq' order by 1",
        );
        if (tables.length === 0) throw new Error("There are no tables of the queue in this database.");
        for (const { table_name } of tables) {
          const { rows } = await client.query(`select t::text as text from bullmq."${table_name}" t`);
          for (const [at, { text }] of rows.entries()) yield { where: `${table_name} row ${at + 1}`, text };
        }
      } finally {
        await client.end();
      }
    },
  };
}

/** What a monitoring program is told. A panel that tells it nothing of its rows was not looked at, which is no clean place. */
export function metricsOf(baseUrl: string, token: string): Place {
  return {
    name: "metrics",
    async *read() {
      for (const address of ["/api/metrics", "/api/health"]) {
        const answer = await fetch(`${baseUrl}${address}`, { headers: { authorization: `Bearer ${token}` } });
        const text = await answer.text();
        if (!answer.ok) throw new Error(`${address} answers ${answer.status}: ${text}`);
        if (address === "/api/metrics" && !text.includes("\ncauseway_database_up 1\n"))
          throw new Error("/api/metrics tells nothing of the rows.");
        for (const line of text.split("\n")) if (line !== "") yield { where: address, text: line };
      }
    },
  };
}

/** What a proxy in front of the panel would write down: each request with its address and where it came from. */
export function addressesIn(requests: readonly string[]): Place {
  return {
    name: "addresses",
    async *read() {
      for (const [at, text] of requests.entries()) yield { where: `request ${at + 1}`, text };
    },
  };
}
