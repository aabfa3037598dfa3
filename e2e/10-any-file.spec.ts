import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expectAccessible } from "./support/accessible.ts";
import { chooseFile, csvFile, startMigration } from "./support/on-screen.ts";
import { expect, test } from "./support/story.ts";

/** A German export: two lines of metadata, semicolons, Windows-1252, a line of totals at the end. */
const germanExport = [
  "Export vom 24.11.2026;Mandant 4711;;;;;",
  ";;;;;;",
  "Kundennr;Anrede;Vorname;Nachname;Geburtsdatum;Land;Telefon",
  "00012;Herr;Jörg;Müller;03.04.1975;Deutschland;0170 1234567",
  "00013;Frau;Änne;Groß;31.12.1980;Österreich;0664 123456",
  '00015;Herr;Karl;"Straße, von";15.07.1966;UdSSR;+49 30 123456',
  "Summe;;;;;;3",
].join("\r\n");

test("an export with metadata, umlauts and a line of totals is read, explained, and read again as the operator says", async ({
  as,
}) => {
  const page = await as("operator");
  await startMigration(page, "German book", "Ein altes System");
  await chooseFile(page, csvFile("kunden.csv", Buffer.from(germanExport, "latin1")));
  await page.getByRole("radio", { name: "An individual" }).check();
  await page.getByRole("button", { name: "Upload", exact: true }).click();
  await expect(page.getByText("4 rows in 7 columns, kept as they were written.")).toBeVisible();

  await test.step("it says how it was read, and what to look at", async () => {
    await page.getByRole("button", { name: /^How it was read .*: kunden\.csv$/ }).click();
    const drawer = page.getByRole("dialog", { name: "How kunden.csv was read" });
    await expect(drawer.getByText(/so the text is read as Windows-1252/)).toBeVisible();
    await expect(
      drawer.getByText("The column names stand on line 3; the 2 lines above it are not part of the table."),
    ).toBeVisible();
    await expect(
      drawer.getByText("Line 7 is unlike the others. It begins with “Summe”, as totals and page footers do."),
    ).toBeVisible();
    await expect(drawer.getByRole("cell", { name: "Müller" })).toBeVisible();
    await expectAccessible(page);
    await page.setViewportSize({ width: 390, height: 844 });
    const sideways = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    // The navigation slides away first.
    await expect.poll(sideways).toBeLessThanOrEqual(0);
    await page.setViewportSize({ width: 1440, height: 900 });
  });

  await test.step("the line of totals is left out, and the file is read again", async () => {
    const drawer = page.getByRole("dialog", { name: "How kunden.csv was read" });
    await drawer.getByLabel("Rows to leave out at the end").fill("1");
    await expect(drawer.getByRole("cell", { name: "Summe" })).toBeHidden();
    await drawer.getByRole("button", { name: "Read again with this form" }).click();
    await expect(drawer).toBeHidden();
    await expect(page.getByText("3 rows in 7 columns, kept as they were written.")).toBeVisible();
  });

  await test.step("the bench shows a row as it is, and the exact JSON that Passfort would get", async () => {
    await page.getByRole("link", { name: "Map columns of kunden.csv" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Mapping" })).toBeVisible();
    await expect(page.getByText(/“UdSSR” may be Russian Federation, Ukraine/)).toBeVisible();
    const bench = page.getByRole("region", { name: "Bench" });
    await bench.getByRole("button", { name: "Show what Passfort would get" }).click();
    await expect(bench.getByText('"customer_ref": "00012"')).toBeVisible();
    await expect(bench.getByText('"family_name": "Müller"')).toBeVisible();
    await expectAccessible(page);
  });
});

test("a workbook and a JSON file are read like any other, cell by cell as text", async ({ as }) => {
  const page = await as("operator");
  await startMigration(page, "Workbooks", "A spreadsheet");
  const workbook = readFileSync(join("lib", "stages", "parse", "golden", "exports", "hellocsv-example-3.xlsx"));
  await chooseFile(page, { name: "staff.xlsx", mimeType: "application/octet-stream", buffer: workbook });
  await page.getByRole("radio", { name: "An individual" }).check();
  await page.getByRole("button", { name: "Upload", exact: true }).click();
  await expect(page.getByText(/^4 rows in \d+ columns, kept as they were written\.$/)).toBeVisible();
  await page.getByRole("button", { name: /^How it was read/ }).click();
  await expect(page.getByText("This is an Excel workbook.")).toBeVisible();
  await expect(page.getByRole("cell", { name: "1234567", exact: true })).toBeVisible();
  await expectAccessible(page, ["light"]);
  await page.keyboard.press("Escape");

  const json = '[{"client no":"0007","name":{"first":"Ann","last":"Test"},"balance":1.0,"id":12345678901234567890}]';
  await chooseFile(page, { name: "clients.json", mimeType: "application/json", buffer: Buffer.from(json) });
  await page.getByRole("radio", { name: "An individual" }).check();
  await page.getByRole("button", { name: "Upload", exact: true }).click();
  await expect(page.getByText("1 row in 5 columns, kept as it was written.")).toBeVisible();
});

test("a template is downloaded, and maps itself when it is uploaded; an empty archive says what to do", async ({
  as,
}) => {
  const page = await as("operator");
  await startMigration(page, "From a template", "Nothing yet");
  await expect(page.getByText(/10,000,000 rows, 2,000 columns and 1,000,000 characters in a cell/)).toBeVisible();
  const downloading = page.waitForEvent("download");
  await page.getByRole("link", { name: "Template for companies as XLSX" }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe("causeway-template-companies.xlsx");
  await expectAccessible(page);

  const buffer = readFileSync(await download.path());
  await chooseFile(page, { name: "companies.xlsx", mimeType: "application/octet-stream", buffer });
  await page.getByRole("radio", { name: "A company" }).check();
  await page.getByRole("button", { name: "Upload", exact: true }).click();
  await expect(page.getByText(/^3 rows in \d+ columns, kept as they were written\.$/)).toBeVisible();

  const emptyArchive = Buffer.concat([Buffer.from("PK\x05\x06", "latin1"), Buffer.alloc(18)]);
  await chooseFile(page, { name: "documents.zip", mimeType: "application/zip", buffer: emptyArchive });
  await page.getByRole("radio", { name: "An individual" }).check();
  await page.getByRole("button", { name: "Upload", exact: true }).click();
  await expect(page.getByText(/This is a ZIP archive, not a CSV file\. Unpack it/)).toBeVisible();
});
