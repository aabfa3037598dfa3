import type { Panel } from "../bin/demo/panel.ts";
import { listFailures, readChunk } from "../lib/contracts/chunks.ts";
import { listRecords } from "../lib/contracts/issues.ts";
import { listAudit } from "../lib/contracts/people.ts";
import { expectAccessible } from "./support/accessible.ts";
import { launchedChunk, preparedBook } from "./support/prepared-book.ts";
import { expect, test } from "./support/story.ts";

/** References that no other story and no other run has sent. */
const prefixOf = (story: string) => `${story}${Date.now().toString(36).toUpperCase()}`;

test("a running chunk pauses at once and goes on where it was", async ({ as, api, simulator }) => {
  const [operator, approver] = [await api("operator"), await api("approver")];
  const prefix = prefixOf("P");
  const migrationId = await preparedBook(operator, { clients: 60, prefix });
  await simulator.reset();
  // Slow enough to be watched; decisions much later, so that no webhook makes the panel look things up meanwhile.
  await simulator.change({ latencyMs: 400, decisionDelayMs: 600_000 });
  const page = await as("operator");
  await page.goto(`/migrations/${migrationId}/chunks`);
  const chunkId = await launchedChunk(operator, approver, migrationId, { clients: 40, processes: 3 });
  await page.goto(`/migrations/${migrationId}/chunks/${chunkId}`);
  const progress = page.getByRole("progressbar", { name: "Progress of chunk 1" });

  await test.step("it moves before the operator's eyes", async () => {
    await expect(page.getByText("Running: clients are being sent to Passfort.").first()).toBeVisible();
    await expect(progress).not.toHaveAttribute("aria-valuenow", "0");
    await expect(page).toHaveTitle(/^[1-9]\d* % · Chunk 1, running/);
  });

  await test.step("paused: the calls in flight end, and no other begins", async () => {
    await page.getByRole("button", { name: "Pause", exact: true }).click();
    await expect(page.getByText(/^Paused: nothing is being sent/).first()).toBeVisible();
    const { calls } = await simulator.seen();
    await expectAccessible(page);
    await page.reload();
    await expect(page.getByText(/^Paused: nothing is being sent/).first()).toBeVisible();
    expect((await simulator.seen()).calls).toEqual(calls);
    const { deliveries, identityHolds } = await operator.call(readChunk, { params: { chunkId } });
    expect(deliveries).toMatchObject({ sending: 0, uncertain: 0, failed: 0 });
    expect(deliveries.queued).toBeGreaterThan(0);
    expect(identityHolds).toBe(true);
  });

  await test.step("resumed: everybody arrives once, never more than three at a time", async () => {
    await simulator.change({ latencyMs: 30 });
    await page.getByRole("button", { name: "Resume" }).click();
    await expect(page.getByText("All 40 clients were created in Passfort.")).toBeVisible({ timeout: 60_000 });
    const seen = await simulator.seen();
    expect(seen).toMatchObject({ profiles: 40, duplicateCustomerRefs: [] });
    expect(seen.calls.create_profile).toBe(40);
    expect(seen.peakConcurrency).toBeGreaterThan(1);
    expect(seen.peakConcurrency).toBeLessThanOrEqual(3);
  });
});

test("on a bad day of Passfort everybody is created, and nobody twice", async ({ as, api, simulator }) => {
  // What was lost on its way there is sent again a minute later.
  test.setTimeout(300_000);
  const [operator, approver] = [await api("operator"), await api("approver")];
  const prefix = prefixOf("B");
  const migrationId = await preparedBook(operator, { clients: 50, prefix });
  await simulator.reset();
  await simulator.change({ decisionDelayMs: 600_000 });
  await simulator.order([
    { operation: "create_profile", every: 8, times: 3, kind: "drop_after" },
    { operation: "create_profile", every: 7, times: 3, kind: "500" },
    { operation: "create_profile", every: 11, times: 2, kind: "drop_before" },
    { operation: "create_profile", nth: 5, kind: "truncated_json" },
    { operation: "add_tag", every: 13, times: 3, kind: "502_html" },
  ]);
  const chunkId = await launchedChunk(operator, approver, migrationId, { clients: 30, processes: 5 });
  const page = await as("operator");
  await page.goto(`/migrations/${migrationId}/chunks/${chunkId}`);
  await expect(page.getByText("All 30 clients were created in Passfort.")).toBeVisible({ timeout: 240_000 });
  await expect(page.getByText("The numbers add up. They are counted from the records themselves.")).toBeVisible();

  const { rules } = await simulator.faults();
  expect(
    rules.every(({ fired }) => fired > 0),
    "every ordered fault struck",
  ).toBe(true);
  const seen = await simulator.seen();
  expect(seen).toMatchObject({ profiles: 30, duplicateCustomerRefs: [] });
  expect(seen.peakConcurrency).toBeLessThanOrEqual(5);
  expect((await simulator.references()).filter((reference) => reference.startsWith(prefix))).toHaveLength(30);
});

