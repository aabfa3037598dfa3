import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Locator, Page } from "@playwright/test";
import { expectAccessible } from "./support/accessible.ts";
import { chooseFile, csvFile, startMigration } from "./support/on-screen.ts";
import { expect, test } from "./support/story.ts";

const wide = readFileSync(join("samples", "wide-companies.csv"));

test("companies with their directors and shareholders in one row are mapped with the keys alone, and stand together afterwards", async ({
  as,
}) => {
  // A person with a keyboard takes many small steps, and six screens are looked at by axe.
  test.setTimeout(300_000);
  const page = await as("operator");
  await page.goto("/");
  await expect(page.getByRole("heading", { level: 1, name: "Migrations" })).toBeVisible();

  await test.step("a migration is started", async () => {
    await press(page, page.getByRole("button", { name: "New migration" }));
    const dialog = page.getByRole("dialog", { name: "New migration" });
    await expect(dialog.getByLabel("Name")).toBeFocused();
    await page.keyboard.type("Families");
    await tabTo(page, dialog.getByLabel("Source system"));
    await page.keyboard.type("A wide table");
    await press(page, dialog.getByRole("button", { name: "Start with the files" }));
    await expect(page.getByRole("heading", { level: 1, name: "Files" })).toBeVisible();
  });

  await test.step("the file is chosen and uploaded as what its headers say", async () => {
    const chooser = page.waitForEvent("filechooser");
    await press(page, page.getByRole("button", { name: /choose/i }).first());
    await (await chooser).setFiles({ name: "wide-companies.csv", mimeType: "text/csv", buffer: wide });
    await expect(page.getByRole("radio", { name: "A company" })).toBeChecked();
    await expect(page.getByText(/its columns speak of director 1, which companies have/)).toBeVisible();
    await press(page, page.getByRole("button", { name: "Upload", exact: true }));
    await expect(page.getByText("8 rows in 20 columns, kept as they were written.")).toBeVisible();
    await expectAccessible(page, ["light"]);
  });

  await test.step("each numbered associate has a section; what is done to one is done to its series", async () => {
    await press(page, page.getByRole("link", { name: "Map columns of wide-companies.csv" }));
    const section = page.getByRole("region", { name: "Associates in the same row" });
    await expect(section.getByRole("button", { name: /^Director 1 4 columns mapped/ })).toBeVisible({
      timeout: 60_000,
    });
    await expect(section.getByRole("combobox", { name: "Field for column director_1_dob" })).toBeVisible();
    const third = section.getByRole("button", { name: /^Shareholder 1 / });
    await press(page, third);
    await expect(third).toHaveAttribute("aria-expanded", "true");
    await expect(section.getByText("most names end with a legal form")).toBeVisible();
    const percentage = section.getByRole("combobox", { name: "Field for column shareholder_1_pct" });
    await expect(percentage).toHaveValue("Shareholder 1: Percentage");
    await tabTo(page, percentage);
    await page.keyboard.press("ControlOrMeta+A");
    await page.keyboard.type("Ignore on");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await expect(percentage).toHaveValue("Ignore on purpose");
    await tabTo(page, page.getByRole("button", { name: "Use the suggestion: Shareholder 1: Percentage" }));
    await page.keyboard.press("Enter");
    await expect(percentage).toHaveValue("Shareholder 1: Percentage");
    await tabTo(page, section.getByRole("button", { name: "Map Shareholder 2 like this" }), "Shift+Tab");
    await page.keyboard.press("Enter");
    await expectAccessible(page, ["light"]);
  });

  await test.step("what no column says of a shareholder, and is the same for all of them, is said once for the series", async () => {
    const section = page.getByRole("region", { name: "Associates in the same row" });
    const first = section.getByRole("group", { name: "The same for every Shareholder 1" });
    await press(page, first.getByRole("button", { name: "Add a value for Shareholder 1" }));
    await tabTo(page, first.getByRole("combobox", { name: "Field" }));
    await page.keyboard.type("Country of incorporation");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await tabTo(page, first.getByRole("textbox", { name: "Value" }));
    await page.keyboard.type("England");
    await expect(first.getByText("GBR")).toBeVisible();
    await tabTo(page, section.getByRole("button", { name: "Map Shareholder 2 like this" }), "Shift+Tab");
    await page.keyboard.press("Enter");
    await press(page, section.getByRole("button", { name: /^Shareholder 2 / }));
    const second = section.getByRole("group", { name: "The same for every Shareholder 2" });
    await expect(second.getByRole("textbox", { name: "Value" })).toHaveValue("England");
    await expectAccessible(page, ["light"]);
  });

  await test.step("the bench shows the company and its associates", async () => {
    const bench = page.getByRole("region", { name: "Bench" });
    await press(page, bench.getByRole("button", { name: "Show what Passfort would get" }));
    await expect(bench.getByRole("heading", { name: "Director 2" })).toBeVisible();
    await expect(bench.getByText("Stands among: shareholders · Percentage: 75 %")).toBeVisible();
  });

  await test.step("it is saved, and Review counts associates beside the clients", async () => {
    await press(page, page.getByRole("button", { name: "Save and check every row" }));
    await expect(page.getByText(/^8 clients = 8 ready and waiting$/)).toBeVisible();
    await expect(page.getByText(/25 associate profiles will be created/)).toBeVisible();
    await expect(page.getByRole("heading", { name: "Percentage is not from 0 to 100" })).toBeVisible();
    await expectAccessible(page);
  });

  await test.step("a company shows its directors", async () => {
    await page.goto(page.url().replace(/review.*/, "records"));
    await press(page, page.getByRole("link", { name: "WC-001" }));
    const associates = page.getByRole("region", { name: "Associates", exact: true }).getByRole("row");
    await expect(associates).toHaveCount(5);
    await expect(associates.filter({ hasText: "Director" })).toHaveCount(2);
    await expect(associates.filter({ hasText: "75 %" })).toContainText("Shareholder");
    await expect(associates.filter({ hasText: "1 Mar 2015" })).toHaveCount(2);
    await expectAccessible(page);
  });

  await test.step("its structure is a list and, with the same in it, a drawing that is moved with the keys", async () => {
    const structure = page.getByRole("region", { name: "Structure", exact: true });
    await expect(structure.getByText(/This family is 5 profiles in Passfort: the company and 4/)).toBeVisible();
    const list = structure.getByRole("region", { name: "Structure as a list" });
    await expect(list.getByRole("listitem")).toHaveCount(4);
    await expect(list.getByText("Shareholder, 75 %")).toBeVisible();
    await tabTo(page, structure.getByRole("tab", { name: "List" }));
    await page.keyboard.press("ArrowRight");
    await expect(structure.getByRole("tab", { name: "Drawing" })).toHaveAttribute("aria-selected", "true");
    const drawing = structure.getByRole("region", { name: "Structure as a drawing" });
    await expect(drawing.getByText("Shareholder, 75 %")).toBeVisible();
    await expect(drawing.getByRole("link", { name: /•/ })).toHaveCount(4);
    const director = drawing.getByRole("link", { name: /•/ }).first();
    const width = await director.evaluate((link) => link.getBoundingClientRect().width);
    await press(page, drawing.getByRole("button", { name: "Zoom in" }));
    await expect.poll(() => director.evaluate((link) => link.getBoundingClientRect().width)).toBeGreaterThan(width);
    await expectAccessible(page);
    await structure.getByRole("button", { name: "Show names…" }).click();
    const dialog = page.getByRole("dialog", { name: "Show the names of this structure?" });
    await dialog.getByLabel("Reason").fill("Comparing with the register");
    await dialog.getByRole("button", { name: "Show for a minute" }).click();
    await expect(drawing.getByRole("link", { name: "Tessa Marlowe-Quill" })).toBeVisible();
    await structure.getByRole("button", { name: "Hide names now" }).click();
    await expect(drawing.getByRole("link", { name: "Tessa Marlowe-Quill" })).toBeHidden();
  });

  await test.step("a director shows its company", async () => {
    const associates = page.getByRole("region", { name: "Associates", exact: true }).getByRole("row");
    await press(page, associates.filter({ hasText: "Director" }).first().getByRole("link"));
    await expect(page.getByRole("heading", { name: "Associate of" })).toBeVisible();
    await expect(page.getByText(/a person, an associate\./)).toBeVisible();
    await expectAccessible(page);
  });
});

