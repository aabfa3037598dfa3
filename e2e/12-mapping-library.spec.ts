import { readFileSync, writeFileSync } from "node:fs";
import type { Page, TestInfo } from "@playwright/test";
import { takeInMapping } from "../lib/contracts/mapping-library.ts";
import { expectAccessible } from "./support/accessible.ts";
import { chooseField, chooseFile, csvFile, openStage, startMigration } from "./support/on-screen.ts";
import { expect, test } from "./support/story.ts";

const october = [
  "KD_NR,Vorname,Nachname,DOB,Land,Filiale",
  "00012,Jörg,Müller,03/04/1975,Deutschland,N1",
  "00013,Änne,Groß,31/12/1980,Österreich,N2",
].join("\n");

/** A month later: a column has another name, one is new, one is gone, and dates are written otherwise. */
const november = [
  "KD_NR,Vorname,Familienname,DOB,Land,Newsletter",
  "00021,Karl,Probe,1966-07-15,Deutschland,yes",
  "00022,Ada,Muster,1990-02-03,Schweiz,no",
].join("\n");

test("a mapping is kept in the library, offered for the next file with its drift, and its versions are told in words", async ({
  as,
}, info) => {
  test.setTimeout(420_000);
  const page = await as("operator");
  const sourceSystem = `Kernbank ${Date.now().toString(36)}`;

  await test.step("the first file is mapped and saved, and its mapping is kept in the library", async () => {
    await uploaded(page, "October", sourceSystem, "october.csv", october);
    await chooseField(page, "KD_NR", "Client reference");
    await chooseField(page, "Filiale", "Ignore on purpose");
    await saveAndReview(page);
    await openStage(page, "Mapping");
    const library = page.getByRole("region", { name: "Mapping library" });
    await expect(library.getByText(/^Not in the library/)).toBeVisible();
    await library.getByRole("button", { name: "Save to the library" }).click();
    const dialog = page.getByRole("dialog", { name: "Save to the library" });
    await dialog.getByLabel("Name").fill("Private clients");
    await expect(dialog.getByText("A new mapping of this name is added, as version 1.")).toBeVisible();
    await expectAccessible(page, ["light"]);
    await dialog.getByRole("button", { name: "Save to the library" }).click();
    await expect(library.getByText("The same as Private clients, version 1.")).toBeVisible();
  });

  await test.step("the next file of that system is compared with it, and what changed is told", async () => {
    await uploaded(page, "November", sourceSystem, "november.csv", november);
    const offer = page.getByRole("region", { name: "An earlier mapping suits this file" });
    await expect(offer.getByText("Private clients, version 1")).toBeVisible();
    await expect(
      offer.getByText(
        "4 columns are the same, 1 probably renamed, 1 new, 1 missing. 1 thing about the values is not as before.",
      ),
    ).toBeVisible();
    await expect(offer.getByRole("checkbox", { name: "“Nachname” is “Familienname” now" })).toBeChecked();
    await expect(offer.getByText("“Filiale”; it was ignored.")).toBeVisible();
    await expect(offer.getByText(/“DOB” was written as DD\/MM\/YYYY; none of its values is/)).toBeVisible();
    await expectAccessible(page);
    await fitsAPhone(page);
  });

  await test.step("nothing is used before a person says so; then what fits is taken, and what is new stays open", async () => {
    await page.getByRole("button", { name: "Use it" }).click();
    await expect(page.getByText("Taken from Private clients, version 1")).toBeVisible();
    await expect(page.getByRole("combobox", { name: "Field for column KD_NR" })).toHaveValue(/^Client reference/);
    await expect(page.getByRole("combobox", { name: "Field for column Familienname" })).toHaveValue(/^Family name/);
    await expect(page.getByRole("combobox", { name: "Field for column Newsletter" })).toHaveValue("");
    await expect(page.getByText(/^Choose how the dates of “DOB” are written/)).toBeVisible();
    await expectAccessible(page);
    await page.getByRole("combobox", { name: "Dates are written as" }).click();
    await page.getByRole("option", { name: /^YYYY-MM-DD/ }).click();
    await chooseField(page, "Newsletter", "Ignore on purpose");
  });

  await test.step("saved, it differs from the library: the next version is offered with the difference in words", async () => {
    await page.getByRole("button", { name: "Save and check every row" }).click();
    const dialog = page.getByRole("dialog", { name: "Keep this for the next file as well?" });
    await expect(
      dialog.getByText("“DOB” (Date of birth): dates are read as YYYY-MM-DD instead of DD/MM/YYYY."),
    ).toBeVisible();
    await expect(dialog.getByText("“Newsletter” is new; it is ignored on purpose.")).toBeVisible();
    await expectAccessible(page);
    await dialog.getByRole("button", { name: "Save as the next version of “Private clients”" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Review" })).toBeVisible();
  });

  await test.step("an earlier version of a file's mapping is used again, after what will change was read", async () => {
    await openStage(page, "Mapping");
    await chooseField(page, "Newsletter", "Title");
    await page.getByRole("button", { name: "Save and check every row" }).click();
    await page.getByRole("button", { name: "Only for this file" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Review" })).toBeVisible();
    await openStage(page, "Mapping");
    const versions = page.getByRole("region", { name: "Versions" });
    await expect(versions.getByText("“Newsletter” was ignored and now becomes Title.")).toBeVisible();
    await versions.getByRole("button", { name: "Use version 1 again" }).click();
    const dialog = page.getByRole("dialog", { name: "Use version 1 again?" });
    await expect(dialog.getByText("“Newsletter” became Title and is now ignored on purpose.")).toBeVisible();
    await expectAccessible(page, ["light"]);
    await dialog.getByRole("button", { name: "Use it and check every row" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Review" })).toBeVisible();
  });

  let downloaded = "";
  await test.step("the library shows both versions in words, and gives one out as JSON", async () => {
    await page.getByRole("link", { name: "Mapping library" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Mapping library" })).toBeVisible();
    const kept = page.getByRole("region", { name: sourceSystem });
    await expect(kept.getByRole("row", { name: /Private clients Individuals 2/ })).toBeVisible();
    await expectAccessible(page);
    await fitsAPhone(page);
    await kept.getByRole("link", { name: "Private clients" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Private clients" })).toBeVisible();
    const difference = page.getByRole("list", { name: "From version 1 to version 2" });
    await expect(
      difference.getByText("“Nachname” is now called “Familienname”; it becomes Family name, as before."),
    ).toBeVisible();
    await expect(page.getByRole("row", { name: /“DOB” Date of birth \(dates as YYYY-MM-DD\)/ })).toBeVisible();
    await expectAccessible(page);
    await fitsAPhone(page);
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "Download version 2 as JSON" }).click(),
    ]);
    downloaded = readFileSync(await download.path(), "utf8");
    expect(JSON.parse(downloaded)).toMatchObject({ format: "causeway-mapping/1", name: "Private clients" });
  });

  await test.step("uploaded again it is the same; changed, it says beforehand what it will do; broken, it is refused in a sentence", async () => {
    await page.goto("/settings/mapping-library");
    await page.getByRole("button", { name: "Take in a mapping file" }).click();
    const dialog = page.getByRole("dialog", { name: "Take in a mapping file" });
    const choose = (text: string) => chooseMapping(page, info, text);
    await choose(downloaded);
    await expect(dialog.getByText(/It is the same as version 2 of “Private clients”/)).toBeVisible();
    await expect(dialog.getByRole("button", { name: "Take it in" })).toBeDisabled();
    await choose(downloaded.replace("YYYY-MM-DD", "ddmmyy"));
    await expect(dialog.getByText(/This file cannot be taken in\. In “mapping, assignments, number/)).toBeVisible();
    await choose("KD_NR;Vorname");
    await expect(dialog.getByText(/^This file is not JSON/)).toBeVisible();
    await choose(downloaded.replace("YYYY-MM-DD", "YYYY/MM/DD"));
    await expect(dialog.getByText(/It becomes version 3 of “Private clients”/)).toBeVisible();
    await expect(
      dialog.getByText("“DOB” (Date of birth): dates are read as YYYY/MM/DD instead of YYYY-MM-DD."),
    ).toBeVisible();
    await expectAccessible(page);
    await dialog.getByRole("button", { name: "Take it in" }).click();
    await expect(page.getByRole("heading", { level: 3, name: "Version 3" })).toBeVisible();
  });

  await test.step("it is renamed, retired and brought back", async () => {
    await page.getByRole("button", { name: "Rename" }).click();
    await page.getByRole("dialog").getByLabel("Name").fill("Private people");
    await page.getByRole("button", { name: "Rename it" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Private people" })).toBeVisible();
    await page.getByRole("button", { name: "Retire" }).click();
    await page.getByRole("button", { name: "Retire it" }).click();
    await expect(page.getByText("Retired: no longer offered for new files")).toBeVisible();
    await expectAccessible(page);
    await page.getByRole("button", { name: "Bring it back" }).click();
    await expect(page.getByText("Retired: no longer offered for new files")).toBeHidden();
  });
});

test("whoever may only look reads the library and changes nothing in it", async ({ as, api }) => {
  const sourceSystem = `Archive ${Date.now().toString(36)}`;
  const document = {
    format: "causeway-mapping/1",
    name: "Old clients",
    sourceSystem,
    entityType: "individual",
    columns: ["Id"],
    mapping: { assignments: [{ column: { header: "Id" }, field: "reference", transforms: [] }], constants: [] },
  };
  await (await api("operator")).call(takeInMapping, { body: { document, note: "", fileName: "old.json" } });
  const page = await as("auditor");
  await page.goto("/settings/mapping-library");
  const kept = page.getByRole("region", { name: sourceSystem });
  await expect(kept).toBeVisible();
  await expect(page.getByRole("button", { name: "Take in a mapping file" })).toHaveCount(0);
  await kept.getByRole("link", { name: "Old clients" }).click();
  await expect(page.getByRole("row", { name: "“Id” Client reference" })).toBeVisible();
  for (const name of ["Rename", "Retire"]) await expect(page.getByRole("button", { name })).toHaveCount(0);
});

async function uploaded(page: Page, name: string, sourceSystem: string, fileName: string, content: string) {
  await startMigration(page, name, sourceSystem);
  await chooseFile(page, csvFile(fileName, content));
  await page.getByRole("radio", { name: "An individual" }).check();
  await page.getByRole("button", { name: "Upload", exact: true }).click();
  await page.getByRole("link", { name: `Map columns of ${fileName}` }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Mapping" })).toBeVisible();
}

async function saveAndReview(page: Page) {
  await page.getByRole("button", { name: "Save and check every row" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Review" })).toBeVisible();
}

async function chooseMapping(page: Page, info: TestInfo, text: string) {
  const path = info.outputPath("mapping.json");
  writeFileSync(path, text);
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("dialog").getByRole("button", { name: "Choose a mapping file" }).click();
  await (await chooser).setFiles(path);
}

async function fitsAPhone(page: Page) {
  await page.setViewportSize({ width: 390, height: 844 });
  const sideways = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  await expect.poll(sideways).toBeLessThanOrEqual(0);
  await page.setViewportSize({ width: 1440, height: 900 });
}
