import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { identityHolds } from "../../domain/counts.ts";
import type { MappingBody } from "../../domain/mapping.ts";
import { recordIdOf } from "../../domain/record-id.ts";
import { countsOf } from "../../store/counts-of.ts";
import { openTestBook } from "../../test-book.ts";
import { readRecord } from "../receive/query/read-record.ts";
import { excludeChosen, fixChosen, includeChosen } from "./command/chosen-records.ts";
import { undoExclusion } from "./command/exclusions.ts";
import { fixCause, undoFix } from "./command/fixes.ts";
import { checkFile } from "./command.ts";
import { listExclusions } from "./query/list-exclusions.ts";
import { lookAtChosen } from "./query/look-at-chosen.ts";

const { room, checkedFile, foundIn, at, correct, must } = await openTestBook();
const { ctx } = room;
afterAll(room.close);

const trim = { kind: "trim" } as const;
const columns = (...fields: string[]): MappingBody => ({
  assignments: fields.map((field, column) => ({ column, field, transforms: [trim] })),
  constants: [],
});
const companyFields = columns("reference", "name", "number", "countryOfIncorporation");
const associateFields = columns(
  "reference",
  "givenNames",
  "familyName",
  "owner.reference",
  "link.role",
  "link.percentage",
);
const linkFields = columns("owner.reference", "associate.reference", "link.role", "link.percentage");

type Rows = { companies?: string[]; associates?: string[]; links?: string[] };
async function family({ companies = ["C1,Acme Ltd,1,GBR", "C2,Beta Ltd,2,GBR"], associates = [], links }: Rows) {
  const migrationId = await room.newMigration();
  const files = {
    companies: await checkedFile(migrationId, {
      content: `REF,NAME,NUMBER,COUNTRY\n${companies.join("\n")}\n`,
      mapping: companyFields,
      entityType: "company",
    }),
    associates: await checkedFile(migrationId, {
      content: `REF,FORENAME,SURNAME${links ? "" : ",OWNER,ROLE,SHARE"}\n${associates.join("\n")}\n`,
      mapping: links ? columns("reference", "givenNames", "familyName") : associateFields,
      kind: "associates",
    }),
    links: links
      ? await checkedFile(migrationId, {
          content: `OWNER,WHO,ROLE,SHARE\n${links.join("\n")}\n`,
          mapping: linkFields,
          kind: "links",
        })
      : "",
  };
  return { migrationId, ...files };
}
const issuesOf = async (recordId: string) => must(await readRecord(ctx, recordId)).issues.map(({ title }) => title);
const linkOf = (recordId: string) => ctx.db.link.findUniqueOrThrow({ where: { recordId } });
/** Everything of the migration as checking its files whole says it, and its links. */
async function whole(...fileIds: string[]) {
  const links = await ctx.db.link.findMany({ orderBy: { recordId: "asc" } });
  return { links, found: await Promise.all(fileIds.map(foundIn)) };
}
async function checkAgain(...fileIds: string[]) {
  for (const fileId of fileIds) {
    await ctx.db.sourceFile.update({ where: { id: fileId }, data: { checkingVersion: 1 } });
    await checkFile(ctx, { fileId, version: 1 });
  }
}

test("a wrong place in a company is settled where it is told, its family is looked at again, and it comes back with an undo", async () => {
  const { companies, associates } = await family({
    associates: ["A1,Ann,Smith,C1,director,", "A2,Bob,Day,C9,wizard,140"],
  });
  const bob = await at(associates, 2);
  const before = await whole(companies, associates);
  expect(await issuesOf(bob)).toEqual(
    expect.arrayContaining([
      "Role is not known",
      "Percentage is not from 0 to 100",
      "Company of an associate is not in the book",
    ]),
  );
  const texts = { "owner.reference": "C1", "link.role": "shareholder", "link.percentage": "60" };
  const { fixId, readiness } = must(await correct(bob, texts));
  expect(readiness).toBe("ready");
  expect(await linkOf(bob)).toMatchObject({ ownerReference: "C1", list: "shareholders", percentage: 60 });
  expect(must(await readRecord(ctx, bob)).values).toContainEqual(
    expect.objectContaining({
      field: "link.role",
      correction: expect.objectContaining({ reason: "asked the client" }),
    }),
  );
  expect(await issuesOf(await at(companies, 1))).toContain("Shareholdings are less than 100 %");
  const alone = await whole(companies, associates);
  await checkAgain(associates, companies);
  expect(await whole(companies, associates)).toEqual(alone);
  must(await undoFix(ctx, fixId));
  expect(await whole(companies, associates)).toEqual(before);
});

test("what cannot be a role, a share or a day is refused at its field", async () => {
  const { associates } = await family({ associates: ["A1,Ann,Smith,C1,director,"] });
  const ann = await at(associates, 1);
  for (const [field, text] of [
    ["link.role", "wizard"],
    ["link.percentage", "140"],
    ["link.appointedOn", "31 February 2020"],
  ] as const)
    expect(await correct(ann, { [field]: text })).toMatchObject({
      ok: false,
      refusal: { kind: "invalid_input", fields: { [field]: expect.stringContaining(text) } },
    });
  must(await correct(ann, { "link.appointedOn": "13 April 2019", "link.percentage": "" }));
  expect(await linkOf(ann)).toMatchObject({ appointedOn: "2019-04-13", percentage: null, list: "directors" });
});

