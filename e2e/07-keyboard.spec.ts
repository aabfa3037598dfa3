import type { Locator, Page } from "@playwright/test";
import { waitFor } from "../bin/demo/wait-for.ts";
import { readFile } from "../lib/contracts/files.ts";
import { createMigration } from "../lib/contracts/migrations.ts";
import { expect, test } from "./support/story.ts";

test("signing in, skipping to the content and starting a migration need no mouse", async ({ stranger }) => {
  const page = await stranger();
  await page.goto("/sign-in");
  await expect(page.getByRole("button", { name: "Operator Olivia Operator" })).toBeVisible();

  await test.step("the form is filled and sent with the keys", async () => {
    await tabTo(page, page.getByLabel("E-mail"));
    await page.keyboard.type("operator@causeway.example");
    await tabTo(page, page.getByLabel(/^Password/));
    await page.keyboard.type("causeway-demo");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { level: 1, name: "Migrations" })).toBeVisible();
  });

  await test.step("the first stop of a page is the link past the navigation", async () => {
    await page.goto("/");
    await expect(page.getByRole("heading", { level: 1, name: "Migrations" })).toBeVisible();
    await page.keyboard.press("Tab");
    const skip = page.getByRole("link", { name: "Skip to the content" });
    await expect(skip).toBeFocused();
    await expect(skip).toBeInViewport();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("main")).toBeFocused();
    await page.keyboard.press("Tab");
    await expect(page.getByRole("main").locator(":focus")).toHaveCount(1);
  });

  await test.step("a dialog takes the focus, keeps it, and gives it back", async () => {
    const start = page.getByRole("button", { name: "New migration" });
    await start.focus();
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog", { name: "New migration" });
    await expect(dialog.getByLabel("Name")).toBeFocused();
    for (let stop = 0; stop < 6; stop += 1) {
      await page.keyboard.press("Tab");
      await expect(dialog.locator(":focus")).toHaveCount(1);
    }
    await page.keyboard.press("Escape");
    await expect(dialog).toBeHidden();
    await expect(start).toBeFocused();
  });
});

test("a column is mapped with the keys alone", async ({ as, api }) => {
  const operator = await api("operator");
  const { migrationId } = await operator.call(createMigration, { body: { name: "Keys", sourceSystem: "A terminal" } });
  const { fileId } = await operator.upload(
    `/api/migrations/${migrationId}/files?entityType=individual`,
    "keys.csv",
    "KEY_1,SURNAME\n1,Aldous\n2,Bright\n",
  );
  await waitFor("the file to be read", async () =>
    (await operator.call(readFile, { params: { fileId } })).status === "parsed" ? true : undefined,
  );
  const page = await as("operator");
  await page.goto(`/migrations/${migrationId}/mapping`);
  const select = page.getByRole("combobox", { name: "Field for column KEY_1" });
  await expect(select).toBeVisible();
  await tabTo(page, select);
  await page.keyboard.type("reference");
  await expect(page.getByRole("option")).toHaveCount(1);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(select).toHaveValue(/^Client reference/);
  await tabTo(page, page.getByRole("button", { name: "Save and check every row" }));
  await page.keyboard.press("Enter");
  await expect(page.getByText(/^2 clients = 2 invalid$/)).toBeVisible();
});

/** Presses Tab until this has the focus: as many times as a person would have the patience for. */
async function tabTo(page: Page, goal: Locator): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    if (await goal.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  await expect(goal).toBeFocused();
}
