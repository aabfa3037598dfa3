import { readFile } from "node:fs/promises";
import { afterAll, expect, test } from "vitest";
import { identityHolds } from "../../domain/counts.ts";
import type { EntityType } from "../../domain/entity.ts";
import type { MappingBody } from "../../domain/mapping.ts";
import { placeOfRecord, recordIdOf } from "../../domain/record-id.ts";
import type { Outcome } from "../../domain/refusal.ts";
import { countsOf } from "../../store/counts-of.ts";
import { manyRows } from "../../store/loosen-records.ts";
import { makeWay } from "../../store/make-way.ts";
import { openTestRoom, uploadOf } from "../../store/test-room.ts";
import { saveMapping } from "../map/command.ts";
import { readMapping } from "../map/query.ts";
import { parseFile } from "../parse/command.ts";
import { readRecord } from "../receive/query/read-record.ts";
import { uploadFile, withdrawFile } from "../upload/command.ts";
import { excludeRecords, includeRecords } from "./command/exclusions.ts";
import { checkFile } from "./command.ts";
import { listCauses, listRecords } from "./query.ts";

const room = await openTestRoom();
const { ctx } = room;
afterAll(room.close);

async function bring(
  migrationId: string,
  content: string | Uint8Array,
  entityType: EntityType = "individual",
): Promise<string> {
  const outcome = await uploadFile(ctx, uploadOf(migrationId, content, entityType));
  if (!outcome.ok) throw new Error(outcome.refusal.sentence);
  await parseFile(ctx, outcome.value);
  return outcome.value.fileId;
}

/** The proposals as they are, with a date format and constants where a person would choose. */
async function proposedFor(
  fileId: string,
  choices: { dates?: "DD/MM/YYYY" | "YYYY-MM-DD"; constants?: MappingBody["constants"] } = {},
): Promise<MappingBody> {
  const mapping = await readMapping(ctx, fileId);
  if (!mapping.ok) throw new Error(mapping.refusal.sentence);
  const assignments = mapping.value.columns.map(({ index, suggestion }) => {
    const needsFormat =
      suggestion !== null &&
      /^(dateOfBirth|incorporationDate)$/.test(suggestion.field) &&
      !suggestion.transforms.some((step) => step.kind === "date");
    const format = needsFormat && choices.dates ? [{ kind: "date" as const, format: choices.dates }] : [];
    return {
      column: index,
      field: suggestion?.field ?? null,
      transforms: [...(suggestion?.transforms ?? []), ...format],
    };
  });
  return { assignments, constants: choices.constants ?? [] };
}

async function check(fileId: string, body: MappingBody): Promise<number> {
  const saved = await saveMapping(ctx, fileId, body);
  if (!saved.ok) throw new Error(saved.refusal.sentence);
  await checkFile(ctx, { fileId, version: saved.value.version });
  return saved.value.version;
}

const people = (...rows: string[]) => `ID,FORENAME,SURNAME,DOB,COUNTRY\n${rows.join("\n")}\n`;
function given<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(outcome.refusal.sentence);
  return outcome.value;
}
const causesIn = async (migrationId: string) => {
  const causes = await listCauses(ctx, migrationId);
  if (!causes.ok) throw new Error(causes.refusal.sentence);
  const groups = Map.groupBy(causes.value.causes, (cause) => `${cause.code} ${cause.field}`.trim());
  const total = (counts: { count: number }[]) => counts.reduce((sum, { count }) => sum + count, 0);
  return Object.fromEntries([...groups].map(([key, ofKey]) => [key, total(ofKey)]));
};
/** A chunk that holds one client, on a connection that nobody calls. */
async function chunkWith(migrationId: string, recordId: string, status: "draft" | "submitted") {
  const connection = await ctx.db.connection.create({
    data: {
      name: `Simulator ${status}`,
      environment: "simulator",
      baseUrl: "http://127.0.0.1:1",
      apiKeySealed: "-",
      webhookSecretSealed: "-",
    },
  });
  return ctx.db.chunk.create({
    data: {
      migrationId,
      connectionId: connection.id,
      number: 1,
      kind: "pilot",
      status,
      processes: 1,
      clientCount: 1,
      settings: {},
      fingerprint: "-",
      createdById: "operator",
      members: { create: { recordId } },
    },
  });
}

