import { readFileSync } from "node:fs";
import path from "node:path";
import { badDays } from "../bin/scan/bad-days.ts";
import { carryThrough } from "../bin/scan/carry-through.ts";
import { addressesIn, jobTablesIn, logsIn, metricsOf, redisAt } from "../bin/scan/places.ts";
import { digUp, missedIn, plantIn } from "../bin/scan/plant.ts";
import { scanPlaces, sentenceOf } from "../bin/scan/scan-places.ts";
import { seededBook } from "../bin/scan/seeds.ts";
import { expect, test } from "./support/story.ts";

const dataDir = process.env.E2E_DATA_DIR;
const metricsToken = process.env.E2E_METRICS_TOKEN;
const redisUrl = process.env.E2E_REDIS_URL || undefined;

/** The server that was given to the panel, or its own in its data folder. */
function databaseUrlOf(folder: string): string {
  if (process.env.E2E_DATABASE_URL) return process.env.E2E_DATABASE_URL;
  const { port, password } = JSON.parse(readFileSync(path.join(folder, "database.json"), "utf8"));
  return `postgresql://causeway:${password}@127.0.0.1:${port}/causeway`;
}

test("seeded people are carried through on bad days and looked at, and none of their values is in a log, in the queue, in the metrics or in an address; planted there, each is found", async ({
  as,
  api,
  baseURL,
  simulator,
}) => {
  test.setTimeout(300_000);
  if (dataDir === undefined) throw new Error("E2E_DATA_DIR must say where the panel under test keeps its logs.");
  if (metricsToken === undefined)
    throw new Error("E2E_METRICS_TOKEN must be the METRICS_TOKEN of the panel under test.");
  const folder = dataDir;
  const [operator, approver] = [await api("operator"), await api("approver")];
  const book = seededBook(`SC${Date.now().toString(36).toUpperCase()}`);
  const { migrationId } = await carryThrough(
    operator,
    approver,
    book,
    badDays(simulator.url.replace("4.0", "_control")),
  );

  const requests: string[] = [];
  const page = await as("operator");
  page.on("request", (request) => requests.push(`${request.method()} ${request.url()} ${request.headers().referer}`));
  await test.step("a person searches for each of them and for their papers, and opens what is found", async () => {
    const nameOf = (what: string) => book.seeds.find((seed) => seed.what === what)?.value ?? "";
    await page.goto(`/migrations/${migrationId}/records`);
    await page.getByRole("searchbox", { name: "Search" }).fill(nameOf("family name"));
    const found = page.getByRole("row").filter({ hasText: `${book.references[0]}` });
    await expect(found).toHaveCount(1);
    await expect(page.getByRole("row").filter({ hasText: `${book.references[1]}` })).toHaveCount(0);
    await found.getByRole("link").first().click();
    await page.waitForURL(/\/records\/[0-9a-f-]{36}/);
    await page.goBack();
    await expect(page.getByRole("searchbox", { name: "Search" })).toHaveValue(nameOf("family name"));
    await page.goto(`/migrations/${migrationId}/documents`);
    await page.getByRole("searchbox", { name: "Search" }).fill(nameOf("document name"));
    await expect(page.getByText(nameOf("document name"))).toBeVisible();
    await expect.poll(() => requests.filter((line) => line.includes("/documents?")).length).toBeGreaterThan(1);
  });

  const where = { logs: path.join(folder, "logs"), redisUrl, databaseUrl: databaseUrlOf(folder) };
  const queue = redisUrl === undefined ? jobTablesIn(where.databaseUrl) : redisAt(redisUrl);
  const places = [logsIn(where.logs), queue, metricsOf(baseURL ?? "", metricsToken), addressesIn(requests)];
  const scanned = await scanPlaces(places, book.seeds);
  for (const one of scanned) {
    test.info().annotations.push({ type: "scan", description: sentenceOf(one, book.seeds.length) });
    console.log(sentenceOf(one, book.seeds.length));
    expect(one.pieces, `pieces of ${one.place}`).toBeGreaterThan(0);
    expect(one.found, `personal values in ${one.place}`).toEqual([]);
  }

  await plantIn(where, book.seeds);
  try {
    const { seeds } = book;
    const address = addressesIn([`GET /records?${seeds.map(({ value }) => encodeURIComponent(value)).join("&")}`]);
    expect(
      await missedIn([logsIn(where.logs), queue, address], seeds),
      "places where a planted value is missed",
    ).toEqual([]);
  } finally {
    await digUp(where);
  }
});
