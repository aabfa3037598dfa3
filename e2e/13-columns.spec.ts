import type { Page } from "@playwright/test";
import { waitFor } from "../bin/demo/wait-for.ts";
import { readFile } from "../lib/contracts/files.ts";
import { listRecords } from "../lib/contracts/issues.ts";
import { createMigration } from "../lib/contracts/migrations.ts";
import { revealRecord } from "../lib/contracts/records.ts";
import { expectAccessible } from "./support/accessible.ts";
import { chooseField } from "./support/on-screen.ts";
import { expect, test } from "./support/story.ts";

/** A Spanish export: one cell for the whole name, H and M, two phones, a house in two columns, a country nobody knows. */
const spanishExport = [
  "Codigo cliente;Nombre completo;Sexo;Nacionalidad;Fecha de nacimiento;Telefono;Movil;Pais;Casa;Piso;Email;Estado",
  'S-1;"García López, Ana";M;Narnian;31/12/1980;912 345 678;;Spain;Rose House;Flat 2;ana@post.example;activo',
  "S-2;Juan Pérez;H;Española;01/02/1975;;612 345 678;Spain;Elm House;;juan@post.example;baja",
  "S-3;Eva Ruiz;M;Narnian;05/06/1990;600 123 123;600 000 000;Spain;;Flat 9;eva@post.example;activo",
  "S-4;Luis Gil;H;Mordor;07/08/1969;600 123 124;;Spain;;;luis@post.example;activo",
].join("\n");

