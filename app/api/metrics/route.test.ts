import { afterEach, expect, test } from "vitest";
import type { Auth } from "#lib/auth.ts";
import { closeContext, makeContext } from "#lib/context.ts";
import { readEnv } from "#lib/env.ts";
import { GET } from "./route.ts";

const token = "a-token-for-metrics";
/** Where no database listens. */
const nowhere = "postgresql://nobody@127.0.0.1:9/none";
const place = globalThis as typeof globalThis & { causewayWeb?: unknown };

/** The web process of a panel with this token; sign-in is not asked, so it is not there. */
function panelWith(metricsToken: string) {
  const env = {
    DATABASE_URL: nowhere,
    CAUSEWAY_SECRET: "x".repeat(32),
    LOG_LEVEL: "silent",
    METRICS_TOKEN: metricsToken,
  };
  const ctx = makeContext(readEnv(env), "web");
  place.causewayWeb = { ctx, auth: undefined as unknown as Auth };
  closing.push(() => closeContext(ctx));
}
const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  delete place.causewayWeb;
  for (const close of closing.splice(0)) await close();
});

const scrape = (authorization: string) =>
  GET(new Request("http://panel.test/api/metrics", { headers: { authorization } }));

test("metrics are open to nobody before a token is set, and then to whoever sends it", async () => {
  panelWith("");
  expect((await scrape(`Bearer ${token}`)).status).toBe(404);
  panelWith(token);
  expect((await scrape("Bearer something-else-entirely")).status).toBe(401);
  expect((await scrape(`Bearer ${token}`)).status).toBe(200);
});

test("a database that is away is told in the metrics with what the process knows of itself, within the ten seconds of a scrape", async () => {
  panelWith(token);
  const began = Date.now();
  const answer = await scrape(`Bearer ${token}`);
  expect(Date.now() - began).toBeLessThan(10_000);
  expect(answer.headers.get("content-type")).toBe("text/plain; version=0.0.4; charset=utf-8");
  expect(answer.headers.get("cache-control")).toBe("no-store");
  const text = await answer.text();
  expect(text).toContain("\ncauseway_database_up 0\n");
  expect(text).toContain('\ncauseway_queue_up{backend="postgres"} 0\n');
  expect(text).toMatch(/^process_cpu_seconds_total [\d.e-]+$/m);
  expect(text).toMatch(/^process_resident_memory_bytes [\d.e+]+$/m);
  expect(text).toMatch(/^nodejs_eventloop_lag_seconds [\d.e-]+$/m);
  const ours = text.match(/^causeway_\w+/gm);
  expect(ours).toEqual(["causeway_database_up", "causeway_queue_up"]);
});
