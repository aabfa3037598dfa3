import type { Db, Tx } from "./client.ts";

/** The name of a person of the panel; a word when there is none any more. */
export async function nameOf(db: Db | Tx, personId: string): Promise<string> {
  return (await namesOf(db, [personId])).get(personId) ?? "somebody who left";
}

/** Names by id, in one statement. Nulls are let go. */
export async function namesOf(db: Db | Tx, personIds: readonly (string | null)[]): Promise<Map<string, string>> {
  const ids = [...new Set(personIds.filter((id) => id !== null))];
  if (ids.length === 0) return new Map();
  const people = await db.user.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  return new Map(people.map(({ id, name }) => [id, name]));
}