const recordsOf = async (fileId: string) => {
  const records = await ctx.db.record.findMany({ where: { fileId }, orderBy: { rowNumber: "asc" } });
  return records.map((record) => ({ ...record, data: JSON.parse(record.data) as unknown }));
};
const readinessOf = async (fileId: string) => (await recordsOf(fileId)).map((record) => record.readiness);

test("a mapped book becomes canonical records, and every problem an issue a person understands", async () => {
  const migrationId = await room.newMigration();
  const fileId = await bring(
    migrationId,
    people(
      "001,Ann, Smith ,03/04/1980,UK",
      "002,Bob,,31/02/1980,Narnia",
      "003,Cy,Day,12/31/1980,England",
      "004,Di,Eve,13/01/2015,GB",
      "003,Ed,Fox,01/01/1970,FRA",
    ),
  );
  await check(fileId, await proposedFor(fileId, { dates: "DD/MM/YYYY" }));
  expect(await causesIn(migrationId)).toEqual({
    "field.country address.country": 1,
    "field.date_format dateOfBirth": 1,
    "field.date_impossible dateOfBirth": 1,
    "field.required familyName": 1,
    "record.duplicate_reference reference": 2,
    "field.under_age dateOfBirth": 1,
    "field.date_placeholder dateOfBirth": 1,
    "record.full_address_incomplete": 5,
  });
  const [ann] = await recordsOf(fileId);
  expect(ann).toMatchObject({
    reference: "001",
    displayName: "Ann Smith",
    readiness: "ready",
    mappingVersion: 1,
    data: {
      entityType: "individual",
      reference: "001",
      givenNames: ["Ann"],
      familyName: "Smith",
      dateOfBirth: "1980-04-03",
      address: { country: "GBR" },
    },
  });
  expect(await readinessOf(fileId)).toEqual(["ready", "invalid", "invalid", "ready", "invalid"]);
  const causes = await listCauses(ctx, migrationId);
  const sentences = causes.ok
    ? causes.value.causes.flatMap((cause) => cause.examples.map((example) => example.sentence))
    : [];
  expect(sentences).toContain("Date of birth “31/02/1980” does not exist.");
  expect(sentences).toContain("Reference “003” stands on 2 rows.");
});

test("excluding one double frees the other, and taking it back in binds it again", async () => {
  const migrationId = await room.newMigration();
  const fileId = await bring(
    migrationId,
    people("1,Ann,Smith,1980-04-13,GB", "1,Bob,Day,1981-04-13,GB", "2,Cy,Fox,1982-04-13,GB"),
  );
  await check(fileId, await proposedFor(fileId));
  const [first] = await recordsOf(fileId);
  const recordIds = [first?.id ?? ""];
  expect(await readinessOf(fileId)).toEqual(["invalid", "invalid", "ready"]);
  expect(await excludeRecords(ctx, migrationId, { recordIds, reason: "an old entry" })).toEqual({
    ok: true,
    value: { excluded: 1, held: 0 },
  });
  expect(await readinessOf(fileId)).toEqual(["excluded", "ready", "ready"]);
  expect(await excludeRecords(ctx, migrationId, { recordIds, reason: "an old entry" })).toEqual({
    ok: true,
    value: { excluded: 0, held: 0 },
  });
  expect(await countsOf(ctx.db, migrationId)).toMatchObject({ clients: 3, excluded: 1, waiting: 2 });
  expect(
    await ctx.db.transition.findMany({
      where: { subjectId: recordIds[0] ?? "" },
      select: { from: true, to: true, byId: true, because: true },
    }),
  ).toEqual([{ from: "invalid", to: "excluded", byId: "operator", because: "an old entry" }]);
  expect(await includeRecords(ctx, migrationId, { recordIds })).toEqual({ ok: true, value: { included: 1 } });
  expect(await readinessOf(fileId)).toEqual(["invalid", "invalid", "ready"]);
});

test("a whole cause can be left out, and only that", async () => {
  const migrationId = await room.newMigration();
  const fileId = await bring(
    migrationId,
    people("1,Ann,Smith,1980-04-13,GB", "2,Bob,,1981-04-13,GB", "3,Cy,,1982-04-13,GB"),
  );
  await check(fileId, await proposedFor(fileId));
  expect(
    await excludeRecords(ctx, migrationId, {
      cause: { code: "field.required", field: "familyName", fileId },
      reason: "no surname in the source",
    }),
  ).toEqual({ ok: true, value: { excluded: 2, held: 0 } });
  expect(await readinessOf(fileId)).toEqual(["ready", "excluded", "excluded"]);
});