test("a limit that is reached holds the chunk, says for how long, and nobody fails", async ({ as, api, simulator }) => {
  const [operator, approver] = [await api("operator"), await api("approver")];
  const migrationId = await preparedBook(operator, { clients: 25, prefix: prefixOf("L") });
  await simulator.order([{ operation: "create_profile", nth: 3, kind: "429", retrySecs: 12 }]);
  const chunkId = await launchedChunk(operator, approver, migrationId, { clients: 10, processes: 1 });
  const page = await as("operator");
  await page.goto(`/migrations/${migrationId}/chunks/${chunkId}`);
  await expect(page.getByText(/^Waiting \d+ s: Passfort's limit is reached/).first()).toBeVisible();
  await expect(page.getByText("All 10 clients were created in Passfort.")).toBeVisible({ timeout: 60_000 });
});

test("what Passfort refuses is listed with Passfort's own words, and the report takes them along", async ({
  as,
  api,
}) => {
  const [operator, approver] = [await api("operator"), await api("approver")];
  const migrationId = await preparedBook(operator, { clients: 25, prefix: prefixOf("U"), product: "individual_gold" });
  const chunkId = await launchedChunk(operator, approver, migrationId, { clients: 6, processes: 2 });
  const page = await as("operator");
  await page.goto(`/migrations/${migrationId}/chunks/${chunkId}`);
  await expect(page.getByText("6 clients refused by Passfort: their data must be corrected first.")).toBeVisible();
  const list = page.getByRole("region", { name: "Clients that were not created" });
  await expect(list.getByRole("row")).toHaveCount(7);
  await expect(list.getByText(/individual_gold/).first()).toBeVisible();
  await expectAccessible(page);
  const own = await wordsOfPassfort(operator, chunkId);
  const report = await (await page.request.get(`/api/chunks/${chunkId}/errors.csv`)).text();
  expect(report).toContain(own.replaceAll('"', '""'));
  await list.getByRole("link").first().click();
  await expect(page.getByText("Refused").first()).toBeVisible();
  await expect(page.getByRole("list", { name: "Calls for: Create the profile with its application" })).toContainText(
    "HTTP 400",
  );
  await expectAccessible(page);
});

test("clients that were not created are narrowed by a filter, and the failed ones of it are sent again together", async ({
  as,
  api,
  simulator,
}) => {
  const [operator, approver, admin] = [await api("operator"), await api("approver"), await api("admin")];
  const prefix = prefixOf("N");
  const migrationId = await preparedBook(operator, { clients: 25, prefix, product: "individual_gold" });
  const { records } = await operator.call(listRecords, { params: { migrationId }, query: { role: "client" } });
  const unanswered = records.slice(0, 2).map(({ reference }) => reference ?? "");
  // Looked up and sent anew as often as may be, these two fail; Passfort refuses the four others.
  await simulator.change({ indexDelayMs: 0 });
  await simulator.order(
    unanswered.map((customerRef) => ({ operation: "create_profile", customerRef, kind: "500" as const, every: 1 })),
  );
  const chunkId = await launchedChunk(operator, approver, migrationId, { clients: 6, processes: 2 });
  const page = await as("operator");
  const addresses: string[] = [];
  page.on("request", (request) => addresses.push(`${request.url()} ${request.headers().referer}`));
  await page.goto(`/migrations/${migrationId}/chunks/${chunkId}`);
  const notCreated = page.getByRole("region", { name: "Not created", exact: true });
  const rows = notCreated.getByRole("region", { name: "Clients that were not created" }).getByRole("row");
  const search = notCreated.getByRole("searchbox", { name: "Search" });
  await expect(page.getByText(/^Finished/).first()).toBeVisible({ timeout: 90_000 });
  await expect(rows).toHaveCount(7);

  await test.step("words find one of them; the address does not hold the words, and they are still there after a look at the client", async () => {
    await search.fill(unanswered[0] ?? "");
    await expect(notCreated.getByRole("status")).toHaveText("1 of 6 clients fits.");
    await expect(rows).toHaveCount(2);
    await expectAccessible(page);
    await rows.getByRole("link").click();
    await page.waitForURL(/\/records\/[0-9a-f-]{36}/);
    await page.goBack();
    await expect(search).toHaveValue(unanswered[0] ?? "");
    await expect(rows).toHaveCount(2);
    expect(addresses.filter((address) => address.includes(unanswered[0] ?? ""))).toEqual([]);
  });

  await test.step("where nobody fits it says so, and the filter is taken off", async () => {
    await notCreated.getByRole("combobox", { name: "Status" }).click();
    await page.getByRole("option", { name: "Uncertain" }).click();
    await expect(notCreated.getByRole("status")).toHaveText("0 of 6 clients fit.");
    await expectAccessible(page);
    await notCreated.getByRole("button", { name: "Take the filter off" }).click();
    await expect(rows).toHaveCount(7);
    await expect(search).toHaveValue("");
    await expect(search).toBeFocused();
  });

  await test.step("the failed ones of a filter are sent again; the refused stay, and the dialog says so", async () => {
    await simulator.forgetFaults();
    await search.fill(prefix);
    await notCreated.getByRole("button", { name: "Send the 2 failed of these again" }).click();
    const dialog = page.getByRole("dialog", { name: "Send 2 clients again?" });
    await expect(dialog.getByText("4 refused clients stay: their data must be corrected first.")).toBeVisible();
    await expectAccessible(page);
    await dialog.getByRole("button", { name: "Send 2 clients again" }).click();
    await expect(dialog).toBeHidden();
    // Passfort answers now, and what it says of these two is what it said of the others.
    await expect(page.getByText("6 clients refused by Passfort: their data must be corrected first.")).toBeVisible();
    await expect(notCreated.getByRole("button", { name: /failed of these again/ })).toHaveCount(0);
  });

  const { entries } = await admin.call(listAudit);
  const act = entries.find(({ subjectId, action }) => subjectId === chunkId && action.endsWith("/retries"));
  expect(act?.reason).toBe("the 2 failed of a filter: words that were searched for");
});

test("a key that Passfort does not know is told at the connection, and stays secret", async ({ as, simulator }) => {
  const { url } = simulator;
  const name = `Old key ${Date.now().toString(36)}`;
  const admin = await as("admin");
  await admin.goto("/settings/connections");
  await admin.getByRole("button", { name: "Add a connection" }).click();
  const dialog = admin.getByRole("dialog", { name: "Add a connection" });
  await dialog.getByLabel("Name").fill(name);
  await dialog.getByRole("radio", { name: /^Simulator/ }).check();
  await dialog.getByLabel("Address of the API").fill(url);
  await dialog.getByLabel("API key").fill("a-key-nobody-gave-out");
  await dialog.getByLabel("Webhook secret").fill("a-secret-of-webhooks");
  await expectAccessible(admin);
  await dialog.getByRole("button", { name: "Add the connection" }).click();
  await expect(dialog).toBeHidden();
  await admin.getByRole("button", { name: `Test the connection ${name}` }).click();
  await expect(admin.getByRole("alert").filter({ hasText: "The API key is not accepted:" })).toBeVisible();
  await admin.getByRole("button", { name: "Test the connection Simulator" }).click();
  await expect(admin.getByText(/^Passfort answers as “Riverbank Finance/)).toBeVisible();
  await expectAccessible(admin);
  expect(await (await admin.request.get("/api/connections")).text()).not.toContain("a-key-nobody-gave-out");
});

/** The sentence of the first failure of a chunk. */
async function wordsOfPassfort(panel: Panel, chunkId: string): Promise<string> {
  const { failures } = await panel.call(listFailures, { params: { chunkId } });
  return failures[0]?.sentence ?? "";
}
