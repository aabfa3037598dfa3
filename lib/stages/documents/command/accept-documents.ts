import type { SignedInContext } from "../../../context.ts";
import type { BodyOf, ReplyOf } from "../../../contracts/contract.ts";
import type { acceptDocuments as acceptContract } from "../../../contracts/documents.ts";
import { documentTypeOf } from "../../../domain/document-words.ts";
import { done, type Outcome, refused } from "../../../domain/refusal.ts";
import { acceptProposals, takeBackAcceptance } from "../../../store/accept-proposals.ts";

/** Says that files belong to whom their paths speak of, and what they are. What is accepted already stays as it is. */
export async function acceptDocuments(
  ctx: SignedInContext,
  migrationId: string,
  { documentIds, use, category, documentType }: BodyOf<typeof acceptContract>,
): Promise<Outcome<ReplyOf<typeof acceptContract>>> {
  const type = documentType ? documentTypeOf(documentType) : null;
  if (type === undefined) {
    const sentence = `“${documentType}” is not a type of document that we know. Choose one of the list, or write it as Passfort does.`;
    return { ok: false, refusal: { kind: "invalid_input", sentence, fields: { documentType: sentence } } };
  }
  const accepted = await acceptProposals(ctx.db, {
    migrationId,
    documentIds,
    use,
    category,
    documentType: type,
    byId: ctx.operator.id,
    at: ctx.clock.now(),
  });
  return done({ accepted, passedOver: documentIds.length - accepted });
}

/** Takes an acceptance back; the file is a proposal again. A second time changes nothing. */
export async function takeBackDocument(
  ctx: SignedInContext,
  documentId: string,
): Promise<Outcome<Record<string, never>>> {
  const document = await ctx.db.document.findUnique({ where: { id: documentId } });
  if (!document) return refused("not_found", "There is no such document.");
  if (document.ownerId === null) return done({});
  if ((await takeBackAcceptance(ctx.db, documentId)) > 0) return done({});
  return refused(
    "not_now",
    "Its owner is in a chunk that was submitted, and stays as the approver saw it. Take the chunk back first.",
  );
}