test("the list of a cause has exactly the records that the cause counts, warnings and errors, whoever is left out", async () => {
  const migrationId = await room.newMigration();
  const fileId = await bring(
    migrationId,
    "ID,FULL_NAME,DOB,COUNTRY\n" +
      ["1,Ann van Dyke,1980-04-13,GB", "2,Bob de la Tour,1981-04-13,Narnia", "3,Cy von Alm,1982-04-13,GB"].join("\n"),
  );
  const body = await proposedFor(fileId);
  await check(fileId, body);
  const agreed = async () => {
    const { causes } = given(await listCauses(ctx, migrationId));
    const counts: Record<string, number> = {};
    for (const { code, field, fileId: ofFile, role, count } of causes) {
      const cause = { code, field, fileId: ofFile, role };
      const { total, records } = given(await listRecords(ctx, migrationId, { ...cause, readiness: "included" }));
      expect([total, records.length], `${code} ${field}`).toEqual([count, count]);
      expect(records.some(({ readiness }) => readiness === "excluded")).toBe(false);
      counts[code] = (counts[code] ?? 0) + count;
    }
    return counts;
  };
  const before = await agreed();
  expect(before).toMatchObject({ "field.name_split": 3, "field.country": 1 });
  const [, bob, cy] = await recordsOf(fileId);
  given(await excludeRecords(ctx, migrationId, { recordIds: [bob?.id ?? "", cy?.id ?? ""], reason: "not ours" }));
  const after = await agreed();
  expect(after).toMatchObject({ "field.name_split": 1 });
  expect(after).not.toHaveProperty("field.country");
  const all = given(await listRecords(ctx, migrationId, { code: "field.name_split", role: "client" }));
  expect(all.total).toBe(3);
  expect(given(await listRecords(ctx, migrationId, { readiness: "included" })).total).toBe(1);
});

test("references are doubles across the files of a migration, until one of the files is taken out", async () => {
  const migrationId = await room.newMigration();
  const first = await bring(migrationId, people("1,Ann,Smith,1980-04-13,GB", "2,Bob,Day,1981-04-13,GB"));
  const second = await bring(migrationId, people("2,Cy,Fox,1982-04-13,GB"));
  await check(first, await proposedFor(first));
  expect(await readinessOf(first)).toEqual(["ready", "ready"]);
  await check(second, await proposedFor(second));
  expect([await readinessOf(first), await readinessOf(second)]).toEqual([["ready", "invalid"], ["invalid"]]);
  expect(await withdrawFile(ctx, second)).toEqual({ ok: true, value: {} });
  expect([await readinessOf(first), await readinessOf(second)]).toEqual([["ready", "ready"], []]);
});

test("another mapping keeps the ids of records and what was excluded; the same mapping again changes nothing", async () => {
  const migrationId = await room.newMigration();
  const fileId = await bring(migrationId, people("1,Ann,Smith,1980-04-13,GB", "2,Bob,Day,1981-04-13,Narnia"));
  const body = await proposedFor(fileId);
  await check(fileId, body);
  const before = await recordsOf(fileId);
  await excludeRecords(ctx, migrationId, { recordIds: [before[1]?.id ?? ""], reason: "no such country" });
  expect(await check(fileId, body)).toBe(1);
  const withoutCountry = {
    assignments: body.assignments.filter((assignment) => assignment.field !== "address.country"),
    constants: [{ field: "address.country", value: "France" }],
  };
  expect(await check(fileId, withoutCountry)).toBe(2);
  const after = await recordsOf(fileId);
  expect(after.map((record) => record.id)).toEqual(before.map((record) => record.id));
  expect(after).toMatchObject([
    { readiness: "ready", mappingVersion: 2, data: { address: { country: "FRA" } } },
    { readiness: "excluded", mappingVersion: 2 },
  ]);
});

