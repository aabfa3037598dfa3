import { readFile } from "node:fs/promises";
import { afterAll, expect, test } from "vitest";
import { identityHolds } from "../../domain/counts.ts";
import type { EntityType } from "../../domain/entity.ts";
import type { FileKind } from "../../domain/file-kind.ts";
import type { Assignment, MappingBody } from "../../domain/mapping.ts";
import { recordIdSpanOf, slotOf } from "../../domain/record-id.ts";
import { countsOf } from "../../store/counts-of.ts";
import { openTestRoom, uploadOf } from "../../store/test-room.ts";
import { saveMapping } from "../map/command.ts";
import { listColumnValues } from "../map/query/list-column-values.ts";
import { readMapping, tryMapping } from "../map/query.ts";
import { parseFile } from "../parse/command.ts";
import { readRecord } from "../receive/query/read-record.ts";
import { changeKind } from "../upload/command/change-kind.ts";
import { uploadFile, withdrawFile } from "../upload/command.ts";
import { excludeRecords, includeRecords } from "./command/exclusions.ts";
import { checkFile } from "./command.ts";
import { listCauses, listRecords } from "./query.ts";

const room = await openTestRoom();
const { ctx } = room;
afterAll(room.close);

const trim = { kind: "trim" } as const;
const given = <T>(outcome: { ok: true; value: T } | { ok: false; refusal: { sentence: string } }): T => {
  if (!outcome.ok) throw new Error(outcome.refusal.sentence);
  return outcome.value;
};

async function bring(migrationId: string, content: string | Uint8Array, kind: FileKind, entityType: EntityType) {
  const { fileId } = given(await uploadFile(ctx, { ...uploadOf(migrationId, content, entityType), kind }));
  await parseFile(ctx, { fileId });
  return fileId;
}

async function check(fileId: string, body: MappingBody): Promise<void> {
  const { version } = given(await saveMapping(ctx, fileId, body));
  await checkFile(ctx, { fileId, version });
}

/** What a person gets who takes every proposal: those for mixed rows where there is one. */
async function proposed(fileId: string): Promise<MappingBody> {
  const { columns, mixed, associates } = given(await readMapping(ctx, fileId));
  const assignments = columns.flatMap(({ index, suggestion }): Assignment[] => {
    const chosen = mixed ? mixed.columns[index] : suggestion;
    if (!chosen) return [{ column: index, field: null, transforms: [] }];
    return [chosen, ...(chosen.also ?? [])].map(({ of, field, transforms }) => ({
      column: index,
      ...(of !== undefined && { of }),
      field,
      transforms,
    }));
  });
  return {
    assignments,
    constants: [],
    ...(mixed?.kind && { kindBy: mixed.kind.kindBy }),
    ...(associates.length > 0 && {
      associates: associates.map(({ of, label, entityType, list }) => ({ of, label, entityType, list })),
    }),
  };
}

const recordsOf = async (fileId: string) => {
  const records = await ctx.db.record.findMany({ where: { fileId }, orderBy: { id: "asc" } });
  return records.map((record) => ({ ...record, data: JSON.parse(record.data) as unknown }));
};
async function linksOf(fileId: string) {
  const { number } = await ctx.db.sourceFile.findUniqueOrThrow({ where: { id: fileId } });
  const { first, last } = recordIdSpanOf(number);
  const links = await ctx.db.link.findMany({
    where: { recordId: { gte: first, lte: last } },
    orderBy: { recordId: "asc" },
  });
  return links.map((link) => ({
    ...link,
    rowNumber: Number.parseInt(link.recordId.slice(24, 32), 16),
    slot: slotOf(link.recordId),
  }));
}
const causesIn = async (migrationId: string) =>
  Object.fromEntries(
    given(await listCauses(ctx, migrationId)).causes.map(({ code, field, count }) => [
      `${code} ${field}`.trim(),
      count,
    ]),
  );

