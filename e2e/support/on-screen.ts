import { expect, type Page } from "@playwright/test";

/** Starts a migration from the list, ends on its files, and gives its id. */
export async function startMigration(page: Page, name: string, sourceSystem: string): Promise<string> {
  await page.goto("/");
  await page.getByRole("button", { name: "New migration" }).click();
  const dialog = page.getByRole("dialog", { name: "New migration" });
  await dialog.getByLabel("Name").fill(name);
  await dialog.getByLabel("Source system").fill(sourceSystem);
  await dialog.getByRole("button", { name: "Start with the files" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Files" })).toBeVisible();
  return /migrations\/([0-9a-f-]+)\//.exec(page.url())?.[1] ?? "";
}

type Chosen = string | { name: string; mimeType: string; buffer: Buffer };

/** Chooses a file for upload, as the drop zone would get it. */
export async function chooseFile(page: Page, file: Chosen): Promise<void> {
  await page.getByLabel("CSV files", { exact: true }).setInputFiles(file);
}

export const csvFile = (name: string, content: string | Buffer) => ({
  name,
  mimeType: "text/csv",
  buffer: Buffer.from(content),
});

/** Says on the mapping screen what a column becomes. */
export async function chooseField(page: Page, column: string, field: string): Promise<void> {
  const select = page.getByRole("combobox", { name: `Field for column ${column}`, exact: true });
  await select.fill(field);
  await page.getByRole("option", { name: field }).first().click();
}

/** Goes to a stage of the migration on screen. */
export async function openStage(page: Page, stage: string): Promise<void> {
  const stages = page.getByRole("navigation", { name: "Stages of this migration" });
  await stages.getByRole("link", { name: new RegExp(`^${stage}`) }).click();
  await expect(page.getByRole("heading", { level: 1, name: stage })).toBeVisible();
}
