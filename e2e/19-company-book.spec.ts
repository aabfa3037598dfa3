import { acknowledgeWarnings } from "../bin/demo/acknowledge-warnings.ts";
import { bringIn } from "../bin/demo/bring-in.ts";
import { waitFor } from "../bin/demo/wait-for.ts";
import { approveChunk, listChunks, readChunk, submitChunk } from "../lib/contracts/chunks.ts";
import { listDocumentBundles } from "../lib/contracts/documents.ts";
import { leaveGaps, listGaps } from "../lib/contracts/gaps.ts";
import { listRecords } from "../lib/contracts/issues.ts";
import { createMigration } from "../lib/contracts/migrations.ts";
import { noCompliance } from "../lib/domain/compliance-settings.ts";
import { testArchive, testPdf, testPng } from "../lib/stages/parse/test-documents.ts";
import { expectAccessible } from "./support/accessible.ts";
import { launchedChunk, planLimited } from "./support/prepared-book.ts";
import { expect, test } from "./support/story.ts";

const companies = 6;
const rowsOf = (row: (number: number) => string) => Array.from({ length: companies }, (_, at) => row(at + 1)).join("");

test("companies with their directors and documents are sent, paused and resumed; what was refused of them is sent again or corrected; and Passfort has them whole", async ({
  as,
  api,
  simulator,
}) => {
  test.setTimeout(300_000);
  const [operator, approver] = [await api("operator"), await api("approver")];
  const page = await as("operator");
  const prefix = `B${Date.now().toString(36).toUpperCase()}`;
  const { migrationId } = await operator.call(createMigration, {
    body: { name: `Companies ${prefix}`, sourceSystem: "Ledgerline 4 (synthetic)" },
  });

  await test.step("the book is there: companies, a director and an owner of each, and their papers", async () => {
    await bringIn(operator, migrationId, {
      name: "companies.csv",
      kind: "clients",
      entityType: "company",
      content: `reference,company name,registration number,country of incorporation,address,address country\n${rowsOf((n) => `${prefix}-${n},Example ${n} Ltd,0091000${n},GBR,"${n} Elm Road, Leeds LS1 1AA",GBR\n`)}`,
    });
    await bringIn(operator, migrationId, {
      name: "people.csv",
      kind: "associates",
      entityType: "individual",
      content: `company_id,person_id,first_name,surname,role,pct\n${rowsOf((n) => `${prefix}-${n},D${n},Dora,Director${n},director,\n${prefix}-${n},S${n},Sam,Sharer${n},shareholder,100\n`)}`,
    });
    await bringIn(operator, migrationId, {
      name: "papers.csv",
      kind: "documents",
      entityType: "individual",
      content: `Owner reference,File name,Use,Category,Document type\n${prefix}-1,deed.pdf,evidence,,\nD1,passport.png,document,Identity,Passport\n`,
    });
    await operator.upload(
      `/api/migrations/${migrationId}/document-bundles`,
      "papers.zip",
      new Blob([new Uint8Array(await testArchive({ "deed.pdf": testPdf("deed"), "passport.png": testPng() }))]),
    );
    await waitFor("the papers to be unpacked", async () =>
      (await operator.call(listDocumentBundles, { params: { migrationId } })).bundles.every(
        ({ status }) => status === "unpacked",
      )
        ? true
        : undefined,
    );
    await acknowledgeWarnings(operator, migrationId, "Synthetic companies");
    await planLimited(operator, migrationId, {
      productAliasIndividual: null,
      productAliasCompany: "company_migration",
      compliance: {
        ...noCompliance,
        note: "Due diligence of the old system, 4 May 2021",
        tasks: { individual: [], company: ["COMPANY_MANUAL_TASK"] },
      },
    });
  });

  let chunkId = "";
  await test.step("it is launched, paused between two calls, and nothing moves until it is resumed", async () => {
    await simulator.reset();
    await simulator.change({ latencyMs: 1500, decisionDelayMs: 600_000 });
    await simulator.order([
      { operation: "create_profile", customerRef: `${prefix}-2/S2`, kind: "errors_in_200", nth: 1 },
      { operation: "create_profile", customerRef: `${prefix}-3`, kind: "errors_in_200", nth: 1 },
    ]);
    chunkId = await launchedChunk(operator, approver, migrationId, { clients: companies, processes: 1 });
    await page.goto(`/migrations/${migrationId}/chunks/${chunkId}`);
    await page.getByRole("button", { name: "Pause", exact: true }).click();
    await expect(page.getByText(/^Paused: nothing is being sent/).first()).toBeVisible();
    const paused = await simulator.seen();
    await expectAccessible(page);
    expect((await simulator.seen()).calls).toEqual(paused.calls);
    await simulator.change({ latencyMs: 20 });
    await page.getByRole("button", { name: "Resume" }).click();
    await expect(page.getByText("1 created client with gaps: what is missing is listed below.")).toBeVisible({
      timeout: 60_000,
    });
    await expect(page.getByText("1 client refused by Passfort: their data must be corrected first.")).toBeVisible();
  });

  await test.step("the associate that was refused is a gap of its company, and is sent again alone", async () => {
    const gaps = page.getByRole("region", { name: "Created with gaps" });
    await expect(gaps.getByText(`Create the profile of associate ${prefix}-2/S2`)).toBeVisible();
    await expectAccessible(page);
    await simulator.renameCompany(`${prefix}-2`, "Renamed in the portal Ltd");
    await gaps.getByRole("button", { name: "Send the gaps of 1 client again" }).click();
    await expect(gaps.getByText(`Create the profile of associate ${prefix}-2/S2`)).toBeHidden({ timeout: 30_000 });
    await expect(gaps.getByText(/Passfort holds something else than was sent as Company name\./)).toBeVisible();
    await expectAccessible(page);
  });

  await test.step("what somebody changed in Passfort meanwhile is left as it is, with a reason", async () => {
    const gaps = page.getByRole("region", { name: "Created with gaps" });
    await gaps.getByRole("button", { name: `Leave as it is… (${prefix}-2)` }).click();
    const dialog = page.getByRole("dialog", { name: `Leave ${prefix}-2 as it is?` });
    const leave = dialog.getByRole("button", { name: "Leave it as it is" });
    await expect(leave).toBeDisabled();
    await dialog.getByLabel("Reason").fill("Its new name, by letter of 3 March");
    await expectAccessible(page);
    // A colleague was faster.
    const left = await operator.call(listGaps, { params: { chunkId }, query: {} });
    await operator.call(leaveGaps, {
      params: { chunkId },
      body: { stepId: left.gaps[0]?.id ?? "", alsoAlike: false, reason: "Seen by a colleague" },
    });
    await leave.click();
    await expect(dialog.getByText(/^This is no difference that can be left as it is: it was settled/)).toBeVisible();
    await expect(gaps).toBeHidden();
    await expect(dialog.getByLabel("Reason")).toHaveValue("Its new name, by letter of 3 March");
    await dialog.getByRole("button", { name: "Cancel" }).click();
    expect((await operator.call(readChunk, { params: { chunkId } })).deliveries).toMatchObject({
      created: companies - 1,
      refused: 1,
    });
  });

  await test.step("the company that was refused stands in the review in Passfort's words, and is corrected", async () => {
    await page.goto(`/migrations/${migrationId}/review`);
    await expect(page.getByRole("heading", { name: "Passfort refused it" })).toBeVisible();
    const { records } = await operator.call(listRecords, {
      params: { migrationId },
      query: { code: "passfort.refused" },
    });
    expect(records.map(({ reference }) => reference)).toEqual([`${prefix}-3`]);
    await page.goto(`/migrations/${migrationId}/records/${records[0]?.id}`);
    await expect(page.getByText(/Passfort said: Not done \(ordered\)\./).first()).toBeVisible();
    await page.getByRole("button", { name: "Correct company name" }).first().click();
    const dialog = page.getByRole("dialog", { name: "Correct company name" });
    await dialog.getByLabel("Should be").fill("Example Three Ltd");
    await dialog.getByLabel("Reason").fill("Renamed in 2020");
    await dialog.getByRole("button", { name: "Correct and check again" }).click();
    await expect(page.getByText("Company name is corrected")).toBeVisible();
  });

  await test.step("it leaves with a correction chunk, approved anew and launched by typing the count", async () => {
    await page.goto(`/migrations/${migrationId}/chunks`);
    await expect(page.getByText(/can leave again with a correction chunk/)).toBeVisible();
    await page.getByRole("button", { name: "Draft a chunk of 1 client" }).click();
    await expect(page.getByRole("heading", { level: 1, name: /Chunk 2/ })).toBeVisible();
    await expect(page.getByText(/and 2 associates, each linked to its company: 3 profiles in all/)).toBeVisible();
    await expectAccessible(page);
    const { chunks } = await operator.call(listChunks, { params: { migrationId } });
    const correction = chunks.find(({ kind }) => kind === "correction")?.id ?? "";
    await operator.call(submitChunk, { params: { chunkId: correction } });
    const { fingerprint } = await approver.call(readChunk, { params: { chunkId: correction } });
    await approver.call(approveChunk, { params: { chunkId: correction }, body: { fingerprint, comment: "" } });
    await page.getByRole("button", { name: /^Launch/ }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Type the number of clients").fill("1");
    await dialog.getByRole("button", { name: "Launch 1 client" }).click();
    await expect(page.getByText("The one client was created in Passfort.")).toBeVisible({ timeout: 60_000 });
  });

  await test.step("a client's page tells its whole way, an associate's where it is", async () => {
    await page.goto(`/migrations/${migrationId}/records?search=${prefix}-1`);
    await page
      .getByRole("link", { name: `${prefix}-1`, exact: true })
      .first()
      .click();
    const way = page.getByRole("region", { name: "Way into Passfort" });
    await expect(way.getByText(`Link the associates of ${prefix}-1`)).toBeVisible();
    await expect(way.getByText(`Upload a file to ${prefix}-1: deed.pdf`)).toBeVisible();
    await expect(way.getByText("Add the evidence note to the task COMPANY_MANUAL_TASK")).toBeVisible();
    await expectAccessible(page);
    const structure = page.getByRole("region", { name: "Structure as a list" });
    await expect(structure.getByText("Created", { exact: true })).toHaveCount(3);
    await page.getByRole("region", { name: "Associates" }).getByRole("link").first().click();
    await expect(page.getByRole("heading", { level: 1, name: "D1" })).toBeVisible();
    await expect(way.getByText(`${prefix}-1/D1`, { exact: true })).toBeVisible();
    await expect(way.getByText("Created in Passfort on")).toBeVisible();
    await expectAccessible(page, ["light"]);
  });

  await test.step("in Passfort each company has its two associates and its papers, and nobody is there twice", async () => {
    const seen = await simulator.seen();
    expect(seen.duplicateCustomerRefs).toEqual([]);
    const references = await simulator.references();
    for (let n = 1; n <= companies; n += 1)
      for (const reference of [`${prefix}-${n}`, `${prefix}-${n}/D${n}`, `${prefix}-${n}/S${n}`])
        expect(references.filter((each) => each === reference)).toHaveLength(1);
    await page.goto(simulator.url.replace("/4.0", "/portal"));
    await page.getByRole("link", { name: "Example 1 Ltd" }).first().click();
    await expect(page.getByRole("link", { name: "Dora Director1" })).toBeVisible();
    await expect(page.getByRole("link", { name: "Sam Sharer1" })).toBeVisible();
    await expect(page.getByText("deed.pdf").first()).toBeVisible();
  });
});

test("an associate whom Passfort has twice is settled by a person, and its company goes on with the link", async ({
  as,
  api,
  simulator,
}) => {
  const [operator, approver] = [await api("operator"), await api("approver")];
  const reference = `T${Date.now().toString(36).toUpperCase()}`;
  const { migrationId } = await operator.call(createMigration, {
    body: { name: `Twins ${reference}`, sourceSystem: "Ledgerline 4 (synthetic)" },
  });
  await bringIn(operator, migrationId, {
    name: "company.csv",
    kind: "clients",
    entityType: "company",
    content: `reference,company name,registration number,country of incorporation,address,address country\n${reference},Twins Ltd,00910999,GBR,"1 Elm Road, Leeds LS1 1AA",GBR\n`,
  });
  await bringIn(operator, migrationId, {
    name: "director.csv",
    kind: "associates",
    entityType: "individual",
    content: `company_id,person_id,first_name,surname,role,pct\n${reference},D1,Dora,Twin,director,\n`,
  });
  await acknowledgeWarnings(operator, migrationId, "A synthetic company");
  await planLimited(operator, migrationId, { productAliasIndividual: null, productAliasCompany: "company_migration" });
  await simulator.reset();
  await simulator.change({ decisionDelayMs: 600_000, indexDelayMs: 0 });
  const byHand = await simulator.enterAssociate(`${reference}/D1`, ["Dora"], "Twin");
  await simulator.order([{ operation: "create_profile", customerRef: `${reference}/D1`, kind: "drop_after", nth: 1 }]);
  const chunkId = await launchedChunk(operator, approver, migrationId, { clients: 1, processes: 1 });
  const page = await as("operator");
  await page.goto(`/migrations/${migrationId}/chunks/${chunkId}`);
  const gaps = page.getByRole("region", { name: "Created with gaps" });
  await gaps
    .getByRole("button", { name: `Say which it is… (Create the profile of associate ${reference}/D1)` })
    .click({ timeout: 60_000 });
  const dialog = page.getByRole("dialog", { name: "Which profile is this associate?" });
  const settle = dialog.getByRole("button", { name: "This profile is it" });
  await dialog.getByLabel("Reason").fill("The other one was entered by hand");
  await dialog.getByLabel("Id of the profile").fill("the second");
  await settle.click();
  await expect(dialog.getByText("The id of a profile in Passfort, as in its address")).toBeVisible();
  await expectAccessible(page);
  await dialog.getByLabel("Id of the profile").fill(byHand);
  await settle.click();
  await expect(dialog).toBeHidden();
  await expect(gaps).toBeHidden({ timeout: 30_000 });
  await expect(page.getByText("The one client was created in Passfort.")).toBeVisible();
});
