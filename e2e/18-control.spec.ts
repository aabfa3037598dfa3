import { readChunk, stopChunk } from "../lib/contracts/chunks.ts";
import { readPlan } from "../lib/contracts/plan.ts";
import { expectAccessible } from "./support/accessible.ts";
import { launchedChunk, preparedBook } from "./support/prepared-book.ts";
import { expect, test } from "./support/story.ts";

/** References that no other story and no other run has sent. */
const prefixOf = (story: string) => `${story}${Date.now().toString(36).toUpperCase()}`;

test("a running chunk is slowed down by a person, and everything is paused from the header by whoever may brake", async ({
  as,
  api,
  simulator,
}) => {
  const [operator, approver] = [await api("operator"), await api("approver")];
  const migrationId = await preparedBook(operator, { clients: 60, prefix: prefixOf("K") });
  await simulator.reset();
  await simulator.change({ latencyMs: 1200, decisionDelayMs: 600_000 });
  const chunkId = await launchedChunk(operator, approver, migrationId, { clients: 40, processes: 3 });
  const page = await as("operator");
  await page.goto(`/migrations/${migrationId}/chunks/${chunkId}`);

  await test.step("one process instead of three, without an approval", async () => {
    await page.getByRole("radiogroup", { name: "Processes that send now" }).getByText("1", { exact: true }).click();
    await expect(page.getByText("1 of 3 processes, because a person asked for fewer.")).toBeVisible();
    await expectAccessible(page);
    expect(await operator.call(readChunk, { params: { chunkId } })).toMatchObject({
      processes: 3,
      allowedProcesses: 1,
      presentProcesses: 1,
    });
  });

  await test.step("an admin pauses everything, with a reason", async () => {
    const admin = await as("admin");
    await admin.goto("/");
    await admin.getByRole("button", { name: "Pause everything" }).click();
    const dialog = admin.getByRole("dialog", { name: "Pause everything?" });
    await expect(dialog.getByRole("list", { name: "Chunks that are running" })).toContainText("Chunk 1 of Book K");
    await expect(dialog.getByRole("button", { name: "Pause everything now" })).toBeDisabled();
    await dialog.getByLabel("Reason").fill("The products were mapped wrongly");
    await expectAccessible(admin);
    await dialog.getByRole("button", { name: "Pause everything now" }).click();
    await expect(dialog).toBeHidden();
    await expect(page.getByText(/^Paused: nothing is being sent/).first()).toBeVisible();
    await expect(page.getByText(/: The products were mapped wrongly$/).first()).toBeVisible();
    await admin.goto("/settings/audit");
    await expect(admin.getByText("The products were mapped wrongly").first()).toBeVisible();
  });

  await test.step("a person resumes it, and everybody arrives once", async () => {
    await simulator.change({ latencyMs: 20 });
    await page.getByRole("radiogroup", { name: "Processes that send now" }).getByText("3", { exact: true }).click();
    await page.getByRole("button", { name: "Resume" }).click();
    await expect(page.getByText("All 40 clients were created in Passfort.")).toBeVisible({ timeout: 60_000 });
    expect(await simulator.seen()).toMatchObject({ profiles: 40, duplicateCustomerRefs: [] });
  });

  await test.step("how it went is drawn, stands in a table, and says why there were fewer processes", async () => {
    const pace = page.getByRole("region", { name: "Pace over time" });
    for (const title of ["clients a minute", "95 % of creates within", "calls in flight against the limit"])
      await expect(pace.getByRole("img", { name: new RegExp(`^Chart of ${title}: at most `) })).toBeVisible();
    await expect(pace.getByText(/^1 process from .*: a person asked for it$/)).toBeVisible();
    await expect(pace.getByText(/^3 processes from .*: as approved$/)).toBeVisible();
    await expectAccessible(page);
    await pace.getByRole("radiogroup", { name: "Show the pace as" }).getByText("Table").click();
    await expectAccessible(page);
    const rows = await pace.getByRole("row").allInnerTexts();
    const cells = rows.slice(1).map((row) => row.split("\t"));
    const sumOf = (column: number) => cells.reduce((sum, row) => sum + Number(row[column]), 0);
    expect(sumOf(1)).toBe(40);
    for (const column of [5, 6]) for (const row of cells) expect([0, 1, 2, 3]).toContain(Number(row[column]));
  });
});

test("an auditor sees no kill switch", async ({ as }) => {
  const page = await as("auditor");
  await page.goto("/");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByRole("button", { name: "Pause everything" })).toHaveCount(0);
});

test("a plan says when chunks pause by themselves and when they may send, and a chunk that fails too much does so", async ({
  as,
  api,
}) => {
  const [operator, approver] = [await api("operator"), await api("approver")];
  const migrationId = await preparedBook(operator, { clients: 40, prefix: prefixOf("R"), product: "individual_gold" });
  const page = await as("operator");
  await page.goto(`/migrations/${migrationId}/plan`);
  await page.getByLabel("Clients not created").fill("3");
  await page.getByRole("switch", { name: "Send only at certain times" }).click();
  await page.getByLabel("Until", { exact: true }).fill("20:00");
  await expect(page.getByText(/^the whole day, .*, Monday to Friday\. Outside it chunks wait/)).toBeVisible();
  for (const day of ["Saturday", "Sunday"]) await page.getByRole("checkbox", { name: day }).check();
  await expectAccessible(page);
  await page.getByRole("button", { name: /^Save as version/ }).click();
  await expect(page.getByText("Plan saved")).toBeVisible();
  expect((await operator.call(readPlan, { params: { migrationId } })).plan?.control).toMatchObject({
    breaker: { errors: 3 },
    runWindow: { from: "20:00", until: "20:00" },
  });

  const chunkId = await launchedChunk(operator, approver, migrationId, { clients: 12, processes: 1 });
  await page.goto(`/migrations/${migrationId}/chunks/${chunkId}`);
  await expect(page.getByText(/the plan says to stop at 3/).first()).toBeVisible({ timeout: 30_000 });
  const errors = page.getByRole("region", { name: "Errors by code" }).first();
  await expect(
    errors
      .getByText("Invalid data")
      .or(errors.getByText(/^HTTP 400$/))
      .first(),
  ).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("radiogroup", { name: "Show the errors as" }).getByText("Chart").click();
  await expect(page.getByRole("img", { name: /^Chart of clients that went wrong by code/ })).toBeVisible();
  await expectAccessible(page);
  // It paused itself and would hold the connection.
  await operator.call(stopChunk, { params: { chunkId } });
});