test("a file of people and organisations becomes records of both kinds, and a row of neither is an issue", async () => {
  const migrationId = await room.newMigration();
  const senzing = await readFile("samples/senzing-customers.csv");
  const fileId = await bring(migrationId, senzing, "mixed", "individual");
  const column = given(await readMapping(ctx, fileId)).columns.find(({ name }) => name === "RECORD_TYPE")?.index ?? -1;
  const values = given(await listColumnValues(ctx, fileId, column)).values;
  const countOf = (word: string) => values.find(({ value }) => value === word)?.count ?? 0;
  expect(countOf("PERSON") + countOf("ORGANIZATION")).toBe(120);

  const body = await proposed(fileId);
  expect(body.kindBy).toEqual({ column, individual: ["PERSON"], company: ["ORGANIZATION"] });
  const dob = body.assignments.find(({ field }) => field === "dateOfBirth");
  if (dob) dob.transforms = [trim, { kind: "date", format: "DD/MM/YYYY", also: ["YYYY-MM-DD"] }];
  await check(fileId, body);

  const records = await recordsOf(fileId);
  const ofKind = (kind: EntityType) => records.filter(({ entityType }) => entityType === kind);
  expect([ofKind("individual").length, ofKind("company").length]).toEqual([countOf("PERSON"), countOf("ORGANIZATION")]);
  expect(
    ofKind("company").every(
      ({ data }) =>
        JSON.stringify(data).includes('"entityType": "company"') ||
        JSON.stringify(data).includes('"entityType":"company"'),
    ),
  ).toBe(true);
  expect(ofKind("company").some(({ displayName }) => displayName !== "")).toBe(true);
  const counts = await countsOf(ctx.db, migrationId);
  expect(counts.clients).toBe(120);
  expect(identityHolds(counts)).toBe(true);
  expect((await causesIn(migrationId))["row.kind_unknown"]).toBeUndefined();

  await check(fileId, { ...body, kindBy: { column, individual: ["PERSON"], company: [] } });
  expect((await causesIn(migrationId))["row.kind_unknown"]).toBe(countOf("ORGANIZATION"));
  expect(
    (await recordsOf(fileId))
      .filter(({ readiness }) => readiness === "ready")
      .every(({ entityType }) => entityType === "individual"),
  ).toBe(true);
});

test("a wide file of companies becomes clients, their associates and links; counts of clients count clients alone", async () => {
  const migrationId = await room.newMigration();
  const fileId = await bring(migrationId, await readFile("samples/wide-companies.csv"), "clients", "company");
  const body = await proposed(fileId);
  expect(body.associates?.map(({ label, entityType, list }) => `${label} ${entityType} ${list}`)).toEqual([
    "Director 1 individual directors",
    "Director 2 individual directors",
    "Director 3 individual directors",
    "Shareholder 1 company shareholders",
    "Shareholder 2 company shareholders",
  ]);
  await check(fileId, body);
  const records = await recordsOf(fileId);
  const associates = records.filter(({ role }) => role === "associate");
  expect(records.filter(({ role }) => role === "client")).toHaveLength(8);
  expect(associates).toHaveLength(25);
  expect(associates.find(({ id, rowNumber }) => rowNumber === 3 && slotOf(id) === 3)).toMatchObject({
    displayName: "Pavel Dvorský",
    entityType: "individual",
    readiness: "ready",
    data: { dateOfBirth: "1977-12-24" },
  });
  const links = await linksOf(fileId);
  expect(links).toHaveLength(25);
  expect(links.find(({ rowNumber, slot }) => rowNumber === 3 && slot === 4)).toMatchObject({
    list: "shareholders",
    percentage: 66.5,
    ownerReference: null,
  });
  expect(links.find(({ rowNumber, slot }) => rowNumber === 8 && slot === 4)?.percentage).toBe(0.25);
  expect(links.find(({ rowNumber, slot }) => rowNumber === 1 && slot === 1)).toMatchObject({
    list: "directors",
    appointedOn: "2015-03-01",
  });
  expect(await causesIn(migrationId)).toEqual({
    "link.percentage link.percentage": 1,
    "field.company_number number": 3,
    // Tessa Marlowe-Quill, in three companies.
    "link.shared_person": 3,
    "link.no_director": 1,
  });
  const severities = given(await listCauses(ctx, migrationId)).causes.map(({ severity }) => severity);
  expect(severities).toEqual(["error", "warning", "warning", "info"]);

  const counts = await countsOf(ctx.db, migrationId);
  expect(counts).toMatchObject({ clients: 8, waiting: 8 });
  const total = async (role?: "client" | "associate") => given(await listRecords(ctx, migrationId, { role })).total;
  expect([await total("client"), await total("associate"), await total()]).toEqual([8, 25, 33]);

  await check(fileId, body);
  expect((await recordsOf(fileId)).map(({ id }) => id)).toEqual(records.map(({ id }) => id));
  expect(await linksOf(fileId)).toEqual(links);

  const onlyDirectors = (n: number | undefined) => n === undefined || n <= 2;
  await check(fileId, {
    ...body,
    assignments: body.assignments.filter(({ of }) => onlyDirectors(of)),
    associates: body.associates?.filter(({ of }) => onlyDirectors(of)) ?? [],
  });
  expect((await recordsOf(fileId)).filter(({ role }) => role === "associate")).toHaveLength(11);
  expect(await linksOf(fileId)).toHaveLength(11);
  expect(await causesIn(migrationId)).not.toHaveProperty("link.percentage link.percentage");
  expect(await countsOf(ctx.db, migrationId)).toEqual(counts);
});

