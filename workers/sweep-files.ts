import type { Context } from "#lib/context.ts";

/** Corrections whose records are not all checked again yet. */
export async function sweepFixes(ctx: Context): Promise<void> {
  const waiting = await ctx.db.fix.findMany({
    where: { rechecked: { lt: ctx.db.fix.fields.records } },
    select: { id: true, undoneAt: true },
    take: 100,
  });
  await ctx.queue.dispatchMany(
    "recheck_fix",
    waiting.map(({ id, undoneAt }) => ({ fixId: id, isUndone: undoneAt !== null })),
  );
}

/** Uploads of documents that nobody has looked at to the end. */
export async function sweepDocuments(ctx: Context): Promise<void> {
  const waiting = await ctx.db.documentBundle.findMany({
    where: { status: { in: ["uploaded", "unpacking"] } },
    select: { id: true },
    take: 100,
  });
  await ctx.queue.dispatchMany(
    "unpack_documents",
    waiting.map(({ id }) => ({ bundleId: id })),
  );
}

/**
 * Files somebody waits for: not read yet, or being checked. Asking again for a job the queue still has changes nothing
 * (its id is the same), so every round simply asks.
 */
export async function sweepFiles(ctx: Context): Promise<void> {
  const unread = await ctx.db.sourceFile.findMany({
    where: { status: { in: ["uploaded", "parsing"] } },
    select: { id: true },
    take: 100,
  });
  await ctx.queue.dispatchMany(
    "parse_file",
    unread.map(({ id }) => ({ fileId: id })),
  );
  const unchecked = await ctx.db.sourceFile.findMany({
    where: { checkingVersion: { not: null }, status: "parsed" },
    select: { id: true, checkingVersion: true },
    take: 100,
  });
  await ctx.queue.dispatchMany(
    "check_file",
    unchecked.flatMap(({ id, checkingVersion }) =>
      checkingVersion === null ? [] : [{ fileId: id, version: checkingVersion }],
    ),
  );
}