test("a check of a version that is no longer the newest ends quietly, and one that died is done again whole", async () => {
  const migrationId = await room.newMigration();
  const fileId = await bring(migrationId, people("1,Ann,Smith,1980-04-13,GB"));
  const body = await proposedFor(fileId);
  await saveMapping(ctx, fileId, body);
  await saveMapping(ctx, fileId, { ...body, assignments: body.assignments.slice(0, 3) });
  await checkFile(ctx, { fileId, version: 1 });
  expect(await recordsOf(fileId)).toEqual([]);
  await Promise.all([checkFile(ctx, { fileId, version: 2 }), checkFile(ctx, { fileId, version: 2 })]);
  expect(await ctx.db.sourceFile.findUniqueOrThrow({ where: { id: fileId } })).toMatchObject({
    checkedVersion: 2,
    checkingVersion: null,
    checkedRows: 1,
    checkFailure: null,
  });
  expect(await readinessOf(fileId)).toEqual(["invalid"]);
  // As a killed worker leaves it: still "being checked".
  await ctx.db.sourceFile.update({ where: { id: fileId }, data: { checkingVersion: 2 } });
  const issues = await ctx.db.issue.count({ where: { fileId } });
  await checkFile(ctx, { fileId, version: 2 });
  expect(await ctx.db.issue.count({ where: { fileId } })).toBe(issues);
});

test("a fault while checking is told with an id, and nothing is half replaced", async () => {
  const migrationId = await room.newMigration();
  const fileId = await bring(migrationId, people("1,Ann,Smith,1980-04-13,GB"));
  await saveMapping(ctx, fileId, await proposedFor(fileId));
  await ctx.db.mapping.updateMany({ where: { fileId }, data: { body: { broken: true } } });
  await checkFile(ctx, { fileId, version: 1 });
  const file = await ctx.db.sourceFile.findUniqueOrThrow({ where: { id: fileId } });
  expect(file.checkFailure).toMatch(/fault in the panel.*error [0-9a-f-]{36}/);
  expect([file.checkingVersion, file.checkedVersion]).toEqual([null, null]);
});

test("what a submitted chunk holds stays: no new mapping, no exclusion, no withdrawal, no new double", async () => {
  const migrationId = await room.newMigration();
  const fileId = await bring(migrationId, people("1,Ann,Smith,1980-04-13,GB", "2,Bob,Day,1981-04-13,GB"));
  const body = await proposedFor(fileId);
  await check(fileId, body);
  const [ann] = await recordsOf(fileId);
  const chunk = await chunkWith(migrationId, ann?.id ?? "", "submitted");
  const refusals = [
    await saveMapping(ctx, fileId, { ...body, constants: [{ field: "nationality", value: "GB" }] }),
    await excludeRecords(ctx, migrationId, { recordIds: [ann?.id ?? ""], reason: "not wanted" }),
    await withdrawFile(ctx, fileId),
  ];
  expect(refusals.map((outcome) => (outcome.ok ? "ok" : outcome.refusal.kind))).toEqual([
    "not_now",
    "not_now",
    "not_now",
  ]);
  const second = await bring(migrationId, people("1,Cy,Fox,1982-04-13,GB"));
  await check(second, await proposedFor(second));
  expect([await readinessOf(fileId), await readinessOf(second)]).toEqual([["ready", "ready"], ["invalid"]]);
  await ctx.db.chunk.update({ where: { id: chunk.id }, data: { status: "draft" } });
  expect(await withdrawFile(ctx, fileId)).toMatchObject({
    ok: false,
    refusal: { sentence: expect.stringContaining("Discard the draft first") },
  });
});

test("while a file is checked again its clients count as unchecked; what a draft or a person knows stays, and is checked anew", async () => {
  const migrationId = await room.newMigration();
  const rows = people(
    "1,Ann,Smith,1980-04-13,GB",
    "2,Bob,Day,1981-04-13,GB",
    "3,Cy,Fox,1982-04-13,GB",
    "4,Di,Low,1983-04-13,GB",
  );
  const fileId = await bring(migrationId, rows);
  const body = await proposedFor(fileId);
  await check(fileId, body);
  const before = await recordsOf(fileId);
  const [ann, bob] = before;
  await chunkWith(migrationId, ann?.id ?? "", "draft");
  await excludeRecords(ctx, migrationId, { recordIds: [bob?.id ?? ""], reason: "left the firm" });
  const file = await ctx.db.sourceFile.findUniqueOrThrow({ where: { id: fileId } });
  await ctx.db.sourceFile.update({ where: { id: fileId }, data: { checkingVersion: 1 } });
  expect((await makeWay(ctx.pool, file)).size).toBe(2);
  const between = await countsOf(ctx.db, migrationId);
  expect(between).toMatchObject({ clients: 4, unchecked: 3, excluded: 1, waiting: 0 });
  expect(identityHolds(between)).toBe(true);

  const gone = await readRecord(ctx, before[2]?.id ?? "");
  expect(gone.ok || gone.refusal.sentence).toMatch(/^clients\.csv is being checked again/);

  const elsewhere = body.assignments.filter((assignment) => assignment.field !== "address.country");
  await check(fileId, { assignments: elsewhere, constants: [{ field: "address.country", value: "France" }] });
  const after = await recordsOf(fileId);
  expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
  expect(after.map(({ readiness }) => readiness)).toEqual(["ready", "excluded", "ready", "ready"]);
  for (const { data, mappingVersion } of after)
    expect({ data, mappingVersion }).toMatchObject({ data: { address: { country: "FRA" } }, mappingVersion: 2 });
  expect(await countsOf(ctx.db, migrationId)).toMatchObject({ clients: 4, waiting: 3, excluded: 1, unchecked: 0 });
});

