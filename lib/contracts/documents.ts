import { z } from "zod";
import { documentCategories, documentUses } from "../domain/document.ts";
import { documentBundleMachine } from "../domain/document-bundle.ts";
import { documentLists } from "../domain/document-list.ts";
import { contract, instant, migrationParams, recordParams } from "./contract.ts";

const documentParams = z.object({ documentId: z.uuid() });

/** The uploads of documents of a migration, how far their unpacking is, and how many documents stand on each list. Withdrawn uploads are not listed. */
export const listDocumentBundles = contract({
  method: "GET",
  path: "/api/migrations/:migrationId/document-bundles",
  needs: "look",
  params: migrationParams,
  reply: z.object({
    bundles: z.array(
      z.object({
        id: z.uuid(),
        name: z.string(),
        status: z.enum(documentBundleMachine.statuses),
        sizeBytes: z.number(),
        sha256: z.string(),
        /** Files it holds; null: not known yet. */
        entries: z.number().nullable(),
        doneEntries: z.number(),
        leftOut: z.number(),
        unreadableReason: z.string().nullable(),
        uploadedByName: z.string(),
        uploadedAt: instant,
        /** "This file was uploaded on 23 Nov 2026 by …" when the same bytes came before. */
        repeatOf: z.string().nullable(),
      }),
    ),
    counts: z.record(z.enum(documentLists), z.number()),
    /** Rows of manifests that are not excluded, and files that were unpacked. */
    rows: z.number(),
    files: z.number(),
    uploadMaxBytes: z.number(),
  }),
});

/**
 * The body is the raw bytes of a ZIP archive or of one document (not JSON), streamed, with the headers of `uploadFile`; `x-file-name` may hold
 * folders. They are stored sealed, and a worker unpacks them.
 */
export const uploadDocuments = contract({
  method: "POST",
  path: "/api/migrations/:migrationId/document-bundles",
  needs: "prepare",
  params: migrationParams,
  reply: z.object({ bundleId: z.uuid() }),
});

/** Takes an upload and its documents out; while it is being unpacked, stops that. */
export const withdrawDocuments = contract({
  method: "DELETE",
  path: "/api/document-bundles/:bundleId",
  needs: "prepare",
  params: z.object({ bundleId: z.uuid() }),
  reply: z.object({}),
});

/** One document as a line: the row of a manifest with what it was joined to, or a file that none names. */
const documentLine = z.object({
  /** Of the row's record, or of the file. */
  id: z.uuid(),
  kind: z.enum(["row", "file"]),
  documentId: z.uuid().nullable(),
  ownerId: z.uuid().nullable(),
  ownerReference: z.string().nullable(),
  name: z.string(),
  /** Where it was uploaded, with its folders. */
  path: z.string().nullable(),
  bundleName: z.string().nullable(),
  manifest: z.object({ fileName: z.string(), rowNumber: z.number() }).nullable(),
  use: z.enum(documentUses).nullable(),
  category: z.string().nullable(),
  documentType: z.string().nullable(),
  expiresOn: z.string().nullable(),
  mediaType: z.string().nullable(),
  sizeBytes: z.number().nullable(),
  /** How many uploaded files have the same bytes, this one counted. */
  alike: z.number(),
  /** What is to be known about it, in a sentence; null: nothing. */
  sentence: z.string().nullable(),
  /** A person said whose it is. */
  isAccepted: z.boolean(),
  isReady: z.boolean(),
});

/** One list, page by page. `search`: part of a name or path, or the beginning of an owner's reference. */
export const listDocuments = contract({
  method: "GET",
  path: "/api/migrations/:migrationId/documents",
  needs: "look",
  params: migrationParams,
  query: z.object({
    list: z.enum(documentLists),
    search: z.string().max(200).optional(),
    after: z.string().max(50).optional(),
  }),
  reply: z.object({ documents: z.array(documentLine), total: z.number(), next: z.string().nullable() }),
});

/** The documents of one client or associate: of manifests, accepted, and proposed. */
export const listRecordDocuments = contract({
  method: "GET",
  path: "/api/records/:recordId/documents",
  needs: "look",
  params: recordParams,
  reply: z.object({ documents: z.array(documentLine), total: z.number() }),
});

const word = z.string().trim().max(100);
const reason = z.string().trim().min(3, "Say why, in a few words").max(500);
const chosen = z.array(z.uuid()).min(1, "Choose at least one document").max(500, "At most 500 at once");

/**
 * Says that these files belong to whom their path speaks of, and what they are. An identity paper needs category and type. Those that were settled
 * otherwise meanwhile, or whose owner a submitted chunk holds, are passed over and counted.
 */
export const acceptDocuments = contract({
  method: "POST",
  path: "/api/migrations/:migrationId/document-acceptances",
  needs: "prepare",
  params: migrationParams,
  body: z
    .object({
      documentIds: chosen,
      use: z.enum(documentUses),
      category: z.enum(documentCategories).nullable(),
      documentType: word.nullable(),
    })
    .refine(({ use, category }) => use === "file" || category !== null, {
      path: ["category"],
      message: "An identity paper needs a category",
    })
    .refine(({ use, documentType }) => use === "file" || !!documentType, {
      path: ["documentType"],
      message: "An identity paper needs a type",
    }),
  reply: z.object({ accepted: z.number(), passedOver: z.number() }),
});

/** Takes it back that a file belongs to somebody; it is a proposal again. */
export const takeBackDocument = contract({
  method: "DELETE",
  path: "/api/documents/:documentId/acceptance",
  needs: "prepare",
  params: documentParams,
  reply: z.object({}),
});

/** Corrects what rows of manifests say of their documents, all alike, with a reason. Only what is given is changed. Rows that are left out or being checked are passed over. */
export const describeDocuments = contract({
  method: "POST",
  path: "/api/migrations/:migrationId/document-descriptions",
  needs: "prepare",
  params: migrationParams,
  body: z
    .object({
      recordIds: chosen,
      use: z.enum(documentUses).optional(),
      category: z.enum(documentCategories).optional(),
      documentType: word.optional(),
      reason,
    })
    .refine(({ use, category, documentType }) => use || category || documentType, {
      path: ["use"],
      message: "Say at least one thing about them",
    }),
  reply: z.object({ described: z.number(), passedOver: z.number() }),
});

/** `GET` (permission `look`): the bytes of a document, decrypted, as a file to keep. Each look is a line in the audit log. */
export const documentHref = (documentId: string): string => `/api/documents/${documentId}/content`;

/** `GET` (permission `look`): one list as a workbook, whole. */
export const documentListHref = (migrationId: string, list: (typeof documentLists)[number]): string =>
  `/api/migrations/${migrationId}/documents.xlsx?list=${list}`;
