/** A document that may leave, as its row says it (lib/store/documents-of.ts), and the reference of the profile it goes to. */
export type FamilyDocument = {
  reference: string;
  id: string;
  name: string;
  use: "file" | "document";
  category: string | null;
  documentType: string | null;
  side: "FRONT" | "BACK" | "FACE" | null;
  storageKey: string;
  sealedKey: string;
};

/** Somebody of the family: the record whose documents go to the profile of this reference. */
type Owner = { recordId: string; reference: string };

/**
 * The documents of a family by the subject of their steps, `C-1/P-2: passport.png`: the client's first, then those of its associates. An associate
 * that stands in two companies is two profiles, and its documents go to both. A name that comes twice is counted.
 */
export function familyDocuments<Document extends Omit<FamilyDocument, "reference">>(
  owners: readonly Owner[],
  documentsByRecord: ReadonlyMap<string, readonly Document[]>,
): Map<string, Document & { reference: string }> {
  const found = new Map<string, Document & { reference: string }>();
  for (const { recordId, reference } of owners)
    for (const document of documentsByRecord.get(recordId) ?? []) {
      const subject = `${reference}: ${document.name}`;
      found.set(freeIn(found, subject), { ...document, reference });
    }
  return found;
}

function freeIn(taken: ReadonlyMap<string, unknown>, subject: string): string {
  if (!taken.has(subject)) return subject;
  let count = 2;
  while (taken.has(`${subject} (${count})`)) count += 1;
  return `${subject} (${count})`;
}
