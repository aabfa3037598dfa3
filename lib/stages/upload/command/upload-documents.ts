import type { SignedInContext } from "../../../context.ts";
import { done, type Outcome, refused } from "../../../domain/refusal.ts";
import { uuidMaker } from "../../../store/uuid-v7.ts";
import { filePathOf } from "../file-name.ts";
import { receiveBytes, refusalBefore, type SentBytes } from "./receive-bytes.ts";

/** Stores a ZIP archive of documents or one loose document, sealed, whole or not at all, and has a worker look at it. */
export async function uploadDocuments(
  ctx: SignedInContext,
  { encodedName, ...sent }: SentBytes & { encodedName: string | null },
): Promise<Outcome<{ bundleId: string }>> {
  const { migrationId } = sent;
  const refusal = await refusalBefore(ctx, sent);
  if (refusal) return refusal;
  const name = filePathOf(encodedName);
  if (name === undefined)
    return refused("invalid_input", "The file has no name we can read (header x-file-name, URI-encoded).");
  const bundleId = uuidMaker(ctx.clock.now())();
  const storageKey = `${migrationId}/documents/${bundleId}/whole`;
  const stored = await receiveBytes(ctx, ctx.documents, storageKey, sent);
  if (!stored.ok) return stored;
  try {
    await ctx.db.documentBundle.create({
      data: {
        id: bundleId,
        migrationId,
        name,
        ...stored.value,
        uploadedById: ctx.operator.id,
        uploadedAt: ctx.clock.now(),
      },
    });
  } catch (cause) {
    await ctx.documents.remove(storageKey);
    throw cause;
  }
  ctx.log.info("documents were uploaded", { bundleId, migrationId, bytes: stored.value.sizeBytes });
  await ctx.queue
    .dispatch("unpack_documents", { bundleId })
    .catch(() => ctx.log.warn("the queue is down; a worker will find the documents by their row", { bundleId }));
  return done({ bundleId });
}
