import { randomUUID } from "node:crypto";
import type { Context } from "../../../context.ts";
import { documentBundleMachine } from "../../../domain/document-bundle.ts";
import { faultWords } from "../../../domain/fault-words.ts";
import { StorageAway } from "../../../domain/storage-away.ts";
import { isUnpacking, keepDocument, placesDone } from "../../../store/documents.ts";
import { executeOn } from "../../../store/execute.ts";
import type { DocumentBundle } from "../../../store/generated/client.ts";
import { holdFile } from "../../../store/hold-file.ts";
import { isLostConnection } from "../../../store/lost-connection.ts";
import { refreshDocuments } from "../../../store/refresh-documents.ts";
import { transition } from "../../../store/transition.ts";
import { type BundledFile, filesOfBundle } from "../bundled-files.ts";
import type { StoredBytes } from "../stored-bytes.ts";
import { Unreadable } from "../unreadable.ts";
import { takeDocument } from "./take-document.ts";

const longMs = { timeout: 600_000, maxWait: 10_000 };

/**
 * Takes the files out of an upload of documents, looks at each and seals those that Passfort takes. May be repeated and cut off anywhere: a file
 * is done when its row is there, and the next worker goes on behind the last. A person who withdraws the upload ends it.
 */
export async function unpackDocuments(ctx: Context, { bundleId }: { bundleId: string }): Promise<void> {
  await holdFile(ctx.pool, bundleId, async () => {
    const begun = await transition(ctx.db, documentBundleMachine, {
      id: bundleId,
      from: ["uploaded", "unpacking"],
      to: "unpacking",
      byId: null,
      because: "A worker takes the files out.",
      set: { unpackingSince: ctx.clock.now(), unreadableReason: null },
    });
    const bundle = await ctx.db.documentBundle.findUnique({ where: { id: bundleId } });
    if (!bundle) return;
    if (begun) await unpack(ctx, bundle);
    // Also where an earlier worker died between the two.
    else if (bundle.status === "unpacked") await ctx.documents.remove(bundle.storageKey);
  });
}

async function unpack(ctx: Context, bundle: DocumentBundle): Promise<void> {
  try {
    const stored: StoredBytes = {
      sizeBytes: Number(bundle.sizeBytes),
      all: () => ctx.documents.get(bundle),
      part: (start, end) => ctx.documents.getPart(bundle, start, end),
    };
    const { files, leftOut } = await filesOfBundle(stored, bundle.name);
    await ctx.db.documentBundle.update({ where: { id: bundle.id }, data: { entries: files.length, leftOut } });
    const isWhole = await takeFiles(ctx, bundle, files);
    if (isWhole) await finish(ctx, bundle, files.length);
  } catch (cause) {
    await giveUp(ctx, bundle.id, cause);
  }
}

/** @returns false when a person withdrew the upload */
async function takeFiles(ctx: Context, bundle: DocumentBundle, files: readonly BundledFile[]): Promise<boolean> {
  const done = await placesDone(ctx.db, bundle.id);
  for (const [place, file] of files.entries()) {
    if (done.has(place)) continue;
    // A large file takes seconds; one nobody wants any more is not begun.
    if (!(await isUnpacking(ctx.db, bundle.id))) return false;
    const storageKey = `${bundle.migrationId}/documents/${bundle.id}/${place}`;
    const taken = await takeDocument(ctx.documents, storageKey, file);
    const isKept = await keepDocument(ctx.db, bundle, { place, path: file.path, ...taken });
    if (!isKept) {
      await ctx.documents.remove(storageKey);
      return false;
    }
  }
  return true;
}

async function finish(ctx: Context, bundle: DocumentBundle, count: number): Promise<void> {
  await ctx.db.$transaction(async (tx) => {
    const moved = await transition(tx, documentBundleMachine, {
      id: bundle.id,
      from: "unpacking",
      to: "unpacked",
      byId: null,
      because: `${count} files were looked at.`,
      set: { doneEntries: count },
    });
    if (moved) await refreshDocuments(executeOn(tx), bundle.migrationId);
  }, longMs);
  await ctx.documents.remove(bundle.storageKey);
  ctx.log.info("documents were unpacked", { bundleId: bundle.id, files: count });
}

async function giveUp(ctx: Context, bundleId: string, cause: unknown): Promise<void> {
  // A database or a storage that went away comes back; the job is tried again.
  if (isLostConnection(cause)) throw cause;
  if (cause instanceof StorageAway) {
    await ctx.db.documentBundle.updateMany({
      where: { id: bundleId, status: "unpacking" },
      data: { unreadableReason: cause.message },
    });
    throw cause;
  }
  const errorId = randomUUID();
  if (!(cause instanceof Unreadable))
    ctx.log.error("documents could not be unpacked because of a fault", {
      bundleId,
      errorId,
      cause: faultWords(cause),
    });
  const unreadableReason =
    cause instanceof Unreadable
      ? cause.message
      : `Unpacking stopped because of a fault in the panel, not in your file (error ${errorId}). Take it out and upload it again; if it happens twice, hand the error id to your administrator.`;
  await transition(ctx.db, documentBundleMachine, {
    id: bundleId,
    from: "unpacking",
    to: "unreadable",
    byId: null,
    because: unreadableReason,
    set: { unreadableReason },
  });
}
