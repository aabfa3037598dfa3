import type { Db } from "./client.ts";

/** Names of people of the panel by id; someone whose account is gone is still named somehow. */
export async function namesOfPeople(db: Db, ids: readonly string[]): Promise<(id: string) => string> {
  const people =
    ids.length === 0
      ? []
      : await db.user.findMany({ where: { id: { in: [...new Set(ids)] } }, select: { id: true, name: true } });
  const nameById = new Map(people.map((person) => [person.id, person.name]));
  return (id) => nameById.get(id) ?? "a former colleague";
}
