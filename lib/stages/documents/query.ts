import type { SignedInContext } from "../../context.ts";
import type { QueryOf, ReplyOf } from "../../contracts/contract.ts";
import type {
  listDocumentBundles as listBundlesContract,
  listDocuments as listDocumentsContract,
  listRecordDocuments as listRecordContract,
} from "../../contracts/documents.ts";
import { done, type Outcome, refused } from "../../domain/refusal.ts";
import { countDocuments, countListed, documentPage, type ListedDocument } from "../../store/document-page.ts";
import { namesOfPeople } from "../../store/names-of-people.ts";
import { repeatSentence } from "./repeat-sentence.ts";
import { sentenceOfDocument } from "./shown-document.ts";

const pageSize = 50;
/** More than anybody reads on one page. */
const ofRecordMax = 100;

/** The uploads in the order of their arrival, and the counts of all lists. */
export async function listDocumentBundles(
  ctx: SignedInContext,
  migrationId: string,
): Promise<Outcome<ReplyOf<typeof listBundlesContract>>> {
  if (!(await ctx.db.migration.findUnique({ where: { id: migrationId } })))
    return refused("not_found", "There is no such migration.");
  const bundles = await ctx.db.documentBundle.findMany({
    where: { migrationId, status: { not: "withdrawn" } },
    orderBy: [{ uploadedAt: "asc" }, { id: "asc" }],
  });
  const nameOf = await namesOfPeople(
    ctx.db,
    bundles.map(({ uploadedById }) => uploadedById),
  );
  const { rows, files, ...counts } = await countDocuments(ctx.db, migrationId);
  const firstOf = (sha256: string) => bundles.find((bundle) => bundle.sha256 === sha256);
  return done({
    bundles: bundles.map((bundle) => {
      const first = firstOf(bundle.sha256);
      const { id, name, status, sha256, entries, doneEntries, leftOut, unreadableReason } = bundle;
      return {
        ...{ id, name, status, sha256, entries, doneEntries, leftOut, unreadableReason },
        sizeBytes: Number(bundle.sizeBytes),
        uploadedByName: nameOf(bundle.uploadedById),
        uploadedAt: bundle.uploadedAt.toISOString(),
        repeatOf:
          first && first.id !== id
            ? repeatSentence({ name: first.name, byName: nameOf(first.uploadedById), at: first.uploadedAt })
            : null,
      };
    }),
    counts,
    rows,
    files,
    uploadMaxBytes: ctx.env.UPLOAD_MAX_BYTES,
  });
}

/** One list, fifty at a time. */
export async function listDocuments(
  ctx: SignedInContext,
  migrationId: string,
  { list, search, after }: QueryOf<typeof listDocumentsContract>,
): Promise<Outcome<ReplyOf<typeof listDocumentsContract>>> {
  if (!(await ctx.db.migration.findUnique({ where: { id: migrationId } })))
    return refused("not_found", "There is no such migration.");
  const cursor = after === undefined ? undefined : cursorOf(after);
  if (cursor === null) return refused("invalid_input", "The list does not go on there. Begin from its first page.");
  const filter = { list, search: search?.trim() || undefined };
  const [page, total] = await Promise.all([
    documentPage(ctx.db, migrationId, filter, cursor, pageSize + 1),
    countListed(ctx.db, migrationId, filter),
  ]);
  const shown = page.slice(0, pageSize);
  const last = shown.at(-1);
  return done({
    documents: shown.map(lineOf),
    total,
    next: page.length > pageSize && last ? `${last.source}:${last.id}` : null,
  });
}

/** The documents of one client or associate. */
export async function listRecordDocuments(
  ctx: SignedInContext,
  recordId: string,
): Promise<Outcome<ReplyOf<typeof listRecordContract>>> {
  const record = await ctx.db.record.findUnique({ where: { id: recordId }, select: { migrationId: true } });
  if (!record) return refused("not_found", "There is no such client.");
  const filter = { ownerId: recordId };
  const documents = await documentPage(ctx.db, record.migrationId, filter, undefined, ofRecordMax);
  return done({
    documents: documents.map(lineOf),
    total: documents.length < ofRecordMax ? documents.length : await countListed(ctx.db, record.migrationId, filter),
  });
}

function cursorOf(text: string): { source: number; id: string } | null {
  const [, source, id] = /^([01]):([0-9a-f-]{36})$/.exec(text) ?? [];
  return source === undefined || id === undefined ? null : { source: Number(source), id };
}

function lineOf(document: ListedDocument): ReplyOf<typeof listDocumentsContract>["documents"][number] {
  const { id, source, documentId, ownerId, ownerReference, name, path, bundleName, manifestName, rowNumber } = document;
  const { use, category, documentType, expiresOn, mediaType, sizeBytes, alike, isAccepted, isReady } = document;
  return {
    id,
    kind: source === 0 ? "row" : "file",
    ...{
      documentId,
      ownerId,
      ownerReference,
      name,
      path,
      bundleName,
      use,
      category,
      documentType,
      expiresOn,
      mediaType,
    },
    ...{ sizeBytes, alike, isAccepted, isReady },
    manifest: manifestName !== null && rowNumber !== null ? { fileName: manifestName, rowNumber } : null,
    sentence: sentenceOfDocument(document),
  };
}
