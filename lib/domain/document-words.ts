import {
  type DocumentCategory,
  type DocumentSide,
  type DocumentType,
  type DocumentUse,
  documentCategories,
  documentSides,
  documentTypes,
  documentUses,
} from "./document.ts";
import { lettersOf } from "./folded-text.ts";

/**
 * Words of exports for papers, in English, German and French, by what Passfort calls them (API contract §6). Compared by their letters alone.
 * What could be two things (“statement”, “certificate”) is left to a person's value map.
 */
const wordsByType: Partial<Record<DocumentType, readonly string[]>> = {
  PASSPORT: ["pass", "passport copy", "travel passport", "reisepass", "passkopie", "passeport", "copie du passeport"],
  DRIVING_LICENCE: [
    "driving license",
    "driver licence",
    "driver license",
    "drivers licence",
    "drivers license",
    "führerschein",
    "fuehrerschein",
    "fahrerlaubnis",
    "permis de conduire",
  ],
  STATE_ID: [
    "id",
    "id card",
    "identity card",
    "national id",
    "national id card",
    "personalausweis",
    "ausweis",
    "identitätskarte",
    "carte d'identité",
    "carte nationale d'identité",
    "cni",
  ],
  VOTER_ID: ["voter card", "voter id card", "wählerausweis", "carte d'électeur"],
  BIRTH_CERTIFICATE: ["geburtsurkunde", "acte de naissance", "extrait de naissance"],
  BANK_STATEMENT: ["bank statements", "kontoauszug", "bankauszug", "relevé bancaire", "relevé de compte", "rib"],
  FACE_IMAGE: ["face", "selfie", "portrait", "photo", "passfoto", "lichtbild", "photo d'identité"],
  UNKNOWN: ["unbekannt", "inconnu", "not known"],
  COMPANY_ACCOUNTS: [
    "accounts",
    "annual accounts",
    "financial statements",
    "jahresabschluss",
    "bilanz",
    "comptes annuels",
    "bilan",
  ],
  COMPANY_CHANGE_OF_ADDRESS: [
    "change of address",
    "adressänderung",
    "sitzverlegung",
    "changement d'adresse",
    "transfert de siège",
  ],
  ANNUAL_RETURN: ["jahresmeldung", "déclaration annuelle"],
  CONFIRMATION_STATEMENT: ["confirmation"],
  STATEMENT_OF_CAPITAL: ["kapitalnachweis", "état du capital"],
  CHANGE_OF_NAME: ["name change", "umfirmierung", "namensänderung", "changement de nom", "changement de dénomination"],
  INCORPORATION: [
    "certificate of incorporation",
    "articles of association",
    "memorandum and articles",
    "gründungsurkunde",
    "gesellschaftsvertrag",
    "satzung",
    "statuts",
    "acte constitutif",
  ],
  LIQUIDATION: ["liquidation notice", "abwicklung"],
  MISCELLANEOUS: ["misc", "other", "others", "sonstiges", "sonstige", "verschiedenes", "divers", "autre"],
  MORTGAGE: ["charge", "hypothek", "grundschuld", "hypothèque"],
  CHANGE_OF_OFFICERS: ["change of directors", "geschäftsführerwechsel", "changement de dirigeants"],
  RESOLUTION: ["board resolution", "shareholder resolution", "beschluss", "gesellschafterbeschluss", "résolution"],
  CREDIT_REPORT: ["kreditauskunft", "schufa", "rapport de crédit"],
  CREDIT_CHECK: ["bonitätsprüfung", "vérification de crédit"],
  REGISTER_REPORT: [
    "register extract",
    "company extract",
    "handelsregisterauszug",
    "registerauszug",
    "hr auszug",
    "kbis",
    "extrait kbis",
    "extrait du registre",
  ],
  REGISTER_CHECK: ["registerprüfung"],
  DATA_SUMMARY: ["summary", "datenblatt", "fiche de synthèse"],
  CHANGE_OF_PSC: ["psc", "change of beneficial owners", "transparenzregister"],
  ADVERSE_MEDIA: ["media report", "negative presse", "presse défavorable"],
  TAX: [
    "tax return",
    "tax certificate",
    "tax document",
    "steuerbescheid",
    "steuererklärung",
    "avis d'imposition",
    "attestation fiscale",
  ],
  UTILITY_BILL: [
    "utility",
    "gas bill",
    "electricity bill",
    "water bill",
    "council tax",
    "stromrechnung",
    "gasrechnung",
    "nebenkostenabrechnung",
    "facture",
    "facture d'électricité",
    "justificatif de domicile",
  ],
  BIOMETRIC_STATE_ID: ["biometric id", "biometric id card", "biometrischer ausweis", "carte biométrique"],
  PASSPORT_CARD: ["passkarte", "carte passeport"],
};

