import { expect, test } from "vitest";
import { metricNames, metrics, type Sample } from "../metric.ts";
import { expositionOf, expositionType } from "./exposition.ts";

const account = { connection_id: "0199a1b2-0000-7000-8000-000000000001", environment: "demo" };

test("a metric is a sentence, a type and a line for each of its numbers", async () => {
  const text = await expositionOf([
    { metric: "causeway_limited_calls_total", labels: { ...account, call: "create" }, value: 12 },
    { metric: "causeway_limited_calls_total", labels: { ...account, call: "replace_data" }, value: 0 },
  ]);
  expect(text.split("\n")).toEqual([
    `# HELP causeway_limited_calls_total ${metrics.causeway_limited_calls_total.help}`,
    "# TYPE causeway_limited_calls_total counter",
    `causeway_limited_calls_total{connection_id="${account.connection_id}",environment="demo",call="create"} 12`,
    `causeway_limited_calls_total{connection_id="${account.connection_id}",environment="demo",call="replace_data"} 0`,
    "",
  ]);
  expect(expositionType).toBe("text/plain; version=0.0.4; charset=utf-8");
});

test("a metric without a number is not told at all, or it would read as 0", async () => {
  expect(await expositionOf([{ metric: "causeway_database_up", labels: {}, value: 0 }])).not.toContain("workers_alive");
});

test("of two scrapes at once each is told its own numbers", async () => {
  const samplesOf = (n: number): Sample[] => [
    { metric: "causeway_workers_alive", labels: {}, value: n },
    { metric: "causeway_queue_jobs", labels: { ...account, environment: `of ${n}` }, value: n },
  ];
  const numbers = Array.from({ length: 20 }, (_, n) => n);
  const texts = await Promise.all(numbers.map((n) => expositionOf(samplesOf(n))));
  for (const n of numbers) {
    expect(texts[n]).toContain(`\ncauseway_workers_alive ${n}\n`);
    expect(texts[n]?.match(/environment="of \d+"} \d+/g)).toEqual([`environment="of ${n}"} ${n}`]);
  }
});

test("names end in their unit, only counters in _total, and every metric has a sentence", () => {
  for (const name of metricNames) {
    const { type, help } = metrics[name];
    expect(name.endsWith("_total"), name).toBe(type === "counter");
    expect(help, name).toMatch(/^[A-Z0-9].*\.$/);
    expect(name, name).not.toMatch(/_(?:ms|minutes|hours)$/);
  }
});
