import { readFile } from "node:fs/promises";
import type { Download, Page } from "@playwright/test";
import { workbookOf } from "../../lib/sheets/workbook-of.ts";
import { tableFrom } from "../../lib/stages/parse/test-stored.ts";

/** A problem sheet as a spreadsheet shows it. */
export type Sheet = { header: string[]; rows: string[][] };

export async function sheetOf(download: Download): Promise<Sheet> {
  const bytes = await readFile(await download.path());
  const { columns, rows } = await tableFrom(bytes, download.suggestedFilename(), { headerLine: 1 });
  return { header: columns, rows };
}

export async function workbook({ header, rows }: Sheet): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of workbookOf([{ name: "Problems", header, rows }])) pieces.push(piece);
  return Buffer.concat(pieces);
}

/** Chooses the corrected file in the dialog that takes it back. */
export async function chooseReturned(page: Page, name: string, buffer: Buffer): Promise<void> {
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("dialog").getByRole("button", { name: "Choose the file" }).click();
  await (await chooser).setFiles({ name, mimeType: "application/octet-stream", buffer });
}
