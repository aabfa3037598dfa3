import { once } from "node:events";
import http from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { metricsOf } from "./places.ts";
import { scanPlaces } from "./scan-places.ts";

const seed = { what: "family name", value: "Quenbyrolund" };
const token = "a-token-for-the-scan";
let told = "";
let asked: string[] = [];
const panel = http.createServer((request, answer) => {
  asked.push(request.url ?? "");
  const isHealth = request.url === "/api/health";
  if (!isHealth && request.headers.authorization !== `Bearer ${token}`) answer.writeHead(401).end("{}");
  else answer.end(isHealth ? "{}" : told);
});
let baseUrl = "";
beforeAll(async () => {
  panel.listen(0, "127.0.0.1");
  await once(panel, "listening");
  baseUrl = `http://127.0.0.1:${(panel.address() as AddressInfo).port}`;
});
afterAll(() => {
  panel.close();
});

test("metrics are asked for with the token, and a value planted in a label is found", async () => {
  told = `# TYPE x gauge\ncauseway_database_up 1\nx{code="${seed.value}"} 1\n`;
  asked = [];
  const [scanned] = await scanPlaces([metricsOf(baseUrl, token)], [seed]);
  expect(asked).toEqual(["/api/metrics", "/api/health"]);
  expect(scanned?.found).toEqual(["family name in /api/metrics"]);
});

test.each([
  ["refuses the token", "causeway_database_up 1\n", "another-token-for-it", /answers 401/],
  ["does not reach its rows", "# TYPE x gauge\ncauseway_database_up 0\n", token, /nothing of the rows/],
])("metrics of a panel that %s are a fault, never a clean place", async (_, text, given, sentence) => {
  told = text;
  await expect(scanPlaces([metricsOf(baseUrl, given)], [seed])).rejects.toThrow(sentence);
});