test("a constant of a numbered associate is saved with the mapping, and stands in its records as the constant of the mapping", async () => {
  const migrationId = await room.newMigration();
  const fileId = await bring(migrationId, await readFile("samples/wide-companies.csv"), "clients", "company");
  const body = await proposed(fileId);
  const constants = [
    { of: 2, field: "nationality", value: "Norway" },
    { of: 2, field: "address.country", value: "UK" },
  ];
  await check(fileId, { ...body, constants });
  expect(given(await readMapping(ctx, fileId)).current?.body.constants).toEqual(constants);
  const records = await recordsOf(fileId);
  expect(records.filter(({ role }) => role === "associate")).toHaveLength(25);
  for (const { id, data } of records) {
    const isSecond = slotOf(id) === 2;
    if (isSecond) expect(data).toMatchObject({ nationality: "NOR", address: { country: "GBR" } });
    else expect(data).not.toHaveProperty("nationality");
  }
  const second = records.find(({ id }) => slotOf(id) === 2);
  const { values } = given(await readRecord(ctx, second?.id ?? ""));
  expect(values.find(({ field }) => field === "nationality")).toMatchObject({ column: null });
  expect(
    await saveMapping(ctx, fileId, { ...body, constants: [{ of: 9, field: "nationality", value: "UK" }] }),
  ).toMatchObject({
    ok: false,
    refusal: { sentence: expect.stringContaining("no field of associate 9") },
  });
});

test("an associate that a column tells to be a person or a company becomes what it says; what says neither is an error of that associate alone", async () => {
  const migrationId = await room.newMigration();
  const rows = [
    "C1,Alder Ltd,1,UK,Lee,P",
    "C2,Birch Ltd,2,UK,Cedar AG,firm",
    "C3,Elm Ltd,3,UK,Fir,?",
    "C4,Oak Ltd,4,UK,,P",
  ];
  const header = "ref,company_name,reg_no,country_of_incorporation,owner,owner_type";
  const fileId = await bring(migrationId, `${header}\n${rows.join("\n")}\n`, "clients", "company");
  const { assignments } = await proposed(fileId);
  await check(fileId, {
    assignments: [
      ...assignments.filter(({ column }) => column < 4),
      ...["name", "familyName"].map((field) => ({ column: 4, of: 1, field, transforms: [{ kind: "trim" as const }] })),
      { column: 5, field: null, transforms: [] },
    ],
    constants: [{ of: 1, field: "givenNames", value: "Ann" }],
    associates: [
      {
        of: 1,
        label: "Owner 1",
        entityType: "individual",
        list: "shareholders",
        kindBy: { column: 5, individual: ["P"], company: ["Firm"] },
      },
    ],
  });
  const associates = (await recordsOf(fileId)).filter(({ role }) => role === "associate");
  expect(associates.map(({ entityType, displayName, readiness }) => [entityType, displayName, readiness])).toEqual([
    ["individual", "Ann Lee", "ready"],
    ["company", "Cedar AG", "ready"],
    ["individual", "Ann Fir", "invalid"],
  ]);
  expect((await causesIn(migrationId))["row.kind_unknown"]).toBe(1);
  expect(await countsOf(ctx.db, migrationId)).toMatchObject({ clients: 4, waiting: 4 });
});

