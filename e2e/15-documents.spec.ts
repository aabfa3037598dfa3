import { suggestedMapping } from "../bin/demo/suggested-mapping.ts";
import { waitFor } from "../bin/demo/wait-for.ts";
import { listDocumentBundles } from "../lib/contracts/documents.ts";
import { readFile } from "../lib/contracts/files.ts";
import { readMapping, saveMapping } from "../lib/contracts/mapping.ts";
import { testArchive, testJpeg, testPdf, testPng } from "../lib/stages/parse/test-documents.ts";
import { expectAccessible } from "./support/accessible.ts";
import { chooseFile, csvFile, startMigration } from "./support/on-screen.ts";
import { expect, test } from "./support/story.ts";

const clients = `reference,given names,family name,date of birth,country
D-1,Ann,Example,1984-03-09,GBR
D-2,Bob,Beispiel,1990-12-01,DEU
D-3,Chiara,Esempio,1975-07-23,ITA
`;
const manifest = `Owner reference,File name,Use,Category,Document type,Expiry date
D-1,PASS.PNG,document,Identity,Reisepass,2031-05-20
D-2,statement.pdf,evidence,,,
D-2,lost.pdf,evidence,,,
D-9,letter.pdf,evidence,,,
D-3,visa.pdf,document,Identity,flying carpet,
`;

