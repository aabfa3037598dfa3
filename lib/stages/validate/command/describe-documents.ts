import type { SignedInContext } from "../../../context.ts";
import type { BodyOf, ReplyOf } from "../../../contracts/contract.ts";
import type { describeDocuments as contract } from "../../../contracts/documents.ts";
import { documentTypeOf } from "../../../domain/document-words.ts";
import { beingChecked } from "../../../domain/fixable.ts";
import { done, type Outcome, refused } from "../../../domain/refusal.ts";
import { keepFix } from "../../../store/corrections.ts";
import { lockFile } from "../../../store/lock-file.ts";
import { recheckRecords } from "./recheck-records.ts";

const waitMs = 2_000;
const limits = { timeout: 60_000, maxWait: 10_000 };

/**
 * Corrects what rows of manifests say of their documents, all alike: one fix for each manifest, which can be taken back like any other. Rows
 * that are left out or not checked are passed over.
 */
export async function describeDocuments(
  ctx: SignedInContext,
  migrationId: string,
  { recordIds, use, category, documentType, reason }: BodyOf<typeof contract>,
): Promise<Outcome<ReplyOf<typeof contract>>> {
  const type = documentType ? documentTypeOf(documentType) : undefined;
  if (documentType && type === undefined) {
    const sentence = `“${documentType}” is not a type of document that we know. Choose one of the list, or write it as Passfort does.`;
    return { ok: false, refusal: { kind: "invalid_input", sentence, fields: { documentType: sentence } } };
  }
  const texts = {
    ...(use && { "document.use": use }),
    ...(category && { "document.category": category }),
    ...(type && { "document.type": type }),
  };
  return ctx.db.$transaction(async (tx): Promise<Outcome<ReplyOf<typeof contract>>> => {
    const known = await tx.record.findMany({
      where: { id: { in: recordIds }, migrationId, role: "document", readiness: { in: ["ready", "invalid"] } },
      select: { id: true, fileId: true },
      orderBy: { id: "asc" },
    });
    if (known.length === 0) return refused("not_found", "None of these rows can be corrected now.");
    for (const [fileId, rows] of Map.groupBy(known, (record) => record.fileId)) {
      if (!(await lockFile(tx, fileId, waitMs))) return refused("not_now", beingChecked);
      const file = await tx.sourceFile.findUniqueOrThrow({ where: { id: fileId } });
      if (file.checkingVersion !== null) return refused("not_now", beingChecked);
      const ids = rows.map(({ id }) => id);
      const fixId = await keepFix(tx, { migrationId, fileId, reason, byId: ctx.operator.id, recordIds: ids, texts });
      await recheckRecords(ctx, tx, file, ids);
      await tx.fix.update({ where: { id: fixId }, data: { rechecked: ids.length } });
    }
    return done({ described: known.length, passedOver: recordIds.length - known.length });
  }, limits);
}
