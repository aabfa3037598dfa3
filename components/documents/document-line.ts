import type { ReplyOf } from "#lib/contracts/contract.ts";
import type { listDocumentBundles, listDocuments } from "#lib/contracts/documents.ts";

export type DocumentLine = ReplyOf<typeof listDocuments>["documents"][number];
export type Bundles = ReplyOf<typeof listDocumentBundles>;
export type Bundle = Bundles["bundles"][number];