test("a row of a links file is corrected like any other, and an associate whose places stand there has none to correct", async () => {
  const { links, associates } = await family({
    associates: ["A1,Ann,Smith", "A2,Bob,Day"],
    links: ["C1,A7,director,"],
  });
  const link = await at(links, 1);
  expect(await issuesOf(link)).toEqual(["Associate of a link is not in the book"]);
  expect(must(await correct(link, { "associate.reference": "A1" })).readiness).toBe("ready");
  expect(await linkOf(link)).toMatchObject({ associateReference: "A1" });
  expect(await correct(await at(associates, 1), { "link.role": "director" })).toMatchObject({
    ok: false,
    refusal: { kind: "invalid_input" },
  });
});

test("an associate of a wide row goes to the list of the role that a person says, and back to that of its columns", async () => {
  const migrationId = await room.newMigration();
  const mapping: MappingBody = {
    ...columns("reference", "name", "number", "countryOfIncorporation"),
    associates: [{ of: 1, label: "director_1", entityType: "individual", list: "directors" }],
  };
  mapping.assignments.push(
    { column: 4, field: "givenNames", of: 1, transforms: [trim] },
    { column: 5, field: "familyName", of: 1, transforms: [trim] },
  );
  const fileId = await checkedFile(migrationId, {
    content: "REF,NAME,NUMBER,COUNTRY,DIRECTOR_1_FORENAME,DIRECTOR_1_SURNAME\nC1,Acme Ltd,1,GBR,Ann,Smith\n",
    mapping,
    entityType: "company",
  });
  const { number } = await ctx.db.sourceFile.findUniqueOrThrow({ where: { id: fileId } });
  const ann = recordIdOf(number, 1, 1);
  const { fixId } = must(await correct(ann, { "link.role": "trustee" }));
  expect(await linkOf(ann)).toMatchObject({ list: "trustees", ownerId: recordIdOf(number, 1) });
  expect(await correct(ann, { "owner.reference": "C2" })).toMatchObject({ ok: false });
  must(await undoFix(ctx, fixId));
  expect(await linkOf(ann)).toMatchObject({ list: "directors" });
});

test("a role that nobody knows is settled for all associates who have it", async () => {
  const { migrationId, associates } = await family({
    associates: ["A1,Ann,Smith,C1,wizard,", "A2,Bob,Day,C2,wizard,", "A3,Cy,Fox,C2,director,"],
  });
  const cause = { code: "link.role", field: "link.role", fileId: associates, role: "associate" } as const;
  const fix = { cause, value: "wizard", field: "link.role", text: "director", reason: "so the old system called them" };
  expect(must(await fixCause(ctx, migrationId, fix))).toMatchObject({ records: 2, isDone: true });
  expect((await foundIn(associates)).records.map(({ readiness }) => readiness)).toEqual(["ready", "ready", "ready"]);
});

test("after any corrections of places, changes of chosen records, exclusions and takings-back, everything is as a whole check would say", async () => {
  const row = fc.integer({ min: 1, max: 3 });
  const step = fc.oneof(
    fc.record({
      kind: fc.constant("correct" as const),
      row,
      texts: fc.constantFrom<Record<string, string>[]>(
        { "owner.reference": "C1" },
        { "owner.reference": "C9" },
        { "link.role": "shareholder", "link.percentage": "70" },
        { "link.role": "" },
        { reference: "A1" },
      ),
    }),
    fc.record({
      kind: fc.constant("bulk" as const),
      role: fc.constantFrom("associate" as const, "client" as const),
      set: fc.constantFrom(
        { field: "link.role", text: "director" },
        { field: "owner.reference", text: "C2" },
        { field: "reference", text: "C2" },
        { field: "reference", text: "" },
      ),
    }),
    fc.record({
      kind: fc.constant("exclude" as const),
      role: fc.constantFrom("associate" as const, "client" as const),
    }),
    fc.record({
      kind: fc.constant("include" as const),
      role: fc.constantFrom("associate" as const, "client" as const),
    }),
    fc.record({ kind: fc.constant("undo" as const), nth: fc.nat(4) }),
    fc.record({ kind: fc.constant("undo exclusion" as const), nth: fc.nat(4) }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (steps) => {
      const { migrationId, companies, associates } = await family({
        associates: ["A1,Ann,Smith,C1,director,", "A2,Bob,Day,C2,wizard,140", "A3,Cy,Fox,C1,shareholder,60"],
      });
      const fixIds: string[] = [];
      for (const each of steps) {
        if (each.kind === "undo") await undoFix(ctx, fixIds[each.nth] ?? nobody);
        else if (each.kind === "undo exclusion") {
          const acts = must(await listExclusions(ctx, migrationId)).exclusions;
          await undoExclusion(ctx, acts[each.nth]?.id ?? nobody);
        } else if (each.kind === "correct") {
          const outcome = await correct(await at(associates, each.row), each.texts);
          if (outcome.ok) fixIds.push(outcome.value.fixId);
        } else {
          const chosen = { filter: { role: each.role } };
          const { mark, records } = must(await lookAtChosen(ctx, migrationId, { chosen }));
          const seen = { chosen, mark, count: records, reason: "all of them" };
          if (each.kind === "exclude") await excludeChosen(ctx, migrationId, seen);
          else if (each.kind === "include") await includeChosen(ctx, migrationId, seen);
          else {
            const outcome = await fixChosen(ctx, migrationId, { ...seen, ...each.set });
            if (outcome.ok) fixIds.push(outcome.value.fixId);
          }
        }
        const counts = await countsOf(ctx.db, migrationId);
        expect(counts.clients).toBe(2);
        expect(identityHolds(counts)).toBe(true);
      }
      const piecemeal = await whole(companies, associates);
      await checkAgain(companies, associates);
      expect(await whole(companies, associates)).toEqual(piecemeal);
    }),
    { numRuns: 15 },
  );
}, 90_000);

const nobody = "00000000-0000-4000-8000-000000000000";
