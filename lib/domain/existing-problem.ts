/** What is known of the profiles that exist on a chunk's connection already. */
export type ExistingFacts = {
  connectionName: string;
  /** Nobody has looked through them, although it must be done. */
  isSweepNeeded: boolean;
  /** Clients of the chunk that one could be and nobody decided about; and those that were never, as they are now, held against one of their name. */
  undecided: number;
  notCompared: number;
};

/** Why a chunk may not leave because of them, in a sentence; null: it may. */
export function existingProblemOf({
  connectionName,
  isSweepNeeded,
  undecided,
  notCompared,
}: ExistingFacts): string | null {
  if (isSweepNeeded)
    return `It is not known whether some of these clients exist on the connection “${connectionName}” already. Open “Existing profiles” under Plan and look through them once.`;
  if (undecided > 0)
    return `${clientsOf(undecided)} of this chunk could be a profile that exists in Passfort already. Open “Existing profiles” under Plan and decide each.`;
  if (notCompared > 0)
    return `${clientsOf(notCompared)} of this chunk came or changed since the existing profiles were looked through, and one of them has the same name. Open “Existing profiles” under Plan and look through them again.`;
  return null;
}

const clientsOf = (count: number): string => `${count.toLocaleString("en-GB")} ${count === 1 ? "client" : "clients"}`;
