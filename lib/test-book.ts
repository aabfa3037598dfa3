import { randomUUID } from "node:crypto";
import type { EntityType } from "./domain/entity.ts";
import type { FileKind } from "./domain/file-kind.ts";
import type { MappingBody } from "./domain/mapping.ts";
import type { Outcome } from "./domain/refusal.ts";
import { saveMapping } from "./stages/map/command.ts";
import { parseFile } from "./stages/parse/command.ts";
import { readRecord } from "./stages/receive/query/read-record.ts";
import { uploadFile } from "./stages/upload/command.ts";
import { correctRecord } from "./stages/validate/command/correct-record.ts";
import { checkFile } from "./stages/validate/command.ts";
import { openTestRoom, uploadOf } from "./store/test-room.ts";

const trim = { kind: "trim" } as const;
const peopleMapping: MappingBody = {
  assignments: [
    { column: 0, field: "reference", transforms: [trim] },
    { column: 1, field: "givenNames", transforms: [trim] },
    { column: 2, field: "familyName", transforms: [trim] },
    { column: 3, field: "dateOfBirth", transforms: [trim, { kind: "date", format: "YYYY-MM-DD" }] },
    { column: 4, field: "address.country", transforms: [trim, { kind: "country" }] },
  ],
  constants: [],
};
const peopleHeader = "ID,FORENAME,SURNAME,DOB,COUNTRY";

/** For database tests of what people change in a checked book: small books, and what a check found in them. */
export async function openTestBook() {
  const room = await openTestRoom();
  const { ctx } = room;

  async function checkedFile(
    migrationId: string,
    { content, mapping, ...is }: { content: string; mapping: MappingBody; kind?: FileKind; entityType?: EntityType },
  ): Promise<string> {
    const uploaded = must(
      await uploadFile(ctx, { ...uploadOf(migrationId, content, is.entityType), kind: is.kind ?? "clients" }),
    );
    await parseFile(ctx, uploaded);
    const { version } = must(await saveMapping(ctx, uploaded.fileId, mapping));
    await checkFile(ctx, { fileId: uploaded.fileId, version });
    return uploaded.fileId;
  }
  const people = (migrationId: string, rows: readonly string[]) =>
    checkedFile(migrationId, { content: `${peopleHeader}\n${rows.join("\n")}\n`, mapping: peopleMapping });

  const recordsOf = async (fileId: string) => {
    const records = await ctx.db.record.findMany({ where: { fileId }, orderBy: { id: "asc" } });
    return records.map(({ data, ...record }) => ({ ...record, data: JSON.parse(data) as unknown }));
  };
  return {
    room,
    must,
    checkedFile,
    /** A migration of one file of people. */
    async book(...rows: string[]): Promise<{ migrationId: string; fileId: string }> {
      const migrationId = await room.newMigration();
      return { migrationId, fileId: await people(migrationId, rows) };
    },
    /** One file of people more. */
    people,
    /** The record of a row, from 1. */
    at: async (fileId: string, row: number): Promise<string> => (await recordsOf(fileId))[row - 1]?.id ?? "",
    /** Everything a check says of a file, without the ids of issues. */
    foundIn: async (fileId: string) => ({
      records: await recordsOf(fileId),
      issues: (await ctx.db.issue.findMany({ where: { fileId } }))
        .map(({ recordId, code, severity, field, value, facts }) =>
          JSON.stringify([recordId, code, severity, field, value, facts]),
        )
        .sort(),
    }),
    /** As somebody would who has just looked at the record. */
    correct: async (recordId: string, texts: Record<string, string>) =>
      correctRecord(ctx, recordId, {
        seen: must(await readRecord(ctx, recordId)).seen,
        texts,
        reason: "asked the client",
      }),
    /** As if a second person were asked to approve a chunk with this record. */
    async hold(migrationId: string, recordId: string): Promise<void> {
      const connection = await ctx.db.connection.create({
        data: {
          name: randomUUID(),
          environment: "simulator",
          baseUrl: "http://x",
          apiKeySealed: "-",
          webhookSecretSealed: "-",
        },
      });
      await ctx.db.chunk.create({
        data: {
          migrationId,
          connectionId: connection.id,
          number: 1 + (await ctx.db.chunk.count({ where: { migrationId } })),
          kind: "pilot",
          status: "submitted",
          processes: 1,
          clientCount: 1,
          settings: {},
          fingerprint: "-",
          createdById: "operator",
          members: { create: { recordId } },
        },
      });
    },
  };
}

function must<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(outcome.refusal.sentence);
  return outcome.value;
}
