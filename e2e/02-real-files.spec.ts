import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expectAccessible } from "./support/accessible.ts";
import { chooseField, chooseFile, openStage, startMigration } from "./support/on-screen.ts";
import { expect, test } from "./support/story.ts";

const sample = (name: string) => join(import.meta.dirname, "../samples", name);

test("a thousand people with typos and gaps: what cannot be mapped ends as issues a person understands", async ({
  as,
}) => {
  const operator = await as("operator");
  await startMigration(operator, "Splink people", "Splink fake people 1000");
  await chooseFile(operator, sample("splink-fake-people-1000.csv"));
  await operator.getByRole("button", { name: "Upload", exact: true }).click();
  await expect(operator.getByText("1,000 rows in 7 columns, kept as they were written.")).toBeVisible();

  await test.step("the file has no country, so the operator says it for every row", async () => {
    await operator.getByRole("link", { name: "Map columns of splink-fake-people-1000.csv" }).click();
    await expect(operator.getByRole("combobox", { name: "Field for column dob" })).toHaveValue(/Date of birth/);
    await expect(operator.getByRole("combobox", { name: "Dates are written as" })).toHaveValue(/^YYYY-MM-DD/);
    await expect(operator.getByText(/have a source\. Rows without them cannot leave/)).toBeVisible();
    const suggested = { unique_id: /^Client reference/, first_name: /^Given names/, city: /^Town or city/ };
    for (const [column, field] of Object.entries(suggested))
      await expect(operator.getByRole("combobox", { name: `Field for column ${column}` })).toHaveValue(field);
    await operator.getByRole("button", { name: "Add a value" }).click();
    const constants = operator.getByRole("region", { name: "The same for every row" });
    await constants.getByRole("combobox", { name: "Field" }).fill("Address country");
    await operator.getByRole("option", { name: /^Address country/ }).click();
    await constants.getByRole("textbox", { name: "Value" }).fill("United Kingdom");
    await expect(constants.getByText("GBR")).toBeVisible();
    await expect(operator.getByText("All have a source.")).toBeVisible();
    await expectAccessible(operator);
    await operator.getByRole("button", { name: /^Ignore the remaining/ }).click();
    await operator.getByRole("button", { name: "Save and check every row" }).click();
  });

  await test.step("the gaps are counted by cause, with examples", async () => {
    const { given, family, either } = gapsInSplink();
    const noName = operator.getByRole("article", { name: /^Required value is missing, Given names/ });
    await expect(noName).toHaveText(new RegExp(`^${given}\\s*clients`));
    const noSurname = operator.getByRole("article", { name: /^Required value is missing, Family name/ });
    await expect(noSurname).toHaveText(new RegExp(`^${family}\\s*clients`));
    await noSurname.getByRole("button", { name: "10 examples" }).click();
    await expect(noSurname.getByText("Family name is empty.").first()).toBeVisible();
    await expect(noSurname.getByText("How to fix it:")).toBeVisible();
    const emails = operator.getByRole("article", { name: /^E-mail address is malformed/ });
    await emails.getByRole("button", { name: "10 examples" }).click();
    await expect(emails.getByText("E-mail “jamesd75collins.biz” is not an e-mail address.")).toBeVisible();
    const [, invalid] =
      /= (\d+) invalid/.exec((await operator.getByText(/^1,000 clients = /).textContent()) ?? "") ?? [];
    expect(Number(invalid)).toBeGreaterThan(either);
    await expectAccessible(operator);
  });

  await test.step("one of them opens as a client with its issue and where it stands in the file", async () => {
    const noSurname = operator.getByRole("article", { name: /^Required value is missing, Family name/ });
    await noSurname.getByRole("link").filter({ hasText: /^\d+$/ }).first().click();
    await expect(operator.getByText(/Row \d+ \(line \d+\) of splink-fake-people-1000\.csv/)).toBeVisible();
    await expect(operator.getByText("Family name is empty.")).toBeVisible();
    await expectAccessible(operator);
  });
});

test("the register of companies: five dozen columns, one of them the number, none a reference", async ({ as }) => {
  const operator = await as("operator");
  await startMigration(operator, "Companies House", "Basic company data");
  await chooseFile(operator, sample("companies-house-basic-sample.csv"));
  await expect(operator.getByRole("radio", { name: "A company" })).toBeChecked();
  await operator.getByRole("button", { name: "Upload", exact: true }).click();
  await expect(operator.getByText("9 rows in 55 columns, kept as they were written.")).toBeVisible();

  await test.step("without a reference nothing can leave, and the review says so", async () => {
    await operator.getByRole("link", { name: "Map columns of companies-house-basic-sample.csv" }).click();
    await expect(operator.getByRole("combobox", { name: "Field for column CompanyNumber" })).toHaveValue(
      /Registration number/,
    );
    await expect(operator.getByRole("combobox", { name: "Field for column CountryOfOrigin" })).toHaveValue(
      /Country of incorporation/,
    );
    await operator.getByRole("button", { name: /^Show 15 more of 55/ }).click();
    await expectAccessible(operator);
    await operator.getByRole("button", { name: /^Ignore the remaining/ }).click();
    await expect(operator.getByText(/No column gives client reference/)).toBeVisible();
    await operator.getByRole("button", { name: "Save and check every row" }).click();
    const noReference = operator.getByRole("article", { name: /^Required value is missing, Client reference/ });
    await expect(noReference).toHaveText(/^9\s*clients/);
    await expect(operator.getByText(/^9 clients = 9 invalid$/)).toBeVisible();
  });

  await test.step("the address of each entry serves as its reference; the country that the register leaves out is said once for all; and they are ready", async () => {
    await openStage(operator, "Mapping");
    await expect(operator.getByText("All have a source.")).toBeHidden();
    await chooseField(operator, "URI", "Client reference");
    await expect(operator.getByText("All have a source.")).toBeVisible();
    await operator.getByRole("button", { name: "Save and check every row" }).click();
    const noCountry = operator.getByRole("article", { name: /^Required value is missing, Address country/ });
    await noCountry.getByRole("button", { name: /^Correct/ }).click();
    const dialog = operator.getByRole("dialog");
    await dialog.getByLabel(/should be$/).fill("United Kingdom");
    await dialog.getByLabel("Reason").fill("The register is that of the United Kingdom");
    await dialog.getByRole("button", { name: /^Correct \d+ clients?$/ }).click();
    await expect(noCountry).toBeHidden();
    await expect(operator.getByText(/^9 clients = .*9 ready and waiting/)).toBeVisible();
    await expectAccessible(operator);
  });
});

/** Counted from the file itself: people without a first name, without a surname, without either or both. */
function gapsInSplink(): { given: number; family: number; either: number } {
  const rows = readFileSync(sample("splink-fake-people-1000.csv"), "utf8").trimEnd().split("\n").slice(1);
  const names = rows.map((row) => row.split(",").slice(1, 3));
  const count = (isGap: (given: string, family: string) => boolean) =>
    names.filter(([given = "", family = ""]) => isGap(given, family)).length;
  return {
    given: count((given) => given === ""),
    family: count((_, family) => family === ""),
    either: count((given, family) => given === "" || family === ""),
  };
}