test("documents are brought in with a manifest and an archive; what is missing, surplus or wrong is seen and settled", async ({
  as,
  api,
}) => {
  test.setTimeout(240_000);
  const operator = await api("operator");
  const page = await as("operator");
  const migrationId = await startMigration(page, "Documents", "A filing cabinet");

  await test.step("clients are there, and the manifest is known by its headers and mapped as it is proposed", async () => {
    const { fileId } = await operator.upload(
      `/api/migrations/${migrationId}/files?entityType=individual`,
      "clients.csv",
      clients,
    );
    await waitFor("the file to be read", async () =>
      (await operator.call(readFile, { params: { fileId } })).status === "parsed" ? true : undefined,
    );
    const body = suggestedMapping(await operator.call(readMapping, { params: { fileId } }));
    await operator.call(saveMapping, { params: { fileId }, body });

    await chooseFile(page, csvFile("manifest.csv", manifest));
    await expect(page.getByRole("radio", { name: "A document of a client" })).toBeChecked();
    await page.getByRole("button", { name: "Upload", exact: true }).click();
    await page.getByRole("link", { name: "Map columns of manifest.csv" }).click();
    await expect(page.getByRole("combobox", { name: "Field for column Document type", exact: true })).toHaveValue(
      "Document type",
    );
    await expectAccessible(page, ["light"]);
    const bench = page.getByRole("region", { name: "Bench" });
    await bench.getByRole("button", { name: "Show what Passfort would get" }).click();
    await expect(bench.getByText(/Document type: PASSPORT/)).toBeVisible();
    await page.getByRole("button", { name: "Save and check every row" }).click();
    await expect(page.getByRole("heading", { name: "Document was not uploaded" })).toBeVisible();
    await expect(page.getByRole("heading", { name: "Type of a document is not known" })).toBeVisible();
    await expect(page.getByText(/^3 clients = 3 ready and waiting$/)).toBeVisible();
  });

  await test.step("an archive is uploaded, unpacked and joined to the rows", async () => {
    await page.goto(`/migrations/${migrationId}/documents`);
    await expect(page.getByText("5 rows of manifests, 0 uploaded files.")).toBeVisible();
    await page.getByLabel("Documents", { exact: true }).setInputFiles({
      name: "cabinet.zip",
      mimeType: "application/zip",
      buffer: await testArchive({
        "scans/pass.png": testPng(),
        "scans/Statement.pdf": testPdf("statement"),
        "letter.pdf": testPdf("letter"),
        "visa.pdf": testPdf("visa"),
        "D-3 gas bill.jpg": testJpeg(),
        "nobody.pdf": testPdf("nobody"),
        "notes.pdf": "only text",
      }),
    });
    await expect(page.getByText("7 files looked at.")).toBeVisible({ timeout: 60_000 });
    await expect(page.getByText("5 rows of manifests, 7 uploaded files.")).toBeVisible();
    for (const tab of ["Matched (3)", "Missing (1)", "Owner missing (1)", "Proposed (1)", "Surplus (1)", "Refused (1)"])
      await expect(page.getByRole("radio", { name: tab, exact: true })).toBeAttached();
    await expect(page.getByRole("row", { name: /D-1.*PASS\.PNG/ })).toContainText("Proof of identity, Passport");
    await expectAccessible(page);
  });

  const list = page.getByRole("region", { name: "Documents", exact: true });
  const show = async (tab: string) => {
    await page.getByText(tab, { exact: true }).click();
    await expect(page.getByRole("radio", { name: tab, exact: true })).toBeChecked();
  };

  await test.step("a picture and the first page of a PDF are looked at, and the looks are in the audit log", async () => {
    await list.getByRole("button", { name: "Preview PASS.PNG" }).click();
    const picture = page.getByRole("img", { name: "Document PASS.PNG" });
    await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1);
    await expectAccessible(page, ["light"]);
    await page.keyboard.press("Escape");
    await list.getByRole("button", { name: "Preview statement.pdf" }).click();
    const sheet = page.getByRole("img", { name: "First page of statement.pdf" });
    await expect(sheet).toBeVisible({ timeout: 30_000 });
    expect(await sheet.evaluate((canvas: HTMLCanvasElement) => canvas.width)).toBeGreaterThan(800);
    await expectAccessible(page, ["light"]);
    await page.keyboard.press("Escape");
    const auditor = await as("auditor");
    await auditor.goto("/settings/audit");
    await expect(auditor.getByText("Look at a document").first()).toBeVisible();
  });

  await test.step("missing, surplus and refused documents are listed with what to do, and a list can be kept", async () => {
    await show("Missing (1)");
    await expect(list.getByText("No uploaded file is called “lost.pdf”.")).toBeVisible();
    await expect(page).toHaveURL(/list=missing/);
    await show("Surplus (1)");
    await expect(list.getByText("nobody.pdf")).toBeVisible();
    await show("Refused (1)");
    await expect(list.getByText("The file is a plain text.")).toBeVisible();
    const download = page.waitForEvent("download");
    await page.getByRole("link", { name: "Download this list" }).click();
    expect((await download).suggestedFilename()).toBe("documents-refused.xlsx");
  });

  await test.step("a type is put right for the row", async () => {
    await show("Matched (3)");
    await list.getByRole("checkbox", { name: "Choose visa.pdf" }).check();
    await page.getByRole("button", { name: "Describe 1 document…" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("combobox", { name: "Document type" }).fill("Passport");
    await dialog.getByLabel("Reason").fill("Looked at it");
    await expectAccessible(page, ["light"]);
    await dialog.getByRole("button", { name: "Correct 1 document" }).click();
    await expect(list.getByRole("row", { name: /visa\.pdf/ })).toContainText("Proof of identity, Passport");
  });

  await test.step("a proposal is accepted once it is said what it is", async () => {
    await show("Proposed (1)");
    await list.getByRole("checkbox", { name: "Choose D-3 gas bill.jpg" }).check();
    await page.getByRole("button", { name: "Accept 1 document…" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("radio", { name: "Identity paper" }).check();
    await dialog.getByRole("button", { name: "Accept 1 document" }).click();
    await expect(dialog.getByText("An identity paper needs a category")).toBeVisible();
    await dialog.getByRole("combobox", { name: "Category" }).click();
    await page.getByRole("option", { name: "Proof of address" }).click();
    await dialog.getByRole("combobox", { name: "Document type" }).fill("Utility bill");
    await dialog.getByRole("button", { name: "Accept 1 document" }).click();
    await expect(page.getByRole("radio", { name: "Matched (4)", exact: true })).toBeAttached();
  });

  await test.step("the client's own page lists its documents", async () => {
    await show("Matched (4)");
    await list.getByRole("link", { name: "D-3" }).first().click();
    const own = page.getByRole("region", { name: "Documents of this record" });
    await expect(own.getByRole("row")).toHaveCount(3);
    await expect(own.getByRole("row", { name: /gas bill/ })).toContainText("Accepted");
    await page.mouse.move(0, 0);
    await expectAccessible(page);
  });

  await test.step("the archive is withdrawn, and what it held is missing again", async () => {
    await page.goto(`/migrations/${migrationId}/documents`);
    await page.getByRole("button", { name: "Withdraw cabinet.zip" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Withdraw it" }).click();
    await expect(page.getByText("5 rows of manifests, 0 uploaded files.")).toBeVisible();
    await expect(page.getByRole("radio", { name: "Missing (5)", exact: true })).toBeAttached();
    const { bundles } = await operator.call(listDocumentBundles, { params: { migrationId } });
    expect(bundles).toEqual([]);
  });
});

test("a migration without documents says how they are brought in", async ({ as }) => {
  const page = await as("auditor");
  const operator = await as("operator");
  const migrationId = await startMigration(operator, "No documents", "Nothing");
  await page.goto(`/migrations/${migrationId}/documents`);
  await expect(page.getByRole("heading", { name: "No documents yet" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Choose documents" })).toBeHidden();
  await expectAccessible(page);
});