test("both halves of a large file make way, and what a person left out in either stays", async () => {
  const migrationId = await room.newMigration();
  const many = manyRows + 1;
  const fileId = await bring(
    migrationId,
    people(...Array.from({ length: many }, (_, at) => `${at + 1},Ann,Smith,1980-04-13,GB`)),
  );
  const body = await proposedFor(fileId);
  await check(fileId, body);
  const { number } = await ctx.db.sourceFile.findUniqueOrThrow({ where: { id: fileId } });
  const middle = Math.floor(many / 2);
  const left = [1, middle, middle + 1, many].map((row) => recordIdOf(number, row));
  await excludeRecords(ctx, migrationId, { recordIds: left, reason: "left the firm" });
  const file = await ctx.db.sourceFile.update({ where: { id: fileId }, data: { checkingVersion: 1 } });
  expect([...(await makeWay(ctx.pool, file))].sort((a, b) => a - b)).toEqual(left.map(placeOfRecord));
  expect((await recordsOf(fileId)).map(({ id }) => id)).toEqual(left);
  expect(await ctx.db.sourceFile.findUniqueOrThrow({ where: { id: fileId } })).toMatchObject({ individuals: 4 });
  expect(await countsOf(ctx.db, migrationId)).toMatchObject({ clients: many, unchecked: many - 4, excluded: 4 });

  await check(fileId, body);
  expect(await countsOf(ctx.db, migrationId)).toMatchObject({ clients: many, unchecked: 0, excluded: 4 });
});

test("the counting identity holds at every step, counted from rows, and lists by status agree with it", async () => {
  const migrationId = await room.newMigration();
  const fileId = await bring(
    migrationId,
    people("1,Ann,Smith,1980-04-13,GB", "2,Bob,,1981-04-13,GB", "3,Cy,Fox,1982-04-13,GB"),
  );
  expect(await countsOf(ctx.db, migrationId)).toMatchObject({ clients: 3, unchecked: 3 });
  await check(fileId, await proposedFor(fileId));
  const [, , cy] = await recordsOf(fileId);
  await excludeRecords(ctx, migrationId, { recordIds: [cy?.id ?? ""], reason: "left the firm" });
  const counts = await countsOf(ctx.db, migrationId);
  expect(counts).toMatchObject({ clients: 3, waiting: 1, invalid: 1, excluded: 1, unchecked: 0 });
  expect(identityHolds(counts)).toBe(true);
  for (const status of ["waiting", "invalid", "excluded"] as const) {
    const listed = await listRecords(ctx, migrationId, { status });
    expect(listed.ok && listed.value.total).toBe(counts[status]);
  }
});

