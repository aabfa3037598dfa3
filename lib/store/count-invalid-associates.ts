import type { Db } from "./client.ts";

/** Associates, and rows that name places of them, with errors, by migration. Their companies leave without them. */
export async function countInvalidAssociates(db: Db, migrationIds: readonly string[]): Promise<Map<string, number>> {
  const rows = await db.record.groupBy({
    by: ["migrationId"],
    where: { migrationId: { in: [...migrationIds] }, readiness: "invalid", role: { in: ["associate", "link"] } },
    _count: true,
  });
  return new Map(rows.map(({ migrationId, _count }) => [migrationId, _count]));
}
