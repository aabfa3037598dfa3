import { listCauses, listRecords } from "../lib/contracts/issues.ts";
import { expectAccessible } from "./support/accessible.ts";
import { preparedBook } from "./support/prepared-book.ts";
import { expect, test } from "./support/story.ts";

test("wrong clients are corrected by cause and one by one, checked again at once, and a correction is taken back", async ({
  as,
  api,
}) => {
  const operator = await api("operator");
  const migrationId = await preparedBook(operator, {
    clients: 120,
    prefix: `F${Date.now().toString(36).toUpperCase()}`,
  });
  const counts = async () => (await operator.call(listCauses, { params: { migrationId } })).counts;
  const before = await counts();
  const page = await as("operator");
  await page.goto(`/migrations/${migrationId}/review`);
  const cause = page.getByRole("article", { name: /^Date does not exist/ });

  await test.step("a value that cannot be read is refused at its field", async () => {
    await cause.getByRole("button", { name: /^Correct/ }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel(/should be$/).fill("31 February 1980");
    await dialog.getByLabel("Reason").fill("Asked the client on the telephone");
    await dialog.getByRole("button", { name: "Correct 1 client" }).click();
    await expect(dialog.getByText(/31 February 1980.*does not exist/).first()).toBeVisible();
    await expectAccessible(page);
  });

  await test.step("all clients of a cause are corrected, and the cause is gone", async () => {
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel(/should be$/).fill("28 February 1980");
    await dialog.getByRole("button", { name: "Correct 1 client" }).click();
    await expect(page.getByText("1 client corrected")).toBeVisible();
    await expect(cause).toBeHidden();
    expect(await counts()).toMatchObject({ clients: before.clients, invalid: before.invalid - 1 });
  });

  await test.step("the correction is listed with its reason, and is taken back", async () => {
    const list = page.getByRole("region", { name: "1 correction" });
    await expect(list.getByText("Asked the client on the telephone")).toBeVisible();
    await list.getByRole("button", { name: /^Take back/ }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Take it back" }).click();
    await expect(cause).toBeVisible();
    await expect(list.getByText(/^Taken back by/)).toBeVisible();
    await expectAccessible(page, ["light"]);
    expect(await counts()).toEqual(before);
  });

  await test.step("one client is corrected on its page, which tells who said so and why", async () => {
    const { records } = await operator.call(listRecords, {
      params: { migrationId },
      query: { code: "field.date_impossible" },
    });
    await page.goto(`/migrations/${migrationId}/records/${records[0]?.id}`);
    await page.getByRole("button", { name: "Correct date of birth" }).first().click();
    const dialog = page.getByRole("dialog", { name: "Correct date of birth" });
    await dialog.getByLabel("Should be").fill("1980-02-28");
    await dialog.getByLabel("Reason").fill("As in the passport");
    await expectAccessible(page, ["light"]);
    await dialog.getByRole("button", { name: "Correct and check again" }).click();
    await expect(page.getByText("Date of birth is corrected")).toBeVisible();
    await expect(page.getByRole("row", { name: /^Date of birth/ })).toContainText("As in the passport");
    await expectAccessible(page);
    expect(await counts()).toMatchObject({ invalid: before.invalid - 1 });
  });
});