const wordsByCategory: Partial<Record<DocumentCategory, readonly string[]>> = {
  PROOF_OF_IDENTITY: [
    "identity",
    "identification",
    "poi",
    "id proof",
    "identitätsnachweis",
    "identität",
    "legitimation",
    "preuve d'identité",
    "pièce d'identité",
    "identité",
  ],
  PROOF_OF_ADDRESS: [
    "address",
    "poa",
    "address proof",
    "adressnachweis",
    "wohnsitznachweis",
    "meldebestätigung",
    "meldebescheinigung",
    "justificatif de domicile",
    "preuve d'adresse",
  ],
  PROOF_OF_SOURCE_OF_WEALTH: [
    "source of wealth",
    "sow",
    "wealth",
    "vermögensnachweis",
    "herkunft des vermögens",
    "origine du patrimoine",
  ],
  PROOF_OF_SOURCE_OF_FUNDS: [
    "source of funds",
    "sof",
    "funds",
    "mittelherkunft",
    "herkunft der mittel",
    "origine des fonds",
  ],
  PROOF_OF_BANK_ACCOUNT: [
    "bank account",
    "bank",
    "kontonachweis",
    "bankverbindung",
    "compte bancaire",
    "relevé d'identité bancaire",
  ],
  PROOF_OF_TAX_STATUS: ["tax status", "tax", "fatca", "crs", "steuerstatus", "steuerlicher status", "statut fiscal"],
  COMPANY_FILING: [
    "filing",
    "company document",
    "company documents",
    "corporate",
    "handelsregister",
    "firmenunterlagen",
    "document de société",
    "registre",
  ],
  DATA_SUMMARY: ["summary", "zusammenfassung", "synthèse"],
  SUPPORTING: [
    "supporting document",
    "support",
    "other",
    "misc",
    "sonstiges",
    "unterlagen",
    "pièce justificative",
    "autre",
  ],
};

/** Where a type alone says the category: one column of an export often says both. */
const categoryByType: Partial<Record<DocumentType, DocumentCategory>> = {
  PASSPORT: "PROOF_OF_IDENTITY",
  PASSPORT_CARD: "PROOF_OF_IDENTITY",
  DRIVING_LICENCE: "PROOF_OF_IDENTITY",
  STATE_ID: "PROOF_OF_IDENTITY",
  BIOMETRIC_STATE_ID: "PROOF_OF_IDENTITY",
  VOTER_ID: "PROOF_OF_IDENTITY",
  BIRTH_CERTIFICATE: "PROOF_OF_IDENTITY",
  FACE_IMAGE: "PROOF_OF_IDENTITY",
  UTILITY_BILL: "PROOF_OF_ADDRESS",
  COMPANY_ACCOUNTS: "COMPANY_FILING",
  COMPANY_CHANGE_OF_ADDRESS: "COMPANY_FILING",
  ANNUAL_RETURN: "COMPANY_FILING",
  CONFIRMATION_STATEMENT: "COMPANY_FILING",
  STATEMENT_OF_CAPITAL: "COMPANY_FILING",
  CHANGE_OF_NAME: "COMPANY_FILING",
  INCORPORATION: "COMPANY_FILING",
  LIQUIDATION: "COMPANY_FILING",
  MORTGAGE: "COMPANY_FILING",
  CHANGE_OF_OFFICERS: "COMPANY_FILING",
  RESOLUTION: "COMPANY_FILING",
  REGISTER_REPORT: "COMPANY_FILING",
  CHANGE_OF_PSC: "COMPANY_FILING",
};

const wordsByUse: Record<DocumentUse, readonly string[]> = {
  file: [
    "evidence",
    "files",
    "attachment",
    "note",
    "audit",
    "audit record",
    "record",
    "beleg",
    "anlage",
    "nachweis",
    "pièce jointe",
    "justificatif",
    "preuve",
  ],
  document: [
    "identity",
    "identity document",
    "identity paper",
    "id document",
    "id",
    "kyc",
    "ausweisdokument",
    "identitätsdokument",
    "document d'identité",
    "pièce d'identité",
  ],
};

const wordsBySide: Record<DocumentSide, readonly string[]> = {
  FRONT: ["front side", "recto", "vorderseite", "vorne", "1", "f"],
  BACK: ["back side", "reverse", "verso", "rückseite", "hinten", "2", "b"],
  FACE: ["selfie", "portrait", "gesicht", "visage"],
};

/** From letters to what Passfort calls it; its own words, however they are spelled, among them. */
function tellerOf<C extends string>(
  codes: readonly C[],
  words: Partial<Record<C, readonly string[]>>,
): ReadonlyMap<string, C> {
  const found = new Map<string, C>();
  for (const code of codes) for (const word of [code, ...(words[code] ?? [])]) found.set(lettersOf(word), code);
  return found;
}

const typeByWord = tellerOf(documentTypes, wordsByType);
const categoryByWord = tellerOf(documentCategories, wordsByCategory);
const useByWord = tellerOf(documentUses, wordsByUse);
const sideByWord = tellerOf(documentSides, wordsBySide);

/** The form of Passfort's own words. A type in this form that we do not know is taken as it is: its list is open when read. */
const passfortForm = /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/;

/** The type of paper that a text means; undefined when neither we nor Passfort's way of writing know it. */
export const documentTypeOf = (text: string): string | undefined =>
  typeByWord.get(lettersOf(text)) ?? (passfortForm.test(text) ? text : undefined);

/** The category that a text means, by its own words or by those of a type that can be one thing only. */
export function documentCategoryOf(text: string): DocumentCategory | undefined {
  const known = categoryByWord.get(lettersOf(text));
  if (known) return known;
  const type = typeByWord.get(lettersOf(text));
  return type && categoryByType[type];
}

export const documentUseOf = (text: string): DocumentUse | undefined => useByWord.get(lettersOf(text));
export const documentSideOf = (text: string): DocumentSide | undefined => sideByWord.get(lettersOf(text));