test("a file of people and organisations is told apart by a column, and a value of neither is an error", async ({
  as,
}) => {
  const page = await as("operator");
  await offerFile(page, {
    migration: "Both kinds",
    system: "One table",
    file: "parties.csv",
    content:
      "id,record_type,first_name,surname,company_name\n1,PERSON,Tess,Marlowe,\n2,ORGANIZATION,,,Alder Ltd\n3,VESSEL,,,Alder Star\n4,PERSON,Ida,Low,\n",
  });
  await expect(page.getByRole("radio", { name: "Either of the two" })).toBeChecked();
  await page.getByRole("button", { name: "Upload", exact: true }).click();
  await page.getByRole("link", { name: "Map columns of parties.csv" }).click();
  const kinds = page.getByRole("region", { name: "People and companies" });
  await expect(
    kinds.getByText("“record_type” says “PERSON” for people and “ORGANIZATION” for companies."),
  ).toBeHidden();
  await kinds.getByRole("combobox", { name: "Column that tells them apart" }).click();
  await page.getByRole("option", { name: "record_type" }).click();
  await kinds.getByRole("radiogroup", { name: "What PERSON means" }).getByText("Person").click();
  await kinds.getByRole("radiogroup", { name: "What ORGANIZATION means" }).getByText("Company").click();
  await expect(kinds.getByText(/2 rows are people, 1 are companies, 1 are neither/)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: /^Ignore the remaining/ }).click();
  await page.getByRole("button", { name: "Save and check every row" }).click();
  await expect(page.getByRole("heading", { name: "Row is neither person nor company" })).toBeVisible();
});