test("the bench shows the company and each of its associates, with the place of each", async () => {
  const migrationId = await room.newMigration();
  const fileId = await bring(migrationId, await readFile("samples/wide-companies.csv"), "clients", "company");
  const shown = given(await tryMapping(ctx, fileId, { rowNumber: 1, mapping: await proposed(fileId) }));
  expect(shown.records.map(({ label }) => label)).toEqual([
    "Client",
    "Director 1",
    "Director 2",
    "Shareholder 1",
    "Shareholder 2",
  ]);
  expect(JSON.parse(shown.records[1]?.request ?? "")).toMatchObject({
    role: "INDIVIDUAL_ASSOCIATED",
    collected_data: { personal_details: { name: { given_names: ["Tessa"], family_name: "Marlowe-Quill" } } },
  });
  expect(shown.records[3]?.place).toContainEqual({ label: "Percentage", value: "75 %" });
});

const companies = "ref,company_name,reg_no,country_of_incorporation\nC1,Alder Ltd,1,UK\nC2,Birch Ltd,2,UK\n";

test("a long file of associates is linked to its companies by reference, also when those come later", async () => {
  const migrationId = await room.newMigration();
  const long =
    "company_id,person_id,first_name,surname,role,pct,appointed_on\n" +
    'C1,P1,Tessa,Marlowe,Geschäftsführerin,,2019-04-13\nC2,P1,Tessa,Marlowe,director,,2020-04-13\nC1,P2,Orrin,Bax,Aktionär,"12,5 %",\nC9,P3,Idris,Pen,UBO,100,\nC1,P4,Ida,Low,Chief whip,-3,\n,P5,Una,Grey,director,,\n';
  const fileId = await bring(migrationId, long, "associates", "individual");
  await check(fileId, await proposed(fileId));
  expect(
    (await linksOf(fileId)).map(({ ownerReference, list, percentage }) => [ownerReference, list, percentage]),
  ).toEqual([
    ["C1", "directors", null],
    ["C2", "directors", null],
    ["C1", "shareholders", 12.5],
    ["C9", "beneficial_owners", 100],
    ["C1", null, null],
    [null, "directors", null],
  ]);
  expect(await causesIn(migrationId)).toEqual({
    "link.parent_missing owner.reference": 5,
    "link.role link.role": 1,
    "link.percentage link.percentage": 1,
    "field.required owner.reference": 1,
  });
  expect(await countsOf(ctx.db, migrationId)).toMatchObject({ clients: 0 });

  const clients = await bring(migrationId, companies, "clients", "company");
  await check(clients, await proposed(clients));
  expect(await causesIn(migrationId)).toMatchObject({ "link.parent_missing owner.reference": 1 });
  expect((await recordsOf(fileId)).map(({ readiness }) => readiness)).toEqual([
    "ready",
    "ready",
    "ready",
    "invalid",
    "invalid",
    "invalid",
  ]);
  expect(await countsOf(ctx.db, migrationId)).toMatchObject({ clients: 2, waiting: 2 });

  given(await withdrawFile(ctx, clients));
  expect(await causesIn(migrationId)).toMatchObject({ "link.parent_missing owner.reference": 5 });
  expect((await recordsOf(fileId)).every(({ readiness }) => readiness === "invalid")).toBe(true);
});

