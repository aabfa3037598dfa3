import { mayDo, notPermittedSentence, type Operator } from "./person.ts";

/** Something a person did that shaped what a chunk will send. */
export const makerActs = {
  uploaded: "uploaded one of its files",
  mapped: "saved a mapping of one of its files",
  excluded: "left clients out of the migration",
  corrected: "corrected clients of the migration",
  acknowledged: "let warnings of the migration go along",
  planned: "changed its plan",
  drafted: "drafted this chunk",
  submitted: "submitted this chunk",
  prepared: "prepared this migration",
} as const;
export type MakerAct = keyof typeof makerActs;
export type Maker = { byId: string; act: MakerAct };

/**
 * Why this person may not approve a chunk, in a sentence; null when they may.
 * Decided on the person, not on the role alone: nobody approves what they made or changed.
 */
export function mayApprove(person: Operator, makers: readonly Maker[]): string | null {
  if (!mayDo(person.role, "approve")) return notPermittedSentence(person.role, "approve");
  const own = makers.find((maker) => maker.byId === person.id);
  return own ? `You ${makerActs[own.act]}. A second person, who made nothing of it, must approve.` : null;
}