test("a shareholder that is a person in one row and a company in another is told by a column of its own", async ({
  as,
}) => {
  const page = await as("operator");
  await offerFile(page, {
    migration: "Owners of both kinds",
    system: "A wide table with types",
    file: "owners.csv",
    content:
      "company_ref,company_name,reg_no,country_of_incorporation,shareholder_1_name,shareholder_1_type,shareholder_1_pct\n" +
      "O1,Alder Ltd,00910001,United Kingdom,Tess Marlowe,P,100\nO2,Birch Ltd,00910002,United Kingdom,Cedar AG,C,100\n" +
      "O3,Elm Ltd,00910003,United Kingdom,Fir Star,V,100\nO4,Oak Ltd,00910004,United Kingdom,Ida Low,P,100\n",
  });
  await page.getByRole("radio", { name: "A company" }).check();
  await page.getByRole("button", { name: "Upload", exact: true }).click();
  await page.getByRole("link", { name: "Map columns of owners.csv" }).click();
  const section = page.getByRole("region", { name: "Associates in the same row" });
  await section.getByRole("combobox", { name: "What Shareholder 1 is" }).click();
  await page.getByRole("option", { name: "A column says it" }).click();
  await section.getByRole("combobox", { name: "Column that says what Shareholder 1 is" }).click();
  await page.getByRole("option", { name: "shareholder_1_type" }).click();
  await section.getByRole("radiogroup", { name: "What P means" }).getByText("Person").click();
  await section.getByRole("radiogroup", { name: "What C means" }).getByText("Company").click();
  await expect(
    section.getByText("2 rows say a person, 1 a company, 1 neither: where such a row has Shareholder 1"),
  ).toBeVisible();
  await expectAccessible(page);
  const ignore = page.getByRole("button", { name: /^Ignore the remaining/ });
  if (await ignore.isVisible()) await ignore.click();
  await page.getByRole("button", { name: "Save and check every row" }).click();
  const cause = page.getByRole("article", { name: /^Row is neither person nor company/ });
  await expect(cause.getByText("associate", { exact: true })).toBeVisible();
});

/** Goes to it with the keys, and presses it. */
async function press(page: Page, goal: Locator): Promise<void> {
  await tabTo(page, goal);
  await page.keyboard.press("Enter");
}

async function tabTo(page: Page, goal: Locator, key: "Tab" | "Shift+Tab" = "Tab"): Promise<void> {
  await expect(goal).toBeVisible();
  for (let presses = 0; presses < 150; presses += 1) {
    if (await goal.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  await expect(goal).toBeFocused();
}

type Offered = { migration: string; system: string; file: string; content: string };

/** A new migration, and a file of it that is dropped and not sent yet. */
async function offerFile(page: Page, { migration, system, file, content }: Offered): Promise<void> {
  await startMigration(page, migration, system);
  await chooseFile(page, csvFile(file, content));
}