test("a links file joins associates and companies of other files, and a side that is nowhere is said", async () => {
  const migrationId = await room.newMigration();
  const clients = await bring(migrationId, companies, "clients", "company");
  await check(clients, await proposed(clients));
  const people = await bring(
    migrationId,
    "person_id,first_name,surname\nP1,Tessa,Marlowe\n",
    "associates",
    "individual",
  );
  await check(people, await proposed(people));
  expect(await linksOf(people)).toEqual([]);
  const links = await bring(
    migrationId,
    "company_id,person_id,role,pct\nC1,P1,director,\nC2,P1,shareholder,25\nC1,C2,shareholder,75%\nC1,P7,director,\n",
    "links",
    "individual",
  );
  await check(links, await proposed(links));
  const records = await recordsOf(links);
  expect(records.map(({ role, readiness }) => `${role} ${readiness}`)).toEqual([
    "link ready",
    "link ready",
    "link ready",
    "link invalid",
  ]);
  expect(await causesIn(migrationId)).toMatchObject({ "link.associate_missing associate.reference": 1 });
  expect(await countsOf(ctx.db, migrationId)).toMatchObject({ clients: 2 });
  const recordIds = [records[3]?.id ?? ""];
  expect(given(await excludeRecords(ctx, migrationId, { recordIds, reason: "nobody of that number" }))).toMatchObject({
    excluded: 1,
  });
  expect(await causesIn(migrationId)).not.toHaveProperty("link.associate_missing associate.reference");
});

/** Companies of these references, with nothing wrong. */
const companiesOf = (...references: string[]) =>
  `ref,company_name,reg_no,country_of_incorporation,address,address_country\n${references.map((reference, at) => `${reference},Company ${reference},${10_000_000 + at},UK,"1 Elm Road, Leeds",UK\n`).join("")}`;
const linksIn = (...rows: string[]) => `company_id,person_id,role,pct\n${rows.join("\n")}\n`;
const familyIssues = async (migrationId: string) =>
  (
    await ctx.db.issue.findMany({
      where: { migrationId, code: { startsWith: "link." } },
      orderBy: [{ code: "asc" }, { recordId: "asc" }],
    })
  ).map(({ code, severity, value, facts, recordId }) => ({ code, severity, value, facts, recordId }));
const told = async (migrationId: string) =>
  (await familyIssues(migrationId)).map(({ code, value }) => `${code} ${value ?? ""}`.trim());

async function family(companies: string, ...links: string[]) {
  const migrationId = await room.newMigration();
  const clients = await bring(migrationId, companies, "clients", "company");
  await check(clients, await proposed(clients));
  const file = await bring(migrationId, linksIn(...links), "links", "individual");
  await check(file, await proposed(file));
  return { migrationId, clients, file };
}

test("a company that is its own associate is an error at the link; excluding the link settles it, taking it back brings it back", async () => {
  const { migrationId, file } = await family(companiesOf("C1", "C2"), "C1,C1,shareholder,10", "C1,C2,shareholder,90");
  expect(await told(migrationId)).toEqual(["link.self C1"]);
  const [link] = await recordsOf(file);
  expect(link?.readiness).toBe("invalid");
  const recordIds = [link?.id ?? ""];
  given(await excludeRecords(ctx, migrationId, { recordIds, reason: "own shares" }));
  expect(await told(migrationId)).toEqual(["link.ownership_gap"]);
  given(await includeRecords(ctx, migrationId, { recordIds }));
  expect(await told(migrationId)).toEqual(["link.self C1"]);
  expect((await recordsOf(file))[0]?.readiness).toBe("invalid");
});

test("companies that own each other in a circle are told at the links of the circle and nowhere else", async () => {
  const { migrationId, file } = await family(
    companiesOf("A", "B", "C", "D", "E"),
    "A,B,shareholder,100",
    "B,C,beneficial owner,",
    "C,A,shareholder,100",
    // Leads into the circle, and out of it.
    "D,A,shareholder,100",
    "B,E,shareholder,100",
    // No ownership: a company may be the secretary of its owner.
    "E,D,secretary,",
    "D,E,shareholder,",
  );
  expect(await told(migrationId)).toEqual(["link.cycle A", "link.cycle B", "link.cycle C"]);
  expect((await recordsOf(file)).map(({ readiness }) => readiness)).toEqual(Array(7).fill("ready"));
});

