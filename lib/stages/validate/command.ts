import { randomUUID } from "node:crypto";
import type pg from "pg";
import type { Context } from "../../context.ts";
import { faultWords } from "../../domain/fault-words.ts";
import { type MappingBody, mappingBodySchema } from "../../domain/mapping.ts";
import { newMetMemory } from "../../domain/met-before.ts";
import { analyzeRecords } from "../../store/analyze-records.ts";
import { openCheckWriter } from "../../store/check-writer.ts";
import { standingCorrections } from "../../store/corrections.ts";
import type { SourceFile } from "../../store/generated/client.ts";
import { holdFile } from "../../store/hold-file.ts";
import { loosenRecords, manyRows } from "../../store/loosen-records.ts";
import { isLostConnection } from "../../store/lost-connection.ts";
import { type KeptRecords, makeWay } from "../../store/make-way.ts";
import { mergeCheck } from "../../store/merge-check.ts";
import { blockBatches } from "../../store/row-blocks.ts";
import { type Hand, openHands } from "./command/check-hands.ts";

const progressEveryMs = 500;

/**
 * Makes records and issues of every row of a file with one version of its mapping. May be repeated and cut off anywhere: what was known
 * goes, and all of the new appears in one transaction. A newer version saved meanwhile ends it quietly; the row decides, not the job.
 */
export async function checkFile(ctx: Context, { fileId, version }: { fileId: string; version: number }): Promise<void> {
  await holdFile(ctx.pool, fileId, async (client) => {
    const file = await ctx.db.sourceFile.findUnique({ where: { id: fileId } });
    const mapping = await ctx.db.mapping.findUnique({ where: { fileId_version: { fileId, version } } });
    if (!file || !mapping || file.status !== "parsed" || file.checkingVersion !== version) return;
    try {
      const body = mappingBodySchema.parse(mapping.body);
      if ((file.rowCount ?? 0) >= manyRows) await loosenRecords(client);
      const kept = await makeWay(ctx.pool, file);
      await client.query("begin");
      const done = await writeRecords(ctx, client, { file, version, body, kept });
      await client.query(done ? "commit" : "rollback");
      if (done) await analyzeRecords(client);
      if (done) ctx.log.info("a file was checked", { fileId, version, rows: file.rowCount });
    } catch (cause) {
      await client.query("rollback").catch(() => {});
      await giveUp(ctx, { fileId, version }, cause);
    }
  });
}

type Work = { file: SourceFile; version: number; body: MappingBody; kept: KeptRecords };

async function writeRecords(ctx: Context, client: pg.PoolClient, work: Work): Promise<boolean> {
  const { file, version, body, kept } = work;
  const { id, number, migrationId, kind, entityType } = file;
  const target = { id, number, migrationId, version };
  const now = ctx.clock.now();
  const today = now.toISOString().slice(0, 10);
  const writer = await openCheckWriter(client, target);
  const batches = blockBatches(ctx.pool, id);
  const corrections = await standingCorrections(ctx.db, file);
  const job = {
    target,
    kept,
    // A reference and an identity each.
    met: newMetMemory(2 * (file.rowCount ?? 0)),
    corrections,
    mapping: body,
    file: { kind, entityType },
    columns: file.columns.length,
    today,
    now,
  };
  const { hands, close } = openHands(job, file.rowCount ?? 0);
  let rows = 0;
  let isOver = false;
  const tell = progressTeller(ctx, { fileId: id, version });
  const serve = async (hand: Hand): Promise<void> => {
    for (;;) {
      const { value: batch } = await batches.next();
      if (!batch || isOver) return;
      await writer.write(await hand(batch));
      for (const { rowCount } of batch) rows += rowCount;
      if (!(await tell(rows))) isOver = true;
    }
  };
  try {
    // The first to fail ends the others: nobody may write when the transaction is being rolled back.
    const ends = await Promise.allSettled(
      hands.map((hand) =>
        serve(hand).catch((cause) => {
          isOver = true;
          throw cause;
        }),
      ),
    );
    const failed = ends.find((each) => each.status === "rejected");
    if (failed) throw failed.reason;
    if (isOver) return false;
    await writer.end();
    return await mergeCheck(client, target, { rows, kept, written: writer.written });
  } finally {
    await close();
  }
}

/** @returns false when nobody wants this check any more: a newer mapping was saved, or the file was taken out */
function progressTeller(ctx: Context, { fileId, version }: { fileId: string; version: number }) {
  let tellAt = 0;
  return async (checkedRows: number): Promise<boolean> => {
    const now = ctx.clock.now().getTime();
    if (now < tellAt) return true;
    tellAt = now + progressEveryMs;
    const still = await ctx.db.sourceFile.updateMany({
      where: { id: fileId, checkingVersion: version, status: "parsed" },
      data: { checkedRows },
    });
    return still.count > 0;
  };
}

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