test("readiness for each track is counted apart, whatever else happens to a client, and says the same in the list", async () => {
  const migrationId = await room.newMigration();
  const header = "ID,FORENAME,SURNAME,DOB,STREET,TOWN,POSTCODE,COUNTRY\n";
  const rows = [
    "1,Ann,Smith,1980-04-13,1 High Street,Leeds,LS1 1AA,GB",
    "2,Bob,Day,1981-04-13,,Leeds,,GB",
    "3,Cy,,1982-04-13,,,,GB",
    "4,Di,Low,1983-04-13,,,,GB",
  ];
  const fileId = await bring(migrationId, `${header}${rows.join("\n")}\n`);
  await check(fileId, await proposedFor(fileId));
  const listed = async () => given(await listRecords(ctx, migrationId, {})).records;
  const readyFor = async () => given(await listCauses(ctx, migrationId)).readyFor;
  const both = ["full_onboarding", "limited_compliance"];
  expect((await listed()).map((record) => [record.readyFor, record.firstIssue])).toEqual([
    [both, null],
    [["limited_compliance"], "Address too thin for full onboarding"],
    [[], "Required value is missing"],
    [["limited_compliance"], "Address too thin for full onboarding"],
  ]);
  expect(await readyFor()).toEqual({ full_onboarding: 1, limited_compliance: 3 });
  await excludeRecords(ctx, migrationId, { recordIds: [(await listed())[3]?.id ?? ""], reason: "not ours" });
  expect(await readyFor()).toEqual({ full_onboarding: 1, limited_compliance: 2 });
});

test("records are found by reference or name, shown masked, and paged without gaps", async () => {
  const migrationId = await room.newMigration();
  const fileId = await bring(
    migrationId,
    people(...Array.from({ length: 120 }, (_, n) => `C%${n},Ann,Smith${"abc"[n % 3]},1980-04-13,GB`)),
  );
  await check(fileId, await proposedFor(fileId));
  const rowNumbers: number[] = [];
  let after: string | undefined;
  do {
    const page = await listRecords(ctx, migrationId, after === undefined ? {} : { after });
    if (!page.ok) throw new Error(page.refusal.sentence);
    expect(page.value.total).toBe(120);
    rowNumbers.push(...page.value.records.map((record) => record.rowNumber));
    after = page.value.next ?? undefined;
  } while (after !== undefined);
  expect(rowNumbers).toEqual(Array.from({ length: 120 }, (_, n) => n + 1));
  const found = await listRecords(ctx, migrationId, { search: "c%119" });
  expect(found).toMatchObject({
    ok: true,
    value: { total: 1, records: [{ reference: "C%119", maskedName: "A•• S•••••", standing: "waiting" }] },
  });
  const totalOf = async (search: string) => {
    const list = await listRecords(ctx, migrationId, { search });
    return list.ok ? list.value.total : undefined;
  };
  // Beginnings of references come first: C%1, C%10 to C%19 and C%100 to C%119. What none begins with is looked for anywhere.
  expect([await totalOf("C%1"), await totalOf("%119"), await totalOf("smitha"), await totalOf("nobody")]).toEqual([
    31, 1, 40, 0,
  ]);
});

test("companies are doubles by number and country, as a warning", async () => {
  const migrationId = await room.newMigration();
  const fileId = await bring(
    migrationId,
    "REF,COMPANY NAME,COMPANY NUMBER,COUNTRY OF INCORPORATION,STATE OF INCORPORATION\n1,Alpha,00123456,GB,\n2,Alpha Ltd,00123456,United Kingdom,\n3,Beta,00123456,IE,\n4,Gamma,9,US,\n",
    "company",
  );
  await check(fileId, await proposedFor(fileId));
  expect(await causesIn(migrationId)).toEqual({
    "record.duplicate_company number": 2,
    "field.company_number number": 1,
    "record.state_required stateOfIncorporation": 1,
  });
  expect(await readinessOf(fileId)).toEqual(["ready", "ready", "ready", "invalid"]);
});