test("ten levels of owners are taken; at the eleventh the lowest company is told of", async () => {
  const chain = (levels: number) =>
    Array.from({ length: levels }, (_, level) => `L${level},L${level + 1},shareholder,100`);
  const names = Array.from({ length: 13 }, (_, level) => `L${level}`);
  const ten = await family(companiesOf(...names), ...chain(10));
  expect(await told(ten.migrationId)).toEqual([]);
  const twelve = await family(companiesOf(...names), ...chain(12));
  expect(await told(twelve.migrationId)).toEqual(["link.too_deep L0", "link.too_deep L1"]);
  const ring = await family(companiesOf(...names), ...chain(12), "L12,L0,shareholder,");
  expect(new Set(await told(ring.migrationId))).toEqual(new Set(names.map((name) => `link.too_deep ${name}`)));
});

test("shareholdings over 100 % are an error of the company, a gap is a note, and who left or has no percentage is not counted", async () => {
  const migrationId = await room.newMigration();
  const clients = await bring(migrationId, companiesOf("C1", "C2", "C3", "C4"), "clients", "company");
  await check(clients, await proposed(clients));
  const long =
    "company_id,person_id,first_name,surname,role,pct,resigned_on\n" +
    "C1,P1,Tessa,Marlowe,shareholder,70,\nC1,P2,Orrin,Bax,shareholder,40,\nC1,P9,Una,Grey,UBO,70,\n" +
    "C2,P3,Idris,Pen,shareholder,70,\nC2,P4,Ida,Low,shareholder,40,2020-01-31\n" +
    "C3,P5,Ada,Fenn,shareholder,,\n" +
    "C4,P6,Bo,Lind,shareholder,33.33,\nC4,P7,Cy,Moss,shareholder,33.33,\nC4,P8,Di,Nye,shareholder,33.34,\n";
  const fileId = await bring(migrationId, long, "associates", "individual");
  await check(fileId, await proposed(fileId));
  const [first, second] = await recordsOf(clients);
  expect(await familyIssues(migrationId)).toEqual([
    {
      code: "link.ownership_gap",
      severity: "info",
      value: null,
      facts: { total: "70", missing: "30" },
      recordId: second?.id,
    },
    {
      code: "link.ownership_over",
      severity: "error",
      value: null,
      facts: { total: "110", missing: "-10" },
      recordId: first?.id,
    },
  ]);
  expect((await recordsOf(clients)).map(({ readiness }) => readiness)).toEqual(["invalid", "ready", "ready", "ready"]);
  expect(await countsOf(ctx.db, migrationId)).toMatchObject({ clients: 4, waiting: 3, invalid: 1 });
  const before = await ctx.db.issue.findMany({ where: { migrationId, code: { startsWith: "link." } } });
  await check(fileId, await proposed(fileId));
  expect(await ctx.db.issue.findMany({ where: { migrationId, code: { startsWith: "link." } } })).toEqual(before);

  given(await withdrawFile(ctx, fileId));
  expect(await told(migrationId)).toEqual([]);
  expect((await recordsOf(clients)).every(({ readiness }) => readiness === "ready")).toBe(true);
});

test("a company without anybody who runs it is a warning, once somebody in the book is a director", async () => {
  const { migrationId, file } = await family(
    companiesOf("C1", "C2", "C3", "C4"),
    "C1,C4,director,",
    "C2,C4,partner,",
    "C3,C4,shareholder,100",
  );
  const withoutDirector = ["link.no_director", "link.no_director"];
  expect(await told(migrationId)).toEqual(withoutDirector);
  const [director, partner] = await recordsOf(file);
  given(await excludeRecords(ctx, migrationId, { recordIds: [director?.id ?? ""], reason: "no such person" }));
  expect(await told(migrationId)).toEqual([...withoutDirector, "link.no_director"]);
  given(await excludeRecords(ctx, migrationId, { recordIds: [partner?.id ?? ""], reason: "no such person" }));
  expect(await told(migrationId)).toEqual([]);
});

