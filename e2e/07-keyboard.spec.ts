import { buffer } from "node:stream/consumers";
import type { Locator, Page } from "@playwright/test";
import { waitFor } from "../bin/demo/wait-for.ts";
import { readFile } from "../lib/contracts/files.ts";
import { createMigration } from "../lib/contracts/migrations.ts";
import { workbookOf } from "../lib/sheets/workbook-of.ts";
import { expect, test } from "./support/story.ts";

// The page put down at every press of a key takes twice the time of the stories.
test.use({ trace: { mode: "retain-on-failure", snapshots: false, screenshots: false } });

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

/** A workbook as branches send it: a title above the header, two languages, days with full stops, a name in one cell, zeros in front. */
const branchBook = () =>
  workbookOf([
    {
      name: "Kunden",
      header: ["Kundenliste der Filiale Bozen, Stand 24.11.2026"],
      rows: [
        ["Kd.-Kennung", "Person", "Betreuer", "Geb.", "Wohnsitzland", "CAP"],
        ["000417", "Anna Beispiel", "B7", "03.04.1975", "Deutschland", "50667"],
        ["000418", "Esempio, Bruno", "B2", "31.12.1980", "Italien", "00184"],
        ["000419", "Carla Prova", "B7", "15.07.1966", "Österreich", "1010"],
      ],
    },
  ]);

test("a messy European workbook is mapped with the keys alone, and every row of it can be sent", async ({
  as,
  api,
}) => {
  const operator = await api("operator");
  const { migrationId } = await operator.call(createMigration, {
    body: { name: "Branch", sourceSystem: "A workbook" },
  });
  const page = await as("operator");
  const presses = await pressesOfMouse(page);

  await test.step("the workbook is chosen, said to hold people, and uploaded", async () => {
    await page.goto(`/migrations/${migrationId}/files`);
    await expect(page.getByRole("heading", { level: 1, name: "Files" })).toBeVisible();
    const choosing = page.waitForEvent("filechooser");
    await pressOn(page, page.getByRole("button", { name: "Choose files" }));
    const workbook = await buffer(branchBook());
    await (await choosing).setFiles({ name: "kunden.xlsx", mimeType: "application/octet-stream", buffer: workbook });
    await tabTo(page, page.getByRole("radio", { name: "An individual" }));
    await page.keyboard.press("Space");
    // The button stands above the choices.
    await pressOn(page, page.getByRole("button", { name: "Upload", exact: true }), "Shift+Tab");
    await expect(page.getByText("3 rows in 6 columns, kept as they were written.")).toBeVisible();
    await pressOn(page, page.getByRole("link", { name: "Map columns of kunden.xlsx" }));
    await expect(page.getByRole("heading", { level: 1, name: "Mapping" })).toBeVisible();
  });

  await test.step("what the headers do not say is answered, column by column", async () => {
    await chooseWithKeys(page, "Kd.-Kennung", "client ref", /^Client reference/);
    await chooseWithKeys(page, "Person", "full name", /^Given names/);
    await chooseWithKeys(page, "Betreuer", "ignore", /^Ignore/);
    await expect(fieldOf(page, "Geb.")).toHaveValue(/^Date of birth/);
    await expect(fieldOf(page, "Wohnsitzland")).toHaveValue(/^Address country/);
    await expect(fieldOf(page, "CAP")).toHaveValue(/^Postcode/);
  });

  await test.step("the bench shows the second row as Passfort would get it", async () => {
    const bench = page.getByRole("region", { name: "Bench" });
    await tabTo(page, bench.getByLabel("Row"));
    await page.keyboard.press("ControlOrMeta+A");
    await page.keyboard.type("2");
    await pressOn(page, bench.getByRole("button", { name: "Show what Passfort would get" }));
    for (const line of [
      '"customer_ref": "000418"',
      '"family_name": "Esempio"',
      '"dob": "1980-12-31"',
      '"country": "ITA"',
      '"postal_code": "00184"',
    ])
      await expect(bench.getByText(line)).toBeVisible();
  });

  await pressOn(page, page.getByRole("button", { name: "Save and check every row" }));
  await expect(page.getByText(/^3 clients = 3 ready/)).toBeVisible();
  expect(await presses()).toBe(0);
});

const fieldOf = (page: Page, column: string): Locator =>
  page.getByRole("combobox", { name: `Field for column ${column}`, exact: true });

/** Says on the mapping screen what a column becomes, without the mouse. */
async function chooseWithKeys(page: Page, column: string, choice: string, becomes: RegExp): Promise<void> {
  await tabTo(page, fieldOf(page, column));
  await page.keyboard.type(choice);
  await expect(page.getByRole("option")).toHaveCount(1);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(fieldOf(page, column)).toHaveValue(becomes);
}

/** Goes there by Tab, and presses it. */
async function pressOn(page: Page, goal: Locator, key?: "Shift+Tab"): Promise<void> {
  await expect(goal).toBeVisible();
  await tabTo(page, goal, key);
  await page.keyboard.press("Enter");
}

/** How often a mouse, a pen or a finger was pressed on the page that is open. */
async function pressesOfMouse(page: Page): Promise<() => Promise<number>> {
  let presses = 0;
  await page.exposeFunction("tellOfPress", () => {
    presses += 1;
  });
  await page.addInitScript(() =>
    addEventListener("pointerdown", () => (window as unknown as { tellOfPress(): void }).tellOfPress(), true),
  );
  return async () => presses;
}

/** Presses Tab until this has the focus: as many times as a person would have the patience for. */
async function tabTo(page: Page, goal: Locator, key: "Tab" | "Shift+Tab" = "Tab"): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    if (await goal.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  await expect(goal).toBeFocused();
}
