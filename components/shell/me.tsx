"use client";
import { createContext, type ReactNode, useContext } from "react";
import { mayDo, type Operator, type Permission } from "#lib/domain/person.ts";

const MeContext = createContext<Operator | null>(null);

export function MeProvider({ person, children }: { person: Operator; children: ReactNode }) {
  return <MeContext value={person}>{children}</MeContext>;
}

/** Who is signed in, and what their role may do. Buttons use `may`; the server decides all the same. */
export function useMe(): Operator & { may: (permission: Permission) => boolean } {
  const person = useContext(MeContext);
  if (!person) throw new Error("useMe is used outside the signed-in panel");
  return { ...person, may: (permission) => mayDo(person.role, permission) };
}
