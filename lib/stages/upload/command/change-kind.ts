import type { SignedInContext } from "../../../context.ts";
import type { MappedFile } from "../../../domain/file-kind.ts";
import { done, type Outcome, refused } from "../../../domain/refusal.ts";
import { chunksHoldingFile } from "../../../store/chunks-holding-file.ts";
import type { Tx } from "../../../store/client.ts";
import { deleteRecordsOf } from "../../../store/delete-file-contents.ts";

/**
 * Says anew what the rows of a file are. What was made of them goes, and its mapping, which speaks of other fields; the rows stay.
 * Refused while a chunk holds clients of it. The same kind again does nothing.
 */
export async function changeKind(
  ctx: SignedInContext,
  fileId: string,
  { kind, entityType }: MappedFile,
): Promise<Outcome<Record<string, never>>> {
  const file = await ctx.db.sourceFile.findUnique({ where: { id: fileId } });
  if (!file) return refused("not_found", "There is no such file.");
  if (file.status === "withdrawn") return refused("not_now", "The file was taken out of the migration.");
  if (file.kind === kind && file.entityType === entityType) return done({});
  return ctx.db.$transaction(
    async (tx: Tx): Promise<Outcome<Record<string, never>>> => {
      await tx.$queryRaw`select id from "SourceFile" where id = ${fileId}::uuid for update`;
      const [holding] = await chunksHoldingFile(tx, fileId, "any chunk");
      if (holding)
        return refused(
          "not_now",
          `Clients of this file are in chunk ${holding.number}, so what it holds stays as it is. ${holding.status === "draft" ? "Discard the draft first." : "Upload the file once more to say otherwise."}`,
        );
      await tx.mapping.deleteMany({ where: { fileId } });
      await deleteRecordsOf(tx, file);
      await tx.sourceFile.update({
        where: { id: fileId },
        data: { kind, entityType, checkedVersion: null, checkingVersion: null, checkedRows: 0, checkFailure: null },
      });
      return done({});
    },
    { timeout: 600_000, maxWait: 10_000 },
  );
}
