import { approveChunk, readChunk } from "../lib/contracts/chunks.ts";
import { legacyBook } from "../samples/generate-legacy-book.ts";
import { expectAccessible } from "./support/accessible.ts";
import { chooseFile, csvFile, startMigration } from "./support/on-screen.ts";
import { picture } from "./support/picture.ts";
import { expect, test } from "./support/story.ts";

/** References that no other run has sent: a client is never sent twice to one connection. */
const prefix = `${Date.now().toString(36).slice(-5).toUpperCase()}-`;

test("a legacy book goes from the old system into Passfort, and two people see to it", async ({
  as,
  api,
  simulator,
}) => {
  test.setTimeout(180_000);
  const operator = await as("operator");
  const approver = await as("approver");
  const { individualsCsv } = legacyBook({ seed: 11, clients: 125, prefix });

  await test.step("the operator starts a migration and brings the export in", async () => {
    await startMigration(operator, "Retail book", "Ledgerline 4");
    await expect(operator.getByRole("heading", { name: "No files yet" })).toBeVisible();
    await chooseFile(operator, csvFile("legacy-individuals.csv", individualsCsv));
    await expect(operator.getByRole("radio", { name: "An individual" })).toBeChecked();
    await operator.getByRole("button", { name: "Upload", exact: true }).click();
    await expect(operator.getByText("100 rows in 20 columns, kept as they were written.")).toBeVisible();
    await expectAccessible(operator);
    await picture(operator, "01-files");
  });

  await test.step("the rows are there as they were written", async () => {
    await operator.getByRole("button", { name: "Rows of legacy-individuals.csv" }).click();
    const drawer = operator.getByRole("dialog", { name: "Rows of legacy-individuals.csv" });
    await expect(drawer.getByRole("cell", { name: `${prefix}00100001` })).toBeVisible();
    await expectAccessible(operator);
    await operator.keyboard.press("Escape");
    await expect(drawer).toBeHidden();
  });

  await test.step("they take the suggestions and ignore the rest on purpose", async () => {
    await operator.getByRole("link", { name: "Map columns of legacy-individuals.csv" }).click();
    const reference = operator.getByRole("combobox", { name: "Field for column CUST_NO", exact: true });
    await expect(reference).toHaveValue(/Client reference/);
    await expect(operator.getByText(/“SURNAME” is a usual header for/)).toBeVisible();
    await expect(operator.getByText("All have a source.")).toBeVisible();
    await expect(operator.getByRole("combobox", { name: "Dates are written as" })).toHaveValue(/^DD\/MM\/YYYY/);
    await expectAccessible(operator);
    await picture(operator, "02-mapping");
    const save = operator.getByRole("button", { name: "Save and check every row" });
    await expect(save).toBeDisabled();
    await operator.getByRole("button", { name: /^Ignore the remaining/ }).click();
    await save.click();
  });

  await test.step("the review counts what is wrong, by cause; one cause is left out with a reason", async () => {
    await expect(operator.getByRole("heading", { level: 1, name: "Review" })).toBeVisible();
    const missing = operator.getByRole("article", { name: /^Required value is missing, Date of birth/ });
    await expect(missing).toBeVisible();
    await missing.getByRole("button", { name: /example/ }).click();
    await expect(missing.getByText("Date of birth is empty.").first()).toBeVisible();
    await expect(operator.getByText(/^100 clients = .*invalid/)).toBeVisible();
    await expectAccessible(operator);
    await picture(operator, "03-review");
    await missing.getByRole("button", { name: /^Exclude/ }).click();
    const dialog = operator.getByRole("dialog", { name: /^Exclude 1 client\?/ });
    await expectAccessible(operator, ["light"]);
    await dialog.getByLabel("Reason").fill("Closed before 2019, confirmed by client services");
    await dialog.getByRole("button", { name: /^Exclude 1 client/ }).click();
    await expect(operator.getByText(/^100 clients = 1 excluded/)).toBeVisible();
    await expect(missing).toBeHidden();
  });

  await test.step("the plan says how they are onboarded", async () => {
    await operator.getByRole("link", { name: "Continue to the plan" }).click();
    await operator.getByRole("combobox", { name: "Connection" }).click();
    await operator
      .getByRole("option", { name: /Simulator/ })
      .first()
      .click();
    await operator.getByRole("radio", { name: /^Limited compliance/ }).click();
    await operator.getByRole("radio", { name: /^A separate product/ }).click();
    await operator.getByLabel("Product alias for people").fill("individual_onboarding");
    await operator.getByRole("combobox", { name: "Tags" }).fill("batch-2026-11");
    await operator.keyboard.press("Enter");
    await expectAccessible(operator);
    await operator.getByRole("button", { name: "Save the plan" }).click();
    await expect(operator.getByRole("button", { name: "Save as version 2" })).toBeVisible();
    await picture(operator, "04-plan");
    await operator.getByRole("link", { name: "Continue to the chunks" }).click();
  });

  let clients = 0;
  let chunkUrl = "";
  await test.step("the operator drafts a chunk, looks at what would be sent and submits it", async () => {
    await expect(operator.getByRole("heading", { level: 1, name: "Chunks" })).toBeVisible();
    await operator.getByRole("radiogroup", { name: "Processes" }).getByText("3", { exact: true }).click();
    await expectAccessible(operator);
    await picture(operator, "05-chunks");
    const draft = operator.getByRole("button", { name: /^Draft a chunk of/ });
    clients = Number(/\d+/.exec((await draft.textContent()) ?? "")?.[0]);
    expect(clients).toBeGreaterThan(80);
    await draft.click();
    await expect(operator.getByRole("heading", { level: 1, name: /^Chunk 1/ })).toBeVisible();
    chunkUrl = operator.url();
    await operator.getByRole("button", { name: `${prefix}00100001` }).click();
    const request = operator.getByRole("region", { name: `Request for ${prefix}00100001` });
    await expect(request).toContainText(`"customer_ref": "${prefix}00100001"`);
    await expectAccessible(operator);
    await operator.getByRole("button", { name: "Submit for approval" }).click();
    await expect(operator.getByText("Your role is operator; this needs approver.")).toBeVisible();
    await expect(operator.getByRole("button", { name: "Approve", exact: true })).toHaveCount(0);
  });

  await test.step("nobody approves their own chunk: the server refuses it as well", async () => {
    const panel = await api("operator");
    const chunkId = chunkUrl.split("/").at(-1) ?? "";
    const { fingerprint } = await panel.call(readChunk, { params: { chunkId } });
    await expect(panel.call(approveChunk, { params: { chunkId }, body: { fingerprint, comment: "" } })).rejects.toThrow(
      /\(403\): Your role is operator/,
    );
  });

  await test.step("a second person approves exactly this, with a comment", async () => {
    await approver.goto(chunkUrl);
    await approver.getByRole("button", { name: "Approve", exact: true }).click();
    const dialog = approver.getByRole("dialog", { name: "Approve chunk 1?" });
    await dialog.getByLabel("Comment").fill("Compared ten rows with the export.");
    await expectAccessible(approver);
    await dialog.getByRole("button", { name: `Approve ${clients} clients` }).click();
    await expect(
      approver.getByText("Approved and ready to be launched. Nothing has been sent yet.").first(),
    ).toBeVisible();
    await expectAccessible(approver);
  });

  await test.step("the operator launches it by typing the count; a wrong count is refused", async () => {
    await operator.getByRole("button", { name: "Launch…" }).click();
    // A Passfort that takes its time, so that there is something to watch.
    await simulator.change({ latencyMs: 80 });
    const dialog = operator.getByRole("dialog", { name: "Launch chunk 1?" });
    await dialog.getByLabel("Type the number of clients").fill(String(clients + 1));
    await dialog.getByRole("button", { name: /^Launch/ }).click();
    await expect(dialog.getByRole("alert")).toContainText(String(clients));
    await expectAccessible(operator, ["light"]);
    await dialog.getByLabel("Type the number of clients").fill(String(clients));
    await dialog.getByRole("button", { name: `Launch ${clients} clients` }).click();
    await expect(dialog).toBeHidden();
  });

  await test.step("every client of the chunk arrives, before the operator's eyes", async () => {
    const progress = operator.getByRole("progressbar", { name: "Progress of chunk 1" });
    await expect(progress).toHaveAttribute("aria-valuenow", /^[4-8]\d$/);
    await expect(operator.getByText("Running: clients are being sent to Passfort.").first()).toBeVisible();
    await picture(operator, "06-chunk");
    await expect(operator.getByText(`All ${clients} clients were created in Passfort.`)).toBeVisible({
      timeout: 60_000,
    });
    await expect(operator.getByText("The numbers add up. They are counted from the records themselves.")).toBeVisible();
    await expect(progress).toHaveAttribute("aria-valuetext", `${clients} of ${clients} clients done`);
    await expect(operator.getByText("The approver wrote: “Compared ten rows with the export.”")).toBeVisible();
    await expectAccessible(operator);
  });

  await test.step("one client whole: profile, calls, and what Passfort decided", async () => {
    await operator.getByRole("link", { name: /Records/ }).click();
    await operator.getByLabel("Search").fill(`${prefix}00100001`);
    await expect(operator.getByRole("row")).toHaveCount(2);
    await expectAccessible(operator);
    await operator.getByRole("link", { name: `${prefix}00100001` }).click();
    await expect(operator.getByRole("heading", { level: 1, name: new RegExp(`${prefix}00100001`) })).toBeVisible();
    await expect(operator.getByText(/^Profile [0-9a-f-]{20,}/)).toBeVisible();
    await expect(
      operator.getByRole("list", { name: "Calls for: Create the profile with its application" }),
    ).toContainText("Accepted Call 1");
    await expect(operator.getByText("Application: Approved")).toBeVisible({ timeout: 30_000 });
    await expect(operator.getByRole("region", { name: "Webhooks of this client" })).toContainText(
      "Product status changed",
    );
    await expectAccessible(operator);
    await picture(operator, "07-record");
  });

  await test.step("the report accounts for everybody, and the errors can be taken away", async () => {
    await operator.getByRole("link", { name: /Report/ }).click();
    await expect(operator.getByText("The numbers add up.")).toBeVisible();
    await expect(
      operator.getByText(new RegExp(`^100 clients = 1 excluded \\+ \\d+ invalid \\+ .*${clients} created`)),
    ).toBeVisible();
    await expectAccessible(operator);
    await picture(operator, "08-report");
    const downloading = operator.waitForEvent("download");
    await operator.getByRole("link", { name: "Download the error report (CSV)" }).click();
    const stream = await (await downloading).createReadStream();
    const report = Buffer.concat(await stream.toArray()).toString("utf8");
    const lines = report.trimEnd().split("\r\n");
    expect(lines[0]).toBe(
      "\uFEFFreference,file,row,line,record,associate,status,field,code,sentence,how_to_fix,attempts,first_error_utc,last_error_utc",
    );
    // One error each: the client without a birth date, left out by hand, and the three that cannot leave.
    expect(lines.slice(1).map((line) => line.split(",")[8])).toEqual([
      "field.required",
      "field.date_impossible",
      "record.duplicate_reference",
      "record.duplicate_reference",
    ]);
  });
});
