import type { SignedInContext } from "../../context.ts";
import type { EntityType } from "../../domain/entity.ts";
import type { FileKind } from "../../domain/file-kind.ts";
import { done, type Outcome, refused } from "../../domain/refusal.ts";
import { sourceFileMachine } from "../../domain/source-file.ts";
import { chunksHoldingFile } from "../../store/chunks-holding-file.ts";
import { deleteFileContents } from "../../store/delete-file-contents.ts";
import { transition } from "../../store/transition.ts";
import { uuidMaker } from "../../store/uuid-v7.ts";
import { receiveBytes, refusalBefore, type SentBytes } from "./command/receive-bytes.ts";
import { fileNameOf } from "./file-name.ts";

export type Upload = SentBytes & {
  /** Clients, unless something else is said. */
  kind?: FileKind;
  entityType: EntityType;
  /** As the header x-file-name says it: URI-encoded. */
  encodedName: string | null;
};

/** Stores the bytes of one file, whole or not at all, and has a worker read it. */
export async function uploadFile(ctx: SignedInContext, upload: Upload): Promise<Outcome<{ fileId: string }>> {
  const refusal = await refusalBefore(ctx, upload);
  if (refusal) return refusal;
  const name = fileNameOf(upload.encodedName);
  if (name === undefined)
    return refused("invalid_input", "The file has no name we can read (header x-file-name, URI-encoded).");
  const fileId = uuidMaker(ctx.clock.now())();
  const storageKey = `${upload.migrationId}/${fileId}`;
  const stored = await receiveBytes(ctx, ctx.files, storageKey, upload);
  if (!stored.ok) return stored;
  try {
    await ctx.db.sourceFile.create({
      data: {
        id: fileId,
        migrationId: upload.migrationId,
        name,
        kind: upload.kind ?? "clients",
        entityType: upload.entityType,
        ...stored.value,
        storageKey,
        uploadedById: ctx.operator.id,
        uploadedAt: ctx.clock.now(),
      },
    });
  } catch (cause) {
    await ctx.files.remove(storageKey);
    throw cause;
  }
  ctx.log.info("a file was uploaded", { fileId, migrationId: upload.migrationId, bytes: stored.value.sizeBytes });
  await ctx.queue
    .dispatch("parse_file", { fileId })
    .catch(() => ctx.log.warn("the queue is down; a worker will find the file by its row", { fileId }));
  return done({ fileId });
}

/** Takes a file and everything made of it out of the migration; the row stays, so that its history can be told. */
export async function withdrawFile(ctx: SignedInContext, fileId: string): Promise<Outcome<Record<string, never>>> {
  const file = await ctx.db.sourceFile.findUnique({ where: { id: fileId } });
  if (!file) return refused("not_found", "There is no such file.");
  // Also where the bytes could not be removed the first time.
  if (file.status === "withdrawn") {
    await ctx.files.remove(file.storageKey);
    return done({});
  }
  // A storage that is away would keep what was taken out: nothing is taken out before it is back.
  await ctx.files.reach();
  const outcome = await ctx.db.$transaction(
    async (tx): Promise<Outcome<Record<string, never>>> => {
      const holding = await chunksHoldingFile(tx, fileId, "any chunk");
      if (holding.length > 0) return refused("not_now", withdrawRefusal(holding));
      const because = `${file.name} is taken out of the migration.`;
      if (!(await transition(tx, sourceFileMachine, { id: fileId, to: "withdrawn", byId: ctx.operator.id, because })))
        return refused("changed_meanwhile", "The file changed at the same moment. Look again.");
      await deleteFileContents(tx, file);
      return done({});
    },
    { timeout: 600_000, maxWait: 10_000 },
  );
  if (outcome.ok) await ctx.files.remove(file.storageKey);
  return outcome;
}

function withdrawRefusal(holding: { number: number; status: string }[]): string {
  const past = holding.filter((chunk) => chunk.status !== "draft");
  const named = (chunks: { number: number }[]) =>
    `${chunks.length === 1 ? "chunk" : "chunks"} ${chunks.map((chunk) => chunk.number).join(", ")}`;
  if (past.length > 0)
    return `Clients of this file are in ${named(past)}, which ${past.length === 1 ? "is" : "are"} no longer a draft. The file stays, so that what was sent can be traced.`;
  return `Clients of this file are in the draft of ${named(holding)}. Discard the draft first, then take the file out.`;
}
