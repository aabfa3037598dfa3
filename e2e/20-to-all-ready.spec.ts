import { join } from "node:path";
import { listCauses } from "../lib/contracts/issues.ts";
import { expectAccessible } from "./support/accessible.ts";
import { savedByLibreOffice } from "./support/libre-office.ts";
import { chooseFile, openStage, startMigration } from "./support/on-screen.ts";
import { chooseReturned, type Sheet, sheetOf, workbook } from "./support/problem-sheet.ts";
import { expect, test } from "./support/story.ts";

const sample = (name: string) => join(import.meta.dirname, "../samples", name);
const people = "senzing-customers.csv";
const companies = "wide-companies.csv";

/** What client services found in the papers, by the reference of the client and the column of the file. */
const found: Record<string, Record<string, string>> = {
  1034: { EMAIL_ADDRESS: "msentosa@fmail.com" },
  1069: { PRIMARY_NAME_LAST: "王", PRIMARY_NAME_FIRST: "杰", NATIONAL_ID_COUNTRY: "Hong Kong" },
  1071: { PRIMARY_NAME_LAST: "王", PRIMARY_NAME_FIRST: "伟" },
  1073: { PRIMARY_NAME_LAST: "张", PRIMARY_NAME_FIRST: "伟" },
  1075: { PRIMARY_NAME_LAST: "张", PRIMARY_NAME_FIRST: "秀英" },
  1077: { PRIMARY_NAME_LAST: "刘", PRIMARY_NAME_FIRST: "杰" },
  1081: { ADDR_COUNTRY: "Germany" },
  1083: { ADDR_COUNTRY: "Canada" },
};
const cellsFound = Object.values(found).flatMap((cells) => Object.keys(cells)).length;

