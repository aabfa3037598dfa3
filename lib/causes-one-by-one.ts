import type { Db } from "./store/client.ts";

const examples = 10;

/** For tests of the store's quick ways: every cause with its count and the records of its first examples, told by looking at each record. */
export async function causesOneByOne(db: Db, migrationId: string) {
  const records = await db.record.findMany({ where: { migrationId, readiness: { not: "excluded" } } });
  const roleById = new Map(records.map(({ id, role }) => [id, role]));
  const issues = await db.issue.findMany({ where: { migrationId } });
  const idsByCause = new Map<string, Set<string>>();
  for (const { code, field, fileId, recordId } of issues) {
    const role = roleById.get(recordId);
    if (role === undefined) continue;
    const cause = [code, field, fileId, role].join("|");
    idsByCause.set(cause, (idsByCause.get(cause) ?? new Set()).add(recordId));
  }
  return [...idsByCause]
    .map(([key, ids]) => ({ key, count: ids.size, examples: [...ids].sort().slice(0, examples) }))
    .sort((one, other) => (one.key < other.key ? -1 : 1));
}