test("a person in several companies is told at each of their records, with companies and profiles counted and no name", async () => {
  const migrationId = await room.newMigration();
  const clients = await bring(migrationId, companiesOf("C1", "C2", "C3"), "clients", "company");
  await check(clients, await proposed(clients));
  const long =
    "company_id,person_id,first_name,surname,date_of_birth,role\n" +
    "C1,P1,Tessa,Marlowe,1971-05-14,director\nC2,P2,TESSA,Marlowe,1971-05-14,director\nC2,P2,Tessa,Marlowe,1971-05-14,shareholder\n" +
    "C3,P3,Tessa,Marlowe,1971-05-15,director\nC1,P4,Orrin,Bax,1968-11-30,director\nC1,P4,Orrin,Bax,1968-11-30,secretary\n";
  const fileId = await bring(migrationId, long, "associates", "individual");
  await check(fileId, await proposed(fileId));
  const facts = { companies: "2", profiles: "3" };
  const rows = await recordsOf(fileId);
  expect(await familyIssues(migrationId)).toEqual(
    rows
      .slice(0, 3)
      .map(({ id }) => ({ code: "link.shared_person", severity: "info", value: null, facts, recordId: id })),
  );
  expect(rows.every(({ readiness }) => readiness === "ready")).toBe(true);
});

test("an associate company is known to be a client by its country and number, or by its reference and name", async () => {
  const migrationId = await room.newMigration();
  const clients = await bring(migrationId, companiesOf("C1", "C2", "C3"), "clients", "company");
  await check(clients, await proposed(clients));
  const long =
    "company_id,company_ref,company_name,reg_no,country_of_incorporation,role,pct\n" +
    // The number of C2, the reference and name of C1; then a reference alone, which another system may have given.
    "C1,X1,Second,10000001,UK,shareholder,100\nC2,C1,COMPANY C1,,UK,shareholder,100\nC3,C3,Somebody else,,UK,shareholder,100\n";
  const fileId = await bring(migrationId, long, "associates", "company");
  const body = await proposed(fileId);
  await check(fileId, body);
  expect((await told(migrationId)).filter((words) => words !== "link.no_director")).toEqual([
    "link.cycle C1",
    "link.cycle C2",
  ]);
});

test("another kind of file drops what was made of it and its mapping, and the rows are counted by the new kind", async () => {
  const migrationId = await room.newMigration();
  const fileId = await bring(migrationId, companies, "clients", "company");
  await check(fileId, await proposed(fileId));
  const kind = { kind: "associates", entityType: "company" } as const;
  given(await changeKind(ctx, fileId, kind));
  given(await changeKind(ctx, fileId, kind));
  expect(await recordsOf(fileId)).toEqual([]);
  expect(await ctx.db.mapping.count({ where: { fileId } })).toBe(0);
  expect(await countsOf(ctx.db, migrationId)).toMatchObject({ clients: 0 });
  given(await changeKind(ctx, fileId, { kind: "clients", entityType: "company" }));
  expect(await countsOf(ctx.db, migrationId)).toMatchObject({ clients: 2, unchecked: 2 });
});

test("associates of associate companies belong to a client through them; those that no client leads to are errors", async () => {
  const migrationId = await room.newMigration();
  const clients = await bring(migrationId, companiesOf("C1", "C2"), "clients", "company");
  await check(clients, await proposed(clients));
  const holdings = await bring(
    migrationId,
    "company_id,associate_ref,company_name,role,pct\nC1,H1,Upper Ltd,shareholder,100\nH1,H2,Middle Ltd,shareholder,100\nH8,H9,Lost Ltd,shareholder,100\nH9,H8,Astray Ltd,shareholder,100\n",
    "associates",
    "company",
  );
  await check(holdings, await proposed(holdings));
  const people = await bring(
    migrationId,
    "company_id,person_id,first_name,surname,role\nH2,P1,Tessa,Marlowe,director\nH9,P2,Orrin,Bax,director\nH7,P3,Una,Grey,director\n",
    "associates",
    "individual",
  );
  await check(people, await proposed(people));
  const placed = (await told(migrationId)).filter((issue) => !issue.startsWith("link.no_director"));
  expect(placed.toSorted()).toEqual([
    "link.leads_nowhere H8",
    "link.leads_nowhere H9",
    "link.leads_nowhere H9",
    "link.parent_missing H7",
  ]);
  expect((await recordsOf(people)).map(({ readiness }) => readiness)).toEqual(["ready", "invalid", "invalid"]);
});