test("people of one name and birthday under different references are asked about, whatever case, accents and blanks they are written with", async () => {
  const migrationId = await room.newMigration();
  const first = await bring(
    migrationId,
    people(
      "1,Zoë,Van der Heyde,1980-04-13,GB",
      "2,Ann,Smith,1980-04-13,GB",
      "3,Ann,Smith,1980-04-14,GB",
      "4,Bob,Day,1971-02-03,GB",
      "4,Bob,Day,1971-02-03,GB",
      "5,Cy,,1971-02-03,GB",
      "6,Cy,,1971-02-03,GB",
    ),
  );
  const second = await bring(
    migrationId,
    people("7,zoe,van  der heyde,1980-04-13,GB", "8,ZOE,VANDERHEYDE,1980-04-13,GB"),
  );
  await check(first, await proposedFor(first));
  expect(await causesIn(migrationId)).not.toHaveProperty("record.likely_duplicate");
  await check(second, await proposedFor(second));
  const likely = async () =>
    (
      await ctx.db.issue.findMany({
        where: { migrationId, code: "record.likely_duplicate" },
        orderBy: [{ fileId: "asc" }, { rowNumber: "asc" }],
      })
    ).map(({ fileId, rowNumber, facts, value }) => [fileId === first ? 1 : 2, rowNumber, facts, value]);
  const three = { count: "3" };
  const two = { count: "2" };
  const asKnown = async () => (await likely()).sort();
  expect(await asKnown()).toEqual([
    [1, 1, three, null],
    [2, 1, three, null],
    [2, 2, three, null],
  ]);
  expect(await readinessOf(second)).toEqual(["ready", "ready"]);
  const [zoe] = await recordsOf(second);
  const recordIds = [zoe?.id ?? ""];
  await excludeRecords(ctx, migrationId, { recordIds, reason: "a double" });
  expect(await asKnown()).toEqual([
    [1, 1, two, null],
    [2, 2, two, null],
  ]);
  const [zoeOfFirst] = await recordsOf(first);
  await excludeRecords(ctx, migrationId, { recordIds: [zoeOfFirst?.id ?? ""], reason: "a double" });
  expect(await asKnown()).toEqual([]);
  await includeRecords(ctx, migrationId, { recordIds });
  expect(await asKnown()).toEqual([
    [2, 1, two, null],
    [2, 2, two, null],
  ]);
  expect(await withdrawFile(ctx, second)).toEqual({ ok: true, value: {} });
  expect(await asKnown()).toEqual([]);
});

test("a change of one double leaves what its doubles share with others alone", async () => {
  const migrationId = await room.newMigration();
  const fileId = await bring(
    migrationId,
    people("1,Ann,Smith,1980-04-13,GB", "1,Bob,Day,1971-02-03,GB", "2,Bob,Day,1971-02-03,GB", "1,Cy,Fox,1982-04-13,GB"),
  );
  await check(fileId, await proposedFor(fileId));
  const before = await causesIn(migrationId);
  expect(before).toMatchObject({ "record.likely_duplicate": 2, "record.duplicate_reference reference": 3 });
  const [ann] = await recordsOf(fileId);
  const recordIds = [ann?.id ?? ""];
  await excludeRecords(ctx, migrationId, { recordIds, reason: "a double" });
  expect(await causesIn(migrationId)).toMatchObject({
    "record.likely_duplicate": 2,
    "record.duplicate_reference reference": 2,
  });
  await includeRecords(ctx, migrationId, { recordIds });
  expect(await causesIn(migrationId)).toEqual(before);
});

test("the sample of 1,000 people with typing errors is judged row by row once its country is told", async () => {
  const migrationId = await room.newMigration();
  const fileId = await bring(migrationId, await readFile("samples/splink-fake-people-1000.csv"));
  await check(
    fileId,
    await proposedFor(fileId, { constants: [{ field: "address.country", value: "United Kingdom" }] }),
  );
  const causes = await causesIn(migrationId);
  const counts = await countsOf(ctx.db, migrationId);
  expect(Object.keys(causes)).toEqual(
    expect.arrayContaining(["field.required givenNames", "field.required familyName"]),
  );
  expect(counts.clients).toBe(1000);
  expect(counts.unchecked).toBe(0);
  expect(counts.waiting + counts.invalid).toBe(1000);
  expect(counts.invalid).toBeGreaterThan(200);
});

test("the synthetic book is mapped by its proposals alone, and Review finds exactly the problems planted in it", async () => {
  const migrationId = await room.newMigration();
  const people = await bring(migrationId, await readFile("samples/legacy-individuals.csv"));
  const companies = await bring(migrationId, await readFile("samples/legacy-companies.csv"), "company");
  await check(people, await proposedFor(people));
  await check(companies, await proposedFor(companies));
  const { "record.full_address_incomplete": _thin, ...causes } = await causesIn(migrationId);
  expect(causes).toEqual({
    "field.required dateOfBirth": 3,
    "field.date_impossible dateOfBirth": 2,
    "field.date_future dateOfBirth": 1,
    "record.duplicate_reference reference": 4,
    "field.country address.country": 2,
    "field.country countryOfIncorporation": 1,
    "field.required familyName": 1,
    "field.email email": 1,
    "field.required number": 1,
    "record.state_required stateOfIncorporation": 1,
  });
  expect((await countsOf(ctx.db, migrationId)).clients).toBe(500);
});
