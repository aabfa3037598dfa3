import type { Page } from "@playwright/test";
import { discardChunk, draftChunk } from "../lib/contracts/chunks.ts";
import { listRecords } from "../lib/contracts/issues.ts";
import { createMigration } from "../lib/contracts/migrations.ts";
import { expectAccessible } from "./support/accessible.ts";
import { preparedBook } from "./support/prepared-book.ts";
import { expect, test } from "./support/story.ts";

const phone = { width: 390, height: 844 };
const desk = { width: 1440, height: 900 };

test("every screen of a migration under way is accessible and fits, on a desk and on a phone", async ({ as, api }) => {
  test.setTimeout(240_000);
  const operator = await api("operator");
  const migrationId = await preparedBook(operator, { clients: 60, prefix: `S${Date.now().toString(36)}` });
  const { chunkId } = await operator.call(draftChunk, {
    params: { migrationId },
    body: { kind: "pilot", clients: 5, processes: 1 },
  });
  const { records } = await operator.call(listRecords, { params: { migrationId }, query: { readiness: "invalid" } });
  const of = (path: string) => `/migrations/${migrationId}${path}`;
  const page = await as("operator");
  await seen(page, [
    { path: "/", title: "Migrations" },
    { path: of(""), title: "Overview" },
    { path: of("/files"), title: "Files" },
    { path: of("/mapping"), title: "Mapping" },
    { path: of("/review"), title: "Review" },
    { path: of("/plan"), title: "Plan" },
    { path: of("/chunks"), title: "Chunks" },
    { path: of(`/chunks/${chunkId}`), title: /^Chunk 1/ },
    { path: of("/records"), title: "Records" },
    { path: of(`/records/${records[0]?.id}`), title: /./ },
    { path: of("/report"), title: "Report" },
  ]);
  await operator.call(discardChunk, { params: { chunkId } });
});

test("the settings are accessible and fit, on a desk and on a phone", async ({ as }) => {
  await seen(await as("admin"), [
    { path: "/settings/connections", title: "Connections" },
    { path: "/settings/mapping-library", title: "Mapping library" },
    { path: "/settings/people", title: "People" },
    { path: "/settings/audit", title: "Audit log" },
  ]);
});

test("the pages before the panel, and the one for a wrong address, are accessible and fit", async ({ stranger }) => {
  await seen(await stranger(), [
    { path: "/sign-in", title: "Sign in" },
    { path: "/nowhere/at/all", title: "This page does not exist" },
  ]);
});

test("a migration in which nothing has happened says on every screen what would be there, and where to begin", async ({
  as,
  api,
}) => {
  test.setTimeout(180_000);
  const { migrationId } = await (await api("operator")).call(createMigration, {
    body: { name: "Nothing yet", sourceSystem: "A new desk" },
  });
  const page = await as("operator");
  const empty = [
    { slug: "files", title: "No files yet" },
    { slug: "mapping", title: "No file to map yet" },
    { slug: "review", title: "No clients yet" },
    { slug: "chunks", title: "There is no plan yet" },
    { slug: "records", title: "No clients yet" },
    { slug: "report", title: "Nothing to report yet" },
  ];
  for (const { slug, title } of empty) {
    await page.goto(`/migrations/${migrationId}/${slug}`);
    await expect(page.getByRole("heading", { name: title }), slug).toBeVisible();
    await expectAccessible(page);
  }
});

type Screen = { path: string; title: string | RegExp };

async function seen(page: Page, screens: readonly Screen[]): Promise<void> {
  for (const { path, title } of screens) {
    await page.setViewportSize(desk);
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
    await expectAccessible(page);
    await page.setViewportSize(phone);
    await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
    await expectAccessible(page);
    expect(await sidewaysPixels(page), `${path} scrolls sideways at ${phone.width} px`).toBe(0);
  }
}

/** How far the page itself (not a table inside it) can be scrolled to the side. */
const sidewaysPixels = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const root = document.scrollingElement ?? document.documentElement;
    return root.scrollWidth - root.clientWidth;
  });
