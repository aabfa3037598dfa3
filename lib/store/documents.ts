import { nameKeyOf, ownerTokensOf, pathKeyOf } from "../domain/path-key.ts";
import type { Db } from "./client.ts";

/** What was made of one file of an upload: where it lies, sealed; or why it is not taken. */
export type TakenDocument = {
  sizeBytes: number;
  sha256: string | null;
  mediaType: string | null;
  storageKey: string | null;
  sealedKey: string | null;
  refusalCode: "document.damaged" | "document.content" | "document.too_large" | "document.refused" | null;
  refusedBecause: string | null;
};

/** Places of an upload's files that were looked at already. */
export async function placesDone(db: Db, bundleId: string): Promise<Set<number>> {
  const rows = await db.document.findMany({ where: { bundleId }, select: { place: true } });
  return new Set(rows.map(({ place }) => place));
}

export const isUnpacking = async (db: Db, bundleId: string): Promise<boolean> =>
  (await db.documentBundle.count({ where: { id: bundleId, status: "unpacking" } })) > 0;

/** Keeps what became of a file, once. @returns false when the upload was withdrawn meanwhile: nothing was kept */
export async function keepDocument(
  db: Db,
  bundle: { id: string; migrationId: string },
  { place, path, ...taken }: TakenDocument & { place: number; path: string },
): Promise<boolean> {
  return db.$transaction(async (tx) => {
    // Whoever withdraws waits for this, or this finds nothing to keep it in.
    const wanted = await tx.$executeRaw`
      update "DocumentBundle" set "doneEntries" = greatest("doneEntries", ${place + 1}) where id = ${bundle.id}::uuid and status = 'unpacking'`;
    if (wanted === 0) return false;
    const pathKey = pathKeyOf(path);
    await tx.document.create({
      data: {
        migrationId: bundle.migrationId,
        bundleId: bundle.id,
        place,
        path,
        pathKey,
        nameKey: nameKeyOf(pathKey),
        ownerTokens: ownerTokensOf(path),
        ...taken,
      },
    });
    return true;
  });
}
