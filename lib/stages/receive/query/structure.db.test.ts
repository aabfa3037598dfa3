import { readFile } from "node:fs/promises";
import { afterAll, expect, test } from "vitest";
import type { EntityType } from "../../../domain/entity.ts";
import type { FileKind } from "../../../domain/file-kind.ts";
import type { Assignment } from "../../../domain/mapping.ts";
import { openTestRoom, uploadOf } from "../../../store/test-room.ts";
import { saveMapping } from "../../map/command.ts";
import { readMapping } from "../../map/query.ts";
import { parseFile } from "../../parse/command.ts";
import { uploadFile } from "../../upload/command.ts";
import { excludeRecords } from "../../validate/command/exclusions.ts";
import { checkFile } from "../../validate/command.ts";
import { revealStructure } from "../command/reveal-structure.ts";
import { readStructure } from "./read-structure.ts";

const room = await openTestRoom();
const { ctx } = room;
afterAll(room.close);

const given = <T>(outcome: { ok: true; value: T } | { ok: false; refusal: { sentence: string } }): T => {
  if (!outcome.ok) throw new Error(outcome.refusal.sentence);
  return outcome.value;
};

/** A file as it is after somebody took every proposal for its columns. */
async function bring(
  migrationId: string,
  content: string | Uint8Array,
  kind: FileKind,
  entityType: EntityType = "individual",
): Promise<void> {
  const { fileId } = given(await uploadFile(ctx, { ...uploadOf(migrationId, content, entityType), kind }));
  await parseFile(ctx, { fileId });
  const { columns, associates } = given(await readMapping(ctx, fileId));
  const assignments = columns.flatMap(({ index, suggestion }): Assignment[] =>
    suggestion
      ? [suggestion, ...(suggestion.also ?? [])].map(({ of, field, transforms }) => ({
          column: index,
          ...(of !== undefined && { of }),
          field,
          transforms,
        }))
      : [{ column: index, field: null, transforms: [] }],
  );
  const numbered = associates.map(({ of, label, entityType, list }) => ({ of, label, entityType, list }));
  const body = { assignments, constants: [], ...(numbered.length > 0 && { associates: numbered }) };
  const { version } = given(await saveMapping(ctx, fileId, body));
  await checkFile(ctx, { fileId, version });
}

/** Companies C1, C2 … as clients. */
const clients = (migrationId: string, count: number) =>
  bring(
    migrationId,
    `ref,company_name,reg_no,country_of_incorporation\n${Array.from({ length: count }, (_, at) => `C${at + 1},Alder ${at + 1} Ltd,${at + 1},UK\n`).join("")}`,
    "clients",
    "company",
  );
const links = (migrationId: string, lines: string[], header = "company_id,person_id,role") =>
  bring(migrationId, `${header}\n${lines.join("\n")}\n`, "links");
const people = (migrationId: string, references: string[]) =>
  bring(
    migrationId,
    `person_id,first_name,surname\n${references.map((reference) => `${reference},Tessa,Marlowe\n`).join("")}`,
    "associates",
  );

async function structureOf(migrationId: string, reference: string, role: "client" | "associate" = "client") {
  const { id } = await ctx.db.record.findFirstOrThrow({ where: { migrationId, reference, role } });
  const structure = given(await readStructure(ctx, id));
  const nameOf = (key: string) => structure.nodes.find((node) => node.key === key)?.reference ?? key;
  return {
    ...structure,
    node: (name: string) => structure.nodes.find((node) => node.reference === name),
    lines: structure.edges.map(
      ({ ownerKey, associateKey, role }) => `${nameOf(ownerKey)} > ${nameOf(associateKey)} ${role}`,
    ),
    closing: structure.edges
      .filter(({ closesCircle }) => closesCircle)
      .map(({ ownerKey, associateKey }) => `${nameOf(ownerKey)} > ${nameOf(associateKey)}`),
  };
}

test("a company shows its associates, those of associates that are companies, and who is in no file; an associate shows its companies", async () => {
  const migrationId = await room.newMigration();
  await clients(migrationId, 3);
  await people(migrationId, ["P1", "P2"]);
  await bring(
    migrationId,
    "company_id,id,company_name\nC1,H1,Holding Ltd\nC3,H1,Holding Ltd\n",
    "associates",
    "company",
  );
  await links(
    migrationId,
    [
      "C1,P1,director,,2019-04-13,",
      "C1,P2,director,,2015-01-01,2020-01-01",
      "C1,C2,shareholder,75,,",
      "C2,P1,director,,,",
      "H1,P2,beneficial owner,100,,",
      "C1,P9,secretary,,,",
    ],
    "company_id,person_id,role,pct,appointed_on,resigned_on",
  );
  const c1 = await structureOf(migrationId, "C1");
  expect(c1.lines.toSorted()).toEqual([
    "C1 > C2 Shareholder",
    "C1 > H1 Role not known",
    "C1 > P1 Director",
    "C1 > P2 Director",
    "C1 > P9 Secretary",
    "C2 > P1 Director",
    "H1 > P2 Beneficial owner",
  ]);
  expect([c1.leftOut, c1.tooDeep, c1.closing]).toEqual([false, false, []]);
  expect(c1.node("P1")).toMatchObject({ maskedName: "T•••• M•••••", companies: 2, isClient: false, standing: "ready" });
  expect(c1.node("H1")).toMatchObject({ entityType: "company", companies: 2 });
  expect(c1.node("P9")).toMatchObject({ recordId: null, maskedName: null, standing: null });
  expect(c1.edges.filter(({ isResigned }) => isResigned)).toMatchObject([{ resignedOn: "2020-01-01" }]);
  expect(JSON.stringify(c1)).not.toMatch(/Tessa|Alder|Holding/);
  const { names } = given(await revealStructure(ctx, c1.rootKey));
  expect(names).toContainEqual({ recordId: c1.node("P1")?.recordId, name: "Tessa Marlowe" });
  expect(names.map(({ recordId }) => recordId).toSorted()).toEqual(
    c1.nodes.flatMap((node) => node.recordId ?? []).toSorted(),
  );

  const p1 = await structureOf(migrationId, "P1", "associate");
  expect(p1.lines.toSorted()).toEqual(["C1 > C2 Shareholder", "C1 > P1 Director", "C2 > P1 Director"]);
  expect(p1.edges.every(({ above, below }) => above && !below)).toBe(true);
  expect(p1.profiles).toBeNull();

  const link = await ctx.db.record.findFirstOrThrow({ where: { migrationId, role: "link" } });
  expect(await readStructure(ctx, link.id)).toMatchObject({ ok: false, refusal: { kind: "not_found" } });
});

