import { listChunks } from "../lib/contracts/chunks.ts";
import { correctRecord } from "../lib/contracts/fixes.ts";
import { excludeRecords, includeRecords, listCauses, listRecords } from "../lib/contracts/issues.ts";
import { readPlan, savePlan } from "../lib/contracts/plan.ts";
import { readRecord } from "../lib/contracts/records.ts";
import { expectAccessible } from "./support/accessible.ts";
import { preparedBook } from "./support/prepared-book.ts";
import { expect, test } from "./support/story.ts";

test("a long list is walked by keyboard, many clients are changed and left out at once, and all of it is taken back", async ({
  as,
  api,
}) => {
  test.setTimeout(240_000);
  const operator = await api("operator");
  const migrationId = await preparedBook(operator, {
    clients: 400,
    prefix: `B${Date.now().toString(36).toUpperCase()}`,
  });
  const params = { migrationId };
  const review = () => operator.call(listCauses, { params });
  const before = (await review()).counts;
  const page = await as("operator");
  await page.goto(`/migrations/${migrationId}/records`);
  const grid = page.getByRole("grid", { name: "Records" });
  const row = (at: number) => grid.locator(`[aria-rowindex="${at + 1}"]`);

  await test.step("only rows in sight are there, their number is true, and pages come as one moves on", async () => {
    await expect(grid).toHaveAttribute("aria-rowcount", String(before.clients + 1));
    expect(await grid.getByRole("row").count()).toBeLessThan(60);
    await row(1).focus();
    await page.keyboard.press("ArrowDown");
    await expect(row(2)).toBeFocused();
    await expect(async () => {
      await page.keyboard.press("End");
      await expect(row(before.clients)).toBeFocused({ timeout: 500 });
    }).toPass();
    await expectAccessible(page);
  });

  await test.step("whoever opens a client and comes back is where they were", async () => {
    await page.keyboard.press("ArrowUp");
    await expect(row(before.clients - 1)).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { level: 2, name: "Values" })).toBeVisible();
    await page.goBack();
    await expect(row(before.clients - 1)).toBeInViewport();
    await row(before.clients - 1).focus();
    await page.keyboard.press("Home");
    await expect(row(1)).toBeFocused();
  });

  await test.step("rows are chosen with space and shift, and left out with a reason", async () => {
    await row(1).focus();
    await page.keyboard.press("Space");
    for (const at of [2, 3]) {
      await page.keyboard.press("ArrowDown");
      await expect(row(at)).toBeFocused();
    }
    await page.keyboard.press("Shift+Space");
    const chosen = page.getByRole("region", { name: "Chosen records" });
    await expect(chosen.getByText("3 clients chosen")).toBeVisible();
    await chosen.getByRole("button", { name: "Exclude…" }).click();
    const dialog = page.getByRole("dialog", { name: "Exclude 3 clients?" });
    await dialog.getByLabel("Reason").fill("Accounts closed before 2019");
    await expectAccessible(page, ["light"]);
    await dialog.getByRole("button", { name: "Exclude 3 records" }).click();
    await expect(page.getByText("3 records excluded")).toBeVisible();
    expect((await review()).counts).toMatchObject({ clients: before.clients, excluded: 3 });
  });

  await test.step("all that fit a filter are given a value, once their number was typed", async () => {
    await page.goto(`/migrations/${migrationId}/records?readiness=invalid`);
    const { total } = await operator.call(listRecords, { params, query: { role: "client", readiness: "invalid" } });
    await page.getByRole("checkbox", { name: `Select all ${total} clients of this list` }).click();
    await page.getByRole("button", { name: "Set a value…" }).click();
    const dialog = page.getByRole("dialog", { name: `Set a value of ${total} clients` });
    const confirm = dialog.getByRole("button", { name: `Set the value of ${total} records` });
    await dialog.getByRole("combobox", { name: "Field" }).click();
    await page.getByRole("option", { name: "Date of birth", exact: true }).click();
    await dialog.getByLabel("Should be").fill("13 April 1980");
    await dialog.getByLabel("Reason").fill("As agreed with compliance");
    await expect(confirm).toBeDisabled();
    await dialog.getByLabel("Type the number of records").fill(String(total));
    await expectAccessible(page);
    await confirm.click();
    await expect(page.getByText(`${total} records changed`)).toBeVisible();
    expect((await review()).counts.invalid).toBeLessThan(before.invalid);
  });

  await test.step("both are taken back as a whole in the review", async () => {
    await page.goto(`/migrations/${migrationId}/review`);
    await page.getByRole("button", { name: "Take 3 records back in: Accounts closed before 2019" }).click();
    await expect(page.getByText("3 records taken back in")).toBeVisible();
    const list = page.getByRole("region", { name: "1 correction" });
    // By keyboard: the causes above are being read again and push it down, away from under a mouse.
    await list.getByRole("button", { name: /^Take back/ }).press("Enter");
    await page.getByRole("dialog").getByRole("button", { name: "Take it back" }).click();
    await expect(list.getByText(/^Taken back by/)).toBeVisible();
    await expectAccessible(page);
    expect((await review()).counts).toEqual(before);
  });

  await test.step("a warning is acknowledged with a reason; what keeps clients from one track needs none", async () => {
    const { records } = await operator.call(listRecords, { params, query: { role: "client", readiness: "ready" } });
    const recordId = records[0]?.id ?? "";
    const { seen } = await operator.call(readRecord, { params: { recordId } });
    const texts = { dateOfBirth: "1900-01-01" };
    await operator.call(correctRecord, { params: { recordId }, body: { seen, texts, reason: "as in the old system" } });
    await page.goto(`/migrations/${migrationId}/review`);
    const cause = page.getByRole("article", { name: /^Date of birth looks like/ });
    await cause.getByRole("button", { name: "Acknowledge…" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Reason").fill("Agreed with compliance: asked at the next review");
    await expectAccessible(page, ["light"]);
    await dialog.getByRole("button", { name: /^Acknowledge for/ }).click();
    await expect(cause.getByText("Acknowledged", { exact: true })).toBeVisible();
    const thin = page.getByRole("article", { name: /^Address too thin/ });
    await expect(thin.getByText("Not for full onboarding")).toBeVisible();
    await expect(thin.getByRole("button", { name: "Acknowledge…" })).toHaveCount(0);
  });

  await test.step("the list behind a cause of warnings has as many clients as the cause counts, also when one is left out", async () => {
    const query = { code: "record.full_address_incomplete", role: "client" } as const;
    const { total, records } = await operator.call(listRecords, { params, query });
    const recordIds = [records[0]?.id ?? ""];
    await operator.call(excludeRecords, { params, body: { recordIds, reason: "not ours" } });
    await page.goto(`/migrations/${migrationId}/review`);
    await page
      .getByRole("article", { name: /^Address too thin/ })
      .getByRole("link", { name: `See all ${total - 1}` })
      .click();
    await expect(grid).toHaveAttribute("aria-rowcount", String(total));
    await expect(page.getByText("Not excluded", { exact: true })).toBeVisible();
    await expectAccessible(page);
    await page.getByRole("button", { name: "Remove the filter Not excluded" }).click();
    await expect(grid).toHaveAttribute("aria-rowcount", String(total + 1));
    await operator.call(includeRecords, { params, body: { recordIds } });
  });

  await test.step("each track says how many are ready, and full onboarding holds back what it cannot take", async () => {
    const { readyFor } = await review();
    expect(readyFor.limited_compliance).toBe(before.waiting);
    expect(readyFor.full_onboarding).toBeLessThan(before.waiting);
    const { plan } = await operator.call(readPlan, { params });
    if (!plan) throw new Error("The book has no plan.");
    const { version: _, changedByName: __, changedAt: ___, ...body } = plan;
    expect((await operator.call(listChunks, { params })).available).toBe(readyFor.limited_compliance);
    await operator.call(savePlan, { params, body: { ...body, track: "full_onboarding", limitedMethod: null } });
    expect(await operator.call(listChunks, { params })).toMatchObject({
      available: readyFor.full_onboarding,
      barred: readyFor.limited_compliance - readyFor.full_onboarding,
    });
    await page.goto(`/migrations/${migrationId}/plan`);
    await expect(page.getByText("Ready for full onboarding (the plan)")).toBeVisible();
    await expectAccessible(page, ["light"]);
  });
});
