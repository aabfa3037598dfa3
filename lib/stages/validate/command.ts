import { randomUUID } from "node:crypto";
import { setImmediate } from "node:timers/promises";
import type pg from "pg";
import type { Context } from "../../context.ts";
import { identityOf } from "../../domain/entity.ts";
import type { FoundIssue } from "../../domain/issue.ts";
import { issueCatalogue } from "../../domain/issue-catalogue.ts";
import { mappingBodySchema } from "../../domain/mapping.ts";
import { analyzeRecords } from "../../store/analyze-records.ts";
import { openCheckWriter, type WrittenIssue } from "../../store/check-writer.ts";
import { executeOn } from "../../store/execute.ts";
import { faultWords } from "../../store/fault-words.ts";
import type { SourceFile } from "../../store/generated/client.ts";
import { holdFile } from "../../store/hold-file.ts";
import { isLostConnection } from "../../store/lost-connection.ts";
import { mergeCheck } from "../../store/merge-check.ts";
import { uncheckRecordsOf } from "../../store/move-readiness.ts";
import { rowBlocks } from "../../store/row-batches.ts";
import { type CheckedRecord, rowChecker } from "./check-row.ts";

const rowsPerWrite = 2_000;
const progressEveryMs = 500;

/**
 * Makes records and issues of every row of a file with one version of its mapping. May be repeated and cut off anywhere: what was known
 * is replaced in one transaction at the end. A newer version saved meanwhile ends it quietly; the row decides, not the job.
 */
export async function checkFile(ctx: Context, { fileId, version }: { fileId: string; version: number }): Promise<void> {
  await holdFile(ctx.pool, fileId, async (client) => {
    const file = await ctx.db.sourceFile.findUnique({ where: { id: fileId } });
    const mapping = await ctx.db.mapping.findUnique({ where: { fileId_version: { fileId, version } } });
    if (!file || !mapping || file.status !== "parsed" || file.checkingVersion !== version) return;
    try {
      await uncheckRecordsOf(executeOn(ctx.db), file.number);
      const today = ctx.clock.now().toISOString().slice(0, 10);
      const check = rowChecker(mappingBodySchema.parse(mapping.body), file, file.columns.length, today);
      await client.query("begin");
      const done = await replaceRecords(ctx, client, { file, version, check });
      await client.query(done ? "commit" : "rollback");
      if (done) await analyzeRecords(client);
      if (done) ctx.log.info("a file was checked", { fileId, version, rows: file.rowCount });
    } catch (cause) {
      await client.query("rollback").catch(() => {});
      await giveUp(ctx, { fileId, version }, cause);
    }
  });
}

type Work = { file: SourceFile; version: number; check: (cells: readonly string[]) => CheckedRecord[] };

async function replaceRecords(ctx: Context, client: pg.PoolClient, { file, version, check }: Work): Promise<boolean> {
  const { id, number, migrationId } = file;
  const target = { id, number, migrationId, version };
  const writer = await openCheckWriter(client, target, ctx.clock.now());
  let rows = 0;
  let written = 0;
  let tellAt = 0;
  for await (const block of rowBlocks(ctx.pool, file.id)) {
    // Lets go for a moment, or the server would wait for what was sent before while these rows are being checked.
    await setImmediate();
    for (const { rowNumber, cells } of block) {
      for (const { entity, slot, role, displayName, isValid, issues, link } of check(cells)) {
        const record = {
          rowNumber,
          slot,
          role,
          entityType: entity.entityType,
          reference: entity.reference ?? null,
          // Only clients double each other: an associate of three companies stands three times, by right.
          identity: role === "client" ? (identityOf(entity) ?? null) : null,
          displayName,
          data: JSON.stringify(entity),
          isValid,
          link,
        };
        writer.record(record, issues.length === 0 ? none : issues.map(writtenIssue));
      }
    }
    rows += block.length;
    if (rows - written < rowsPerWrite) continue;
    written = rows;
    await writer.flush();
    const now = ctx.clock.now().getTime();
    if (now < tellAt) continue;
    tellAt = now + progressEveryMs;
    const still = await ctx.db.sourceFile.updateMany({
      where: { id: file.id, checkingVersion: version, status: "parsed" },
      data: { checkedRows: rows },
    });
    if (still.count === 0) return false;
  }
  await writer.end();
  return mergeCheck(client, target, { rows, isFirst: writer.isFirst, written: writer.written });
}

const none: WrittenIssue[] = [];

const writtenIssue = ({ code, field, value, facts }: FoundIssue): WrittenIssue => ({
  code,
  severity: issueCatalogue[code].severity,
  field: field ?? "",
  value: value?.slice(0, 500) ?? null,
  facts: facts ? JSON.stringify(facts) : null,
});

async function giveUp(
  ctx: Context,
  { fileId, version }: { fileId: string; version: number },
  cause: unknown,
): Promise<void> {
  // A database that went away comes back; the job is tried again.
  if (isLostConnection(cause)) throw cause;
  const errorId = randomUUID();
  ctx.log.error("a file could not be checked because of a fault", {
    fileId,
    version,
    errorId,
    cause: faultWords(cause),
  });
  const checkFailure = `Checking stopped because of a fault in the panel, not in your file (error ${errorId}). Save the mapping again to check once more; if it happens twice, hand the error id to your administrator.`;
  await ctx.db.sourceFile.updateMany({
    where: { id: fileId, checkingVersion: version },
    data: { checkFailure, checkingVersion: null },
  });
}
