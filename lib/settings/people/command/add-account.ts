import { randomUUID } from "node:crypto";
import { hashPassword } from "better-auth/crypto";
import type { Role } from "../../../domain/person.ts";
import type { Db, Tx } from "../../../store/client.ts";

type NewPerson = { name: string; email: string; password: string; role: Role };

/** Adds a person with a password, in better-auth's own tables and its own hash. Sign-up over HTTP stays closed. */
export async function addAccount(db: Db | Tx, person: NewPerson): Promise<string> {
  const id = randomUUID();
  const password = await hashPassword(person.password);
  await db.user.create({
    data: {
      id,
      name: person.name,
      email: person.email.toLowerCase(),
      emailVerified: true,
      role: person.role,
      accounts: { create: { id: randomUUID(), accountId: id, providerId: "credential", password } },
    },
  });
  return id;
}
