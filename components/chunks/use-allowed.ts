"use client";
import { useContract } from "#lib/client/queries.ts";
import { readMe } from "#lib/contracts/people.ts";
import { mayDo, notPermittedSentence, type Permission } from "#lib/domain/person.ts";

export type Allowed = { allowed: boolean; because: string | null };

/** Whether the person signed in has a permission, and the sentence when not. The server decides again at every call. */
export function useAllowed(permission: Permission): Allowed {
  const me = useContract(readMe);
  const person = me.data?.person;
  if (!person) return { allowed: false, because: null };
  const allowed = mayDo(person.role, permission);
  return { allowed, because: allowed ? null : notPermittedSentence(person.role, permission) };
}
