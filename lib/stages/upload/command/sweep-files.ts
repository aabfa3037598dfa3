import type { Context } from "../../../context.ts";

/** Knocks again for every file that waits for a worker: the row is the truth, a job may be lost. A job that is still there is not doubled. */
export async function sweepFiles(ctx: Context): Promise<void> {
  const files = await ctx.db.sourceFile.findMany({
    where: { OR: [{ status: { in: ["uploaded", "parsing"] } }, { status: "parsed", checkingVersion: { not: null } }] },
    select: { id: true, status: true, checkingVersion: true },
  });
  const toParse = files.filter((file) => file.status !== "parsed").map((file) => ({ fileId: file.id }));
  const toCheck = files.flatMap((file) =>
    file.status === "parsed" && file.checkingVersion !== null
      ? [{ fileId: file.id, version: file.checkingVersion }]
      : [],
  );
  await ctx.queue.dispatchMany("parse_file", toParse);
  await ctx.queue.dispatchMany("check_file", toCheck);
}
