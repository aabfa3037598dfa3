import { documentTexts, isKnownDocumentType } from "../../../domain/document.ts";
import type { FoundIssue } from "../../../domain/issue.ts";
import { nothingFound, type Rule } from "../rule.ts";

const ofEvery = ["document.owner", "document.fileName", "document.use"] as const;
/** Passfort takes an identity paper with all of these only (API contract §6). */
const ofIdentityPaper = ["document.category", "document.type"] as const;

/** A document has an owner, a file and a use; an identity paper also says what it is, in words that Passfort has, and has not expired. */
export const documentComplete: Rule = {
  codes: ["field.required", "document.type_new", "document.expired"],
  check({ document, unreadFields, today }) {
    if (!document) return nothingFound;
    const texts = documentTexts(document);
    const wanted = document.use === "document" ? [...ofEvery, ...ofIdentityPaper] : ofEvery;
    const found = wanted.flatMap((field): FoundIssue[] =>
      texts[field] !== "" || unreadFields.has(field) ? [] : [{ code: "field.required", field }],
    );
    const { documentType, expiresOn } = document;
    if (documentType !== null && !isKnownDocumentType(documentType))
      found.push({ code: "document.type_new", field: "document.type", value: documentType });
    if (expiresOn !== null && expiresOn < today)
      found.push({ code: "document.expired", field: "document.expiresOn", value: expiresOn });
    return found;
  },
};
