/** The two things a document can be in Passfort (API contract §6): evidence attached to a note (`file`), or an identity paper that checks can read (`document`). */
export const documentUses = ["file", "document"] as const;
export type DocumentUse = (typeof documentUses)[number];

/** Passfort's categories of identity papers (API contract §6). */
export const documentCategories = [
  "PROOF_OF_IDENTITY",
  "PROOF_OF_ADDRESS",
  "PROOF_OF_SOURCE_OF_WEALTH",
  "PROOF_OF_SOURCE_OF_FUNDS",
  "PROOF_OF_BANK_ACCOUNT",
  "PROOF_OF_TAX_STATUS",
  "COMPANY_FILING",
  "DATA_SUMMARY",
  "SUPPORTING",
] as const;
export type DocumentCategory = (typeof documentCategories)[number];

/** Passfort's types of papers that we know (API contract §6; the last three come from its help pages). The list grows: others of its form are taken with a warning. */
export const documentTypes = [
  "PASSPORT",
  "DRIVING_LICENCE",
  "STATE_ID",
  "VOTER_ID",
  "BIRTH_CERTIFICATE",
  "BANK_STATEMENT",
  "FACE_IMAGE",
  "UNKNOWN",
  "COMPANY_ACCOUNTS",
  "COMPANY_CHANGE_OF_ADDRESS",
  "ANNUAL_RETURN",
  "CONFIRMATION_STATEMENT",
  "STATEMENT_OF_CAPITAL",
  "CHANGE_OF_NAME",
  "INCORPORATION",
  "LIQUIDATION",
  "MISCELLANEOUS",
  "MORTGAGE",
  "CHANGE_OF_OFFICERS",
  "RESOLUTION",
  "CREDIT_REPORT",
  "CREDIT_CHECK",
  "REGISTER_REPORT",
  "REGISTER_CHECK",
  "DATA_SUMMARY",
  "CHANGE_OF_PSC",
  "ADVERSE_MEDIA",
  "TAX",
  "UTILITY_BILL",
  "BIOMETRIC_STATE_ID",
  "PASSPORT_CARD",
] as const;
export type DocumentType = (typeof documentTypes)[number];

/** Which side of a paper an image shows (`image_type`, API contract §6); a page that is all of it is the front. */
export const documentSides = ["FRONT", "BACK", "FACE"] as const;
export type DocumentSide = (typeof documentSides)[number];

/** What the row of a manifest says about one document; every value is clean text. `documentType` is open: Passfort has more types than we know. */
export type SourceDocument = {
  ownerReference: string | null;
  fileName: string | null;
  use: DocumentUse | null;
  category: DocumentCategory | null;
  documentType: string | null;
  side: DocumentSide | null;
  /** YYYY-MM-DD. */
  expiresOn: string | null;
  /** What people shall read on it in Passfort, instead of the name of the file. */
  title: string | null;
};

/** `PROOF_OF_IDENTITY` as “Proof of identity”. */
export function documentWords(code: string): string {
  const words = code.toLowerCase().replaceAll("_", " ");
  return (words.charAt(0).toUpperCase() + words.slice(1)).replace(/\b(id|psc)\b/g, (word) => word.toUpperCase());
}

export const documentUseWords: Record<DocumentUse, string> = { file: "Evidence", document: "Identity paper" };

export const isKnownDocumentType = (text: string): boolean => documentTypes.some((type) => type === text);

/** The largest file that is sure to fit Passfort's limit of 50 MB once it is Base64 (API contract §6). */
export const documentBytesMax = 37_000_000;

/** What a row says of a document, by the key of its field; "" where nothing is. */
export const documentTexts = (document: SourceDocument): Readonly<Record<string, string>> => ({
  "document.owner": document.ownerReference ?? "",
  "document.fileName": document.fileName ?? "",
  "document.use": document.use ?? "",
  "document.category": document.category ?? "",
  "document.type": document.documentType ?? "",
  "document.side": document.side ?? "",
  "document.expiresOn": document.expiresOn ?? "",
  "document.title": document.title ?? "",
});
