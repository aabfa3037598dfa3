import { createHash } from "node:crypto";
import { listFiles, uploadFile } from "../lib/contracts/files.ts";
import { createMigration } from "../lib/contracts/migrations.ts";
import { expectAccessible } from "./support/accessible.ts";
import { chooseFile, csvFile, startMigration } from "./support/on-screen.ts";
import { expect, test } from "./support/story.ts";

test("a file that is no table is answered with what it is and what to do, and nothing else is lost", async ({ as }) => {
  const operator = await as("operator");
  const upload = async () => operator.getByRole("button", { name: "Upload", exact: true }).click();
  const entry = (name: string) =>
    operator.getByRole("listitem").filter({ has: operator.getByRole("heading", { name, exact: true }) });
  await startMigration(operator, "Bad files", "A shared drive");

  await test.step("an empty file is not even taken", async () => {
    await chooseFile(operator, csvFile("empty.csv", ""));
    await expect(operator.getByText("empty.csv was not taken")).toBeVisible();
    await expect(operator.getByText("The file is empty.")).toBeVisible();
  });

  await test.step("a picture renamed to .csv is recognised", async () => {
    const png = Buffer.from("89504e470d0a1a0a0000000d494844520000000100000001", "hex");
    await chooseFile(operator, csvFile("clients.csv", Buffer.concat([png, Buffer.alloc(300, 7)])));
    await operator.getByRole("radio", { name: "An individual" }).check();
    await upload();
    await expect(
      entry("clients.csv").getByText("This is a picture, not a CSV file. Ask the source system for an export as CSV."),
    ).toBeVisible();
    await expect(entry("clients.csv").getByText("What to do")).toBeVisible();
  });

  await test.step("a header without rows is a table of nobody", async () => {
    await chooseFile(operator, csvFile("only-a-header.csv", "CUST_NO,FORENAME,SURNAME,DATE_OF_BIRTH\n"));
    await upload();
    await expect(
      entry("only-a-header.csv").getByText(
        "The file has a header but no rows. Check the filter of the export and upload it again.",
      ),
    ).toBeVisible();
  });

  await test.step("two hundred columns are read whole", async () => {
    await chooseFile(operator, csvFile("wide.csv", wideTable(200, 3)));
    await operator.getByRole("radio", { name: "An individual" }).check();
    await upload();
    await expect(entry("wide.csv").getByText("3 rows in 200 columns, kept as they were written.")).toBeVisible();
    await expectAccessible(operator);
    await entry("wide.csv").getByRole("link", { name: "Map columns of wide.csv" }).click();
    await expect(operator.getByText("column_40", { exact: true })).toBeVisible();
    await operator.getByRole("button", { name: "Show 40 more of 200" }).click();
    await expect(operator.getByText("column_80", { exact: true })).toBeVisible();
    await operator.getByRole("button", { name: "Ignore the remaining 200" }).click();
    await operator.getByRole("button", { name: "Save and check every row" }).click();
    await expect(operator.getByText(/^3 clients = 3 invalid$/)).toBeVisible();
  });

  await test.step("the file that was no table is withdrawn; the others stay", async () => {
    await operator.getByRole("link", { name: /^Files/ }).click();
    await operator.getByRole("button", { name: "Withdraw clients.csv" }).click();
    const dialog = operator.getByRole("dialog", { name: "Withdraw this file?" });
    await expectAccessible(operator, ["light"]);
    await dialog.getByRole("button", { name: "Withdraw the file" }).click();
    await expect(entry("clients.csv")).toHaveCount(0);
    await expect(entry("wide.csv").getByText("Checked with mapping version 1.")).toBeVisible();
  });
});

test("bytes that are not what the sender hashed are refused, and nothing of them stays", async ({
  api,
  as,
  baseURL,
}) => {
  const panel = await api("operator");
  const { migrationId } = await panel.call(createMigration, {
    body: { name: "Torn upload", sourceSystem: "A bad line" },
  });
  const operator = await as("operator");
  const address = uploadFile.path.replace(":migrationId", migrationId);
  const send = (body: Buffer, sha256: string) =>
    operator.request.post(`${address}?entityType=individual`, {
      data: body,
      headers: {
        "content-type": "application/octet-stream",
        "x-file-name": "torn.csv",
        "x-file-sha256": sha256,
        origin: baseURL ?? "",
      },
    });
  const content = Buffer.from("CUST_NO,SURNAME\n1,Aldous\n");
  const answer = await send(content, createHash("sha256").update("something else").digest("hex"));
  expect(answer.status()).toBe(422);
  expect(await answer.text()).toContain("What arrived is not what was sent: the SHA-256 differs. Nothing was kept");
  const empty = await send(Buffer.alloc(0), createHash("sha256").digest("hex"));
  expect(await empty.text()).toContain("The file is empty (0 bytes). Export it again");
  expect((await panel.call(listFiles, { params: { migrationId } })).files).toEqual([]);
  await operator.goto(`/migrations/${migrationId}/files`);
  await expect(operator.getByRole("heading", { name: "No files yet" })).toBeVisible();
});

const wideTable = (columns: number, rows: number): string =>
  [
    Array.from({ length: columns }, (_, column) => `column_${column + 1}`),
    ...Array.from({ length: rows }, (_, row) => Array.from({ length: columns }, (_, column) => `${row}x${column}`)),
  ]
    .map((cells) => `${cells.join(",")}\n`)
    .join("");
