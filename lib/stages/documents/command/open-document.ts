import type { SignedInContext } from "../../../context.ts";
import { done, type Outcome, refused } from "../../../domain/refusal.ts";
import { begun } from "../../../files/begun.ts";
import { endingByMediaType, isSentAs, type SentAs } from "../sent-as.ts";

export type OpenedDocument = { mediaType: SentAs; fileName: string; bytes: AsyncGenerator<Uint8Array> };

/** The bytes of a document, decrypted as they are read. The route writes who looked at which into the audit log. */
export async function openDocument(ctx: SignedInContext, documentId: string): Promise<Outcome<OpenedDocument>> {
  const document = await ctx.db.document.findUnique({ where: { id: documentId } });
  if (!document) return refused("not_found", "There is no such document.");
  const { storageKey, sealedKey, mediaType, refusedBecause } = document;
  if (storageKey === null || sealedKey === null || mediaType === null || !isSentAs(mediaType))
    return refused("not_now", `This file was not kept. ${refusedBecause ?? ""}`.trim());
  return done({
    mediaType,
    // A header is no place for what a client's file was called.
    fileName: `document-${documentId}.${endingByMediaType[mediaType]}`,
    bytes: await begun(ctx.documents.get({ storageKey, sealedKey })),
  });
}