test("a file of people and organisations and a wide file of companies come from their first upload to all ready", async ({
  as,
  api,
}) => {
  // Two files on their whole way, a spreadsheet program in between: a slow machine needs minutes.
  test.setTimeout(300_000);
  const operator = await api("operator");
  const page = await as("operator");
  const migrationId = await startMigration(page, "To all ready", "Truth sets and a wide table");
  const review = () => operator.call(listCauses, { params: { migrationId } });
  const cause = (title: string) => page.getByRole("article", { name: new RegExp(`^${title}`) });
  const dialog = page.getByRole("dialog");

  await test.step("both files are uploaded as what they are said to hold", async () => {
    await chooseFile(page, sample(people));
    await expect(page.getByRole("radio", { name: "Either of the two" })).toBeChecked();
    await page.getByRole("button", { name: "Upload", exact: true }).click();
    await expect(page.getByText("120 rows in 33 columns, kept as they were written.")).toBeVisible();
    await chooseFile(page, sample(companies));
    await expect(page.getByRole("radio", { name: "A company" })).toBeChecked();
    await page.getByRole("button", { name: "Upload", exact: true }).click();
    await expect(page.getByText("8 rows in 20 columns, kept as they were written.")).toBeVisible();
  });

  await test.step("people and organisations are told apart, and what is doubtful about their dates is said", async () => {
    await page.getByRole("link", { name: `Map columns of ${people}` }).click();
    await page.getByRole("button", { name: "Tell them apart by “RECORD_TYPE”" }).click();
    await expect(page.getByText("114 rows are people, 6 are companies.")).toBeVisible();
    await page.getByLabel("Two digits mean a year up to").fill("2015");
    await page.getByRole("checkbox", { name: /^MM\/DD\/YYYY/ }).check();
    // What was ignored before is proposed to be ignored: on a panel that knows the file nothing remains.
    const remaining = page.getByRole("button", { name: /^Ignore the remaining/ });
    if (await remaining.isVisible()) await remaining.click();
    await page.getByRole("button", { name: "Save and check every row" }).click();
    await expect(page.getByText("128 clients = 118 invalid + 8 not checked yet + 2 ready and waiting")).toBeVisible();
  });

  await test.step("the companies are mapped as it is proposed, and stand beside the people in one count", async () => {
    await openStage(page, "Mapping");
    await expect(page.getByRole("region", { name: "Associates in the same row" })).toBeVisible();
    await page.getByRole("button", { name: "Save and check every row" }).click();
    await expect(page.getByText("128 clients = 118 invalid + 10 ready and waiting")).toBeVisible();
    await expect(page.getByText("Nobody is invalid")).toBeHidden();
    await expectAccessible(page, ["light"]);
  });

  await test.step("organisations that no register knows are left out as a whole, with the reason", async () => {
    await cause("Required value is missing, Registration number")
      .getByRole("button", { name: "Exclude all 6" })
      .click();
    await dialog.getByLabel("Reason").fill("No register number: client services opens them anew");
    await dialog.getByRole("button", { name: "Exclude 6 clients" }).click();
    await expect(page.getByText("6 clients excluded")).toBeVisible();
    await expect(cause("Required value is missing, Country of incorporation")).toBeHidden();
  });

  await test.step("the problem sheet is corrected, saved by LibreOffice and returned", async () => {
    const card = page.getByRole("region", { name: "Fix in a spreadsheet" });
    await card.getByRole("button", { name: "Download the problems…" }).click();
    await expect(dialog.getByRole("combobox", { name: "File" })).toHaveValue(people);
    const download = page.waitForEvent("download");
    await dialog.getByRole("link", { name: "Download XLSX" }).click();
    const corrected = await workbook(withFound(await sheetOf(await download)));
    await dialog.getByRole("button", { name: "Close" }).last().click();
    const saved = await savedByLibreOffice(corrected);
    if (!saved)
      test.info().annotations.push({
        type: "LibreOffice was not there",
        description: "The problem sheet came back as this panel's own writer saved it. Install libreoffice-calc.",
      });
    await card.getByRole("button", { name: "Return a corrected file…" }).click();
    await chooseReturned(page, `problems-${people.replace("csv", "xlsx")}`, saved ?? corrected);
    await expect(
      dialog.getByText(`${cellsFound} cells in ${Object.keys(found).length} rows of ${people} will be corrected.`),
    ).toBeVisible();
    for (const other of ["Changed by somebody else", "Not taken"])
      await expect(dialog.getByRole("tab", { name: new RegExp(`^${other}`) })).toHaveCount(0);
    await expectAccessible(page, ["light"]);
    await dialog.getByLabel("Reason").fill("From the papers of client services");
    await dialog.getByRole("button", { name: `Correct ${cellsFound} cells` }).click();
    await expect(page.getByText(`${cellsFound} cells in ${Object.keys(found).length} rows corrected`)).toBeVisible();
    await expect(cause("Value needs another one beside it, National identity number, ")).toBeHidden();
  });

  await test.step("whole causes are corrected at once: the country of all addresses, and the country that numbers lack", async () => {
    await cause("Required value is missing, Address country").getByRole("button", { name: "Correct them…" }).click();
    await dialog.getByLabel("Address country should be").fill("United States");
    await dialog.getByLabel("Reason").fill("The book is of the branch in Nevada");
    await dialog.getByRole("button", { name: /^Correct \d+ clients$/ }).click();
    await expect(cause("Required value is missing, Address country")).toBeHidden();
    await cause("Value needs another one beside it").getByRole("button", { name: "Correct them…" }).click();
    await expect(dialog.getByRole("combobox", { name: "Field" })).toHaveValue("National identity number 2: country");
    await dialog.getByLabel("National identity number 2: country should be").fill("US");
    await dialog.getByLabel("Reason").fill("The column is of social security numbers");
    await expectAccessible(page, ["light"]);
    await dialog.getByRole("button", { name: "Correct 8 clients" }).click();
    await expect(cause("Value needs another one beside it")).toBeHidden();
  });

  await test.step("people without a date of birth are left out, and stay counted", async () => {
    const noDate = cause("Required value is missing, Date of birth");
    await noDate.getByRole("button", { name: /^Exclude all \d+$/ }).click();
    await dialog.getByLabel("Reason").fill("No date of birth in the papers: asked for at the next review");
    await dialog.getByRole("button", { name: /^Exclude \d+ clients$/ }).click();
    await expect(noDate).toBeHidden();
  });

  await test.step("in the grid a gender that says nothing is taken away from all who have it", async () => {
    await cause("Gender is not M or F")
      .getByRole("link", { name: /^See all/ })
      .click();
    await page.getByRole("checkbox", { name: "Select all 2 clients of this list" }).click();
    await page.getByRole("button", { name: "Set a value…" }).click();
    await dialog.getByRole("combobox", { name: "Field" }).click();
    await page.getByRole("option", { name: "Gender", exact: true }).click();
    await dialog.getByLabel("Reason").fill("Unknown is no gender: left open");
    await dialog.getByLabel("Type the number of records").fill("2");
    await dialog.getByRole("button", { name: "Take the value away from 2 records" }).click();
    await expect(page.getByText("2 records changed")).toBeVisible();
    await expect(page.getByRole("heading", { name: "Nothing matches" })).toBeVisible();
    await expectAccessible(page, ["light"]);
  });

  await test.step("the last client is corrected on its own page", async () => {
    await page.goto(`/migrations/${migrationId}/records?status=invalid`);
    await page.getByRole("link", { name: "1032", exact: true }).click();
    await page.getByRole("button", { name: "Correct date of birth" }).first().click();
    await dialog.getByLabel("Should be").fill("20 August 1991");
    await dialog.getByLabel("Reason").fill("The day stands first, as in the passport");
    await dialog.getByRole("button", { name: "Correct and check again" }).click();
    await expect(page.getByText("The client was checked again and is ready.")).toBeVisible();
  });

  await test.step("a share of 110 % is corrected in the review, and the company's associates have no errors", async () => {
    await page.goto(`/migrations/${migrationId}/review`);
    const share = cause("Percentage is not from 0 to 100");
    await expect(share.getByText(companies)).toBeVisible();
    await share.getByRole("button", { name: "Correct it…" }).click();
    await dialog.getByLabel("Percentage should be").fill("100");
    await dialog.getByLabel("Reason").fill("As the register of shareholders has it");
    await dialog.getByRole("button", { name: "Correct 1 associate" }).click();
    await expect(share).toBeHidden();
    await expect(page.getByText("Nobody is invalid")).toBeVisible();
    await expect(page.getByText(/warnings below are not acknowledged yet/)).toBeVisible();
  });

  await test.step("every warning is acknowledged with a reason", async () => {
    const buttons = page.getByRole("button", { name: "Acknowledge…" });
    const warnings = await buttons.count();
    expect(warnings).toBeGreaterThan(2);
    for (let left = warnings; left > 0; left -= 1) {
      await buttons.first().click();
      await dialog.getByLabel("Reason").fill("Looked at with client services: it is as it should be");
      await dialog.getByRole("button", { name: /^Acknowledge for/ }).click();
      await expect(buttons).toHaveCount(left - 1);
    }
    await expect(page.getByText("No warning waits for an answer.")).toBeVisible();
  });

  await test.step("nobody is invalid: everybody is ready or excluded, the numbers add up, and the plan is next", async () => {
    const { counts, families, readyFor } = await review();
    expect(counts).toMatchObject({ clients: 128, invalid: 0, unchecked: 0, waiting: 128 - counts.excluded });
    expect(families.invalid).toBe(0);
    await expect(
      page.getByText(`128 clients = ${counts.excluded} excluded + ${counts.waiting} ready and waiting`),
    ).toBeVisible();
    await expect(page.getByText("The numbers do not add up")).toHaveCount(0);
    await expect(page.getByRole("region", { name: `${counts.excluded} excluded clients` })).toBeVisible();
    await expectAccessible(page);
    const stages = page.getByRole("navigation", { name: "Stages of this migration" });
    await expect(stages.getByRole("link", { name: "Review Done. No errors" })).toBeVisible();
    await expect(stages.getByRole("link", { name: /^Plan Current\./ })).toBeVisible();
    await page.getByRole("link", { name: "Continue to the plan" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Plan" })).toBeVisible();
    await expect(page.getByText("Ready for limited compliance")).toBeVisible();
    await expect(page.getByRole("definition").filter({ hasText: String(readyFor.limited_compliance) })).toBeVisible();
    await expectAccessible(page, ["light"]);
  });
});

function withFound({ header, rows }: Sheet): Sheet {
  const reference = header.indexOf("RECORD_ID");
  const corrected = rows.map((cells) =>
    Object.entries(found[cells[reference] ?? ""] ?? {}).reduce(
      (row, [column, text]) => row.with(header.indexOf(column), text),
      cells,
    ),
  );
  return { header, rows: corrected };
}