test("values, names, phones, a condition and a rule are said on screen, and the records are what was said", async ({
  as,
  api,
}) => {
  // A dozen answers and four looks by axe.
  test.slow();
  const operator = await api("operator");
  const { migrationId } = await operator.call(createMigration, { body: { name: "Columns", sourceSystem: "Sistema" } });
  const { fileId } = await operator.upload(
    `/api/migrations/${migrationId}/files?entityType=individual`,
    "clientes.csv",
    spanishExport,
  );
  await waitFor("the file to be read", async () =>
    (await operator.call(readFile, { params: { fileId } })).status === "parsed" ? true : undefined,
  );
  const page = await as("operator");
  await page.goto(`/migrations/${migrationId}/mapping`);
  await expect(page.getByText("Counted over all 4 rows.")).toBeVisible();

  await test.step("what the values prove is told: the order of dates, and that M is a woman here", async () => {
    await expect(
      page.getByText("1 of 4 values can only be day first (“31/12/1980” in row 1); none can only be month first."),
    ).toBeVisible();
    await expect(page.getByText(/as in Spanish \(hombre, mujer\): M is a woman here/)).toBeVisible();
  });

  await test.step("one cell for the whole name feeds both names", async () => {
    await expect(page.getByText(/^“Nombre completo” is a whole name: it is split/)).toBeVisible();
    await expect(page.getByText("also Family name")).toBeVisible();
  });

  await test.step("values that cannot be read are answered in the grid, with the keys alone", async () => {
    await expect(page.getByText("3 rows cannot be read: “Narnian” 2, “Mordor” (row 4).")).toBeVisible();
    await page.getByRole("button", { name: "Map these values of Nacionalidad" }).focus();
    await page.keyboard.press("Enter");
    const grid = page.getByRole("dialog", { name: "Values of “Nacionalidad” for Nationality" });
    await expect(grid.getByText("2 different values in 3 rows, counted over the whole file.")).toBeVisible();
    await grid.getByRole("checkbox", { name: "Select “Narnian”" }).focus();
    await page.keyboard.press("Space");
    await page.keyboard.press("ArrowDown");
    await expect(grid.getByRole("checkbox", { name: "Select “Mordor”" })).toBeFocused();
    await page.keyboard.press("Space");
    await expect(grid.getByText("2 selected, 3 rows, become")).toBeVisible();
    await grid.getByRole("combobox", { name: "The selected values become" }).focus();
    await page.keyboard.type("Portug");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await grid.getByRole("button", { name: "Apply to 2" }).press("Enter");
    await expect(grid.getByRole("combobox", { name: "“Mordor” becomes" })).toHaveValue("Portugal · PRT");
    await expectAccessible(page);
    // One of them is somebody else's after all.
    await grid.getByRole("combobox", { name: "“Mordor” becomes" }).fill("Spain");
    await page.getByRole("option", { name: "Spain · ESP" }).click();
    await grid.getByRole("button", { name: "Done" }).press("Enter");
    await expect(grid).toBeHidden();
    await expect(page.getByText(/rows cannot be read/)).toBeHidden();
  });

  await test.step("phones are read by the country of their row; a second number counts only where the first is missing", async () => {
    await chooseField(page, "Movil", "Phone number");
    const dialog = page.getByRole("dialog", { name: "Two sources for Phone number" });
    await expect(dialog.getByRole("radio", { name: /^Join them/ })).toHaveCount(0);
    await dialog.getByRole("radio", { name: /^Take the first that is filled/ }).check();
    await dialog.getByRole("button", { name: "Use it so" }).click();
    // The dialog gives the focus back when it is gone; a list opened before would close again.
    await expect(dialog).toBeHidden();
    await addStep(page, "Telefono", "Phone to international");
    await addStep(page, "Movil", "Phone to international");
    await expect(
      page.getByRole("table", { name: "Phone number on real rows" }).getByRole("cell", { name: "612 345 678" }).first(),
    ).toBeVisible();
  });

  await test.step("two columns are joined in the order a person gives, by keyboard, on real rows", async () => {
    await chooseField(page, "Casa", "Building or premise");
    await chooseField(page, "Piso", "Building or premise");
    const dialog = page.getByRole("dialog", { name: "Two sources for Building or premise" });
    await dialog.getByRole("button", { name: "Use it so" }).click();
    await expect(dialog).toBeHidden();
    const rule = page.getByRole("region", { name: "Columns of Building or premise" });
    await rule.getByRole("button", { name: "Piso earlier in Building or premise" }).press("Enter");
    await rule.getByLabel("Separator of Building or premise").fill(", ");
    const preview = page.getByRole("table", { name: "Building or premise on real rows" });
    await expect(preview.getByRole("cell", { name: "Flat 2, Rose House" })).toBeVisible();
    await expect(preview.getByRole("cell", { name: "Elm House" }).last()).toBeVisible();
  });

  await test.step("a column is taken only where another says so", async () => {
    await addStep(page, "Email", "Only where");
    const steps = page.getByRole("list", { name: "Steps for Email" });
    await steps.getByRole("combobox", { name: "Column of the condition" }).fill("Estado");
    await page.getByRole("option", { name: "Estado" }).click();
    await steps.getByRole("combobox", { name: "Condition", exact: true }).click();
    await page.getByRole("option", { name: "is one of" }).click();
    await steps.getByLabel("Values, separated by a bar").fill("activo");
    await chooseField(page, "Estado", "Ignore on purpose");
  });

  await test.step("it reads well in both schemes, and on a telephone", async () => {
    await expectAccessible(page);
    await page.setViewportSize({ width: 390, height: 844 });
    const sideways = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    await expect.poll(sideways).toBeLessThanOrEqual(0);
    await page.setViewportSize({ width: 1440, height: 900 });
  });

  await test.step("the records are what was said", async () => {
    await page.getByRole("button", { name: "Save and check every row" }).click();
    await expect(page.getByText(/^4 clients = /)).toBeVisible();
    const { records } = await operator.call(listRecords, { params: { migrationId }, query: {} });
    const valuesOf = async (reference: string) => {
      const record = records.find((each) => each.reference === reference);
      const { values } = await operator.call(revealRecord, {
        params: { recordId: record?.id ?? "" },
        body: { reason: "To see what was said" },
      });
      return Object.fromEntries(values.map(({ field, value }) => [field, value]));
    };
    expect(await valuesOf("S-1")).toMatchObject({
      givenNames: "Ana",
      familyName: "García López",
      gender: "F",
      nationality: "PRT",
      dateOfBirth: "1980-12-31",
      phone: "+34912345678",
      "address.premise": "Flat 2, Rose House",
      email: "ana@post.example",
    });
    expect(await valuesOf("S-2")).toMatchObject({
      gender: "M",
      nationality: "ESP",
      phone: "+34612345678",
      "address.premise": "Elm House",
      email: "",
    });
    expect(await valuesOf("S-4")).toMatchObject({ nationality: "ESP", phone: "+34600123124" });
  });
});

async function addStep(page: Page, column: string, step: string): Promise<void> {
  const select = page.getByRole("combobox", { name: `Add a step for ${column}`, exact: true });
  // Away from the bar at the foot of the page, which would lie over half of it.
  await select.evaluate((element) => element.scrollIntoView({ block: "center" }));
  await select.click();
  await page.getByRole("option", { name: step, exact: true }).click();
}
