import { suggestedMapping } from "../bin/demo/suggested-mapping.ts";
import { waitFor } from "../bin/demo/wait-for.ts";
import { readFile } from "../lib/contracts/files.ts";
import { listCauses } from "../lib/contracts/issues.ts";
import { readMapping, saveMapping } from "../lib/contracts/mapping.ts";
import { createMigration } from "../lib/contracts/migrations.ts";
import { expectAccessible } from "./support/accessible.ts";
import { chooseReturned, type Sheet, sheetOf, workbook } from "./support/problem-sheet.ts";
import { expect, test } from "./support/story.ts";

const book = [
  "Client ID,First name,Surname,Date of birth,Country,Phone,Account number",
  "00017,Ann,,13/04/1980,United Kingdom,+447700900123,12345678901234567890",
  "00018,Bob,Day,14/05/1981,United Kingdom,,0000123",
  "00019,Cy,Fox,31/02/1980,United Kingdom,,=1+1",
  "00020,Di,Low,15/06/1982,Narnia,,1/2",
  "00021,Ed,Moor,16/07/1983,Albion,,SEPT1",
].join("\n");

test("problems are downloaded, corrected in a spreadsheet and returned half done and in another order; what changes is seen first, and taken back", async ({
  as,
  api,
}) => {
  const operator = await api("operator");
  const { migrationId } = await operator.call(createMigration, {
    body: { name: "Fix and return", sourceSystem: "Ledgerline 4 (synthetic)" },
  });
  const { fileId } = await operator.upload(
    `/api/migrations/${migrationId}/files?entityType=individual`,
    "book.csv",
    book,
  );
  await waitFor("the file to be read", async () =>
    (await operator.call(readFile, { params: { fileId } })).status === "parsed" ? true : undefined,
  );
  const { version } = await operator.call(saveMapping, {
    params: { fileId },
    body: suggestedMapping(await operator.call(readMapping, { params: { fileId } })),
  });
  await waitFor("the rows to be checked", async () =>
    (await operator.call(readFile, { params: { fileId } })).checkedVersion === version ? true : undefined,
  );
  const counts = async () => (await operator.call(listCauses, { params: { migrationId } })).counts;
  const before = await counts();
  expect(before).toMatchObject({ clients: 5, invalid: 4 });
  const page = await as("operator");
  await page.goto(`/migrations/${migrationId}/review`);
  const card = page.getByRole("region", { name: "Fix in a spreadsheet" });
  let sheet: Sheet = { header: [], rows: [] };

  await test.step("the rows with errors are downloaded as a workbook", async () => {
    await card.getByRole("button", { name: "Download the problems…" }).click();
    const dialog = page.getByRole("dialog", { name: "Download the problems" });
    await expect(dialog.getByLabel("With errors: 4 rows")).toBeChecked();
    await expectAccessible(page);
    const download = page.waitForEvent("download");
    await dialog.getByRole("link", { name: "Download XLSX" }).click();
    sheet = await sheetOf(await download);
    expect(sheet.rows.map((cells) => cells[3])).toEqual(["00017", "00019", "00020", "00021"]);
    await dialog.getByRole("button", { name: "Close" }).last().click();
  });

  await test.step("a file without row ids is refused with the reason", async () => {
    await card.getByRole("button", { name: "Return a corrected file…" }).click();
    await chooseReturned(page, "book.csv", Buffer.from(book));
    await expect(page.getByText(/There is no column “Row id \(leave as it is\)”/)).toBeVisible();
    await expectAccessible(page, ["light"]);
  });

  await test.step("half corrected and in another order, it is shown what will change and what was the spreadsheet's doing", async () => {
    const [ann = [], cy = [], di = []] = sheet.rows;
    const account = sheet.header.indexOf("Account number");
    const returned = [
      di.with(sheet.header.indexOf("Country"), "France"),
      cy.with(account, "2"),
      ann.with(sheet.header.indexOf("Surname"), "Smith").with(account, "1.23456789012346E+19"),
    ];
    await chooseReturned(page, "corrected.xlsx", await workbook({ ...sheet, rows: returned }));
    const dialog = page.getByRole("dialog", { name: "Return a corrected file" });
    await expect(dialog.getByText("2 cells in 2 rows of book.csv will be corrected.")).toBeVisible();
    await expect(dialog.getByText(/1 row of the problem sheet did not come back/)).toBeVisible();
    await expect(dialog.getByRole("row", { name: /Country N•+ F•+/ })).toBeVisible();
    await dialog.getByRole("tab", { name: "Kept as before (2)" }).click();
    await expect(dialog.getByText(/power of ten/).last()).toBeVisible();
    await expectAccessible(page);
    expect(await counts()).toEqual(before);
  });

  await test.step("it is applied with a reason, and there are fewer problems", async () => {
    const dialog = page.getByRole("dialog", { name: "Return a corrected file" });
    await dialog.getByLabel("Reason").fill("Corrected by client services");
    await dialog.getByRole("button", { name: "Correct 2 cells" }).click();
    await expect(page.getByText("2 cells in 2 rows corrected")).toBeVisible();
    expect(await counts()).toMatchObject({ clients: 5, invalid: before.invalid - 2 });
    const list = page.getByRole("region", { name: "1 correction" });
    await expect(list.getByText(/2 cells of 2 rows in book.csv, returned: Surname and Country/)).toBeVisible();
    await expect(list.getByText("Corrected by client services")).toBeVisible();
    await expectAccessible(page, ["light"]);
  });

  await test.step("the correction is taken back as a whole", async () => {
    await page.getByRole("button", { name: /^Take back: 2 cells/ }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Take it back" }).click();
    await expect(page.getByText("The correction is taken back")).toBeVisible();
    await expect.poll(counts).toEqual(before);
  });
});