test("profiles are counted by links with an associate that is in a file; what is excluded becomes none", async () => {
  const migrationId = await room.newMigration();
  await clients(migrationId, 2);
  await people(migrationId, ["P1", "P2"]);
  await links(migrationId, ["C1,P1,director", "C1,P2,chief whip", "C1,P9,director", "C2,P1,director"]);
  expect((await structureOf(migrationId, "C1")).profiles).toEqual({ associates: 2, invalid: 1 });
  expect((await structureOf(migrationId, "C1")).node("P1")?.companies).toBe(2);
  const p1 = await ctx.db.record.findFirstOrThrow({ where: { migrationId, reference: "P1" } });
  given(await excludeRecords(ctx, migrationId, { recordIds: [p1.id], reason: "left the firm" }));
  expect((await structureOf(migrationId, "C1")).profiles).toEqual({ associates: 1, invalid: 1 });
});

test("a circle ends where it began, and the link that closes it is named; companies above are shown once", async () => {
  const migrationId = await room.newMigration();
  await clients(migrationId, 4);
  await links(migrationId, ["C1,C2,shareholder", "C2,C3,shareholder", "C3,C1,shareholder", "C4,C2,shareholder"]);
  const c1 = await structureOf(migrationId, "C1");
  expect(c1.lines.toSorted()).toEqual([
    "C1 > C2 Shareholder",
    "C2 > C3 Shareholder",
    "C3 > C1 Shareholder",
    "C4 > C2 Shareholder",
  ]);
  expect(c1.closing).toEqual(["C3 > C1"]);
  expect([c1.leftOut, c1.tooDeep]).toEqual([false, false]);
  expect((await structureOf(migrationId, "C4")).closing).toHaveLength(1);
});

test("ten levels are shown, and that there are more is said; ten alone are not called too deep", async () => {
  const migrationId = await room.newMigration();
  await clients(migrationId, 13);
  await links(
    migrationId,
    Array.from({ length: 12 }, (_, at) => `C${at + 1},C${at + 2},shareholder`),
  );
  const c1 = await structureOf(migrationId, "C1");
  expect(c1.edges).toHaveLength(10);
  expect([c1.node("C11") !== undefined, c1.node("C12"), c1.tooDeep, c1.leftOut]).toEqual([
    true,
    undefined,
    true,
    false,
  ]);
  const c3 = await structureOf(migrationId, "C3");
  expect([c3.node("C13") !== undefined, c3.node("C1") !== undefined, c3.tooDeep]).toEqual([true, true, false]);
});

test("of a company with more associates than anybody can look at the first three hundred nodes are shown, all are counted", async () => {
  const migrationId = await room.newMigration();
  await clients(migrationId, 1);
  const references = Array.from({ length: 450 }, (_, at) => `P${at}`);
  await people(migrationId, references);
  await links(
    migrationId,
    references.map((reference) => `C1,${reference},shareholder`),
  );
  const c1 = await structureOf(migrationId, "C1");
  expect([c1.nodes.length, c1.edges.length, c1.leftOut, c1.tooDeep]).toEqual([300, 299, true, false]);
  expect(c1.profiles).toEqual({ associates: 450, invalid: 0 });
});

test("companies that all hold each other take one look, not one for every way through them", async () => {
  const migrationId = await room.newMigration();
  const count = 20;
  await clients(migrationId, count);
  const numbers = Array.from({ length: count }, (_, at) => at + 1);
  await links(
    migrationId,
    numbers.flatMap((from) => numbers.filter((to) => to !== from).map((to) => `C${from},C${to},shareholder`)),
  );
  const c1 = await structureOf(migrationId, "C1");
  expect([c1.nodes.length, c1.edges.length, c1.leftOut, c1.tooDeep]).toEqual([20, 380, false, false]);
  expect(c1.closing).toHaveLength(190);
});

test("associates of a wide row stand below their company, and have it above them", async () => {
  const migrationId = await room.newMigration();
  await bring(migrationId, await readFile("samples/wide-companies.csv"), "clients", "company");
  const company = await structureOf(migrationId, "WC-001");
  expect([company.nodes.length, company.edges.length, company.profiles]).toEqual([5, 4, { associates: 4, invalid: 0 }]);
  const director = company.nodes.find(({ entityType }) => entityType === "individual");
  expect(director?.companies).toBe(1);
  const above = given(await readStructure(ctx, director?.recordId ?? ""));
  expect(above.nodes.map(({ reference }) => reference)).toEqual([null, "WC-001"]);
});
