import type { EntityType } from "../../domain/entity.ts";

type Aliases = Record<string, readonly string[]>;

const address: Aliases = {
  "address.country": ["country", "address country", "addr country", "country code", "residence country", "country of residence", "reg address country", "registered country", "mailing country", "land", "pays", "iso country"],
  "address.text": ["address", "full address", "addr full", "postal address", "home address", "registered address", "address full", "mailing address", "residential address", "property address"],
  "address.premise": ["premise", "premises", "building", "building name", "house name", "flat", "house", "unit"],
  "address.streetNumber": ["street number", "house number", "house no", "street no", "building number", "hausnummer"],
  "address.route": ["street", "street name", "road", "address line 1", "address line 2", "address line 3", "address 1", "address 2", "addr line 1", "addr line 2", "addr 1", "addr 2", "addr1", "addr2", "reg address address line 1", "reg address address line 2", "street address", "strasse", "rue", "thoroughfare", "mailing street"],
  "address.locality": ["city", "town", "town city", "city town", "addr city", "address city", "locality", "municipality", "ort", "ville", "mailing city"],
  "address.postalTown": ["post town", "postal town", "reg address post town"],
  "address.county": ["county", "reg address county", "address county"],
  "address.stateProvince": ["state", "province", "addr state", "state province", "address state", "region", "mailing state"],
  "address.postalCode": ["postcode", "post code", "postal code", "zip", "zip code", "zip postal code", "addr postal code", "reg address post code", "plz", "address postcode", "mailing zip", "eircode"],
};

const reference = ["reference", "ref", "client reference", "client ref", "customer reference", "customer ref", "client id", "client no", "client number", "customer id", "customer no", "customer number", "cust no", "cust id", "cust ref", "unique id", "record id", "external id", "legacy id", "legacy ref", "crm id", "account number", "account no", "acct no", "party id", "id", "person id", "member id", "member number", "customer key", "client code", "oracle id", "tracking number"];

/** Headers met in real exports, by field; compared by headerKey. */
export const fieldAliases: Record<EntityType, Aliases> = {
  individual: {
    reference,
    title: ["title", "salutation", "name title", "prefix", "honorific", "anrede"],
    givenNames: ["first name", "forename", "forenames", "given name", "given names", "name first", "fname", "primary name first", "middle name", "middle names", "primary name middle", "vorname", "prenom", "christian name", "first names", "client first name", "customer first name", "nombre"],
    familyName: ["last name", "surname", "family name", "name last", "lname", "primary name last", "nachname", "nom", "client surname", "customer surname", "client last name", "apellido", "cognome"],
    dateOfBirth: ["dob", "date of birth", "birth date", "birthdate", "birthday", "d o b", "geburtsdatum", "client dob", "birth dt", "date naissance"],
    nationality: ["nationality", "citizenship", "country of citizenship", "nationality code", "nationalitat"],
    gender: ["gender", "sex", "geschlecht"],
    email: ["email", "e mail", "email address", "e mail address", "mail", "contact email", "personal email", "email 1"],
    phone: ["phone", "phone number", "telephone", "tel", "tel no", "mobile", "mobile number", "mobile phone", "mobile no", "telephone number", "contact number", "cell", "cell phone", "phone no", "home phone"],
    ...address,
  },
  company: {
    reference,
    name: ["name", "company name", "business name", "organisation name", "organization name", "legal name", "entity name", "primary name org", "registered name", "account name", "firm name", "client name", "customer name", "firma", "raison sociale", "company"],
    number: ["company number", "registration number", "company reg no", "registered number", "company registration number", "reg no", "crn", "companies house number", "company no", "company reg number", "handelsregisternummer", "siren"],
    countryOfIncorporation: ["country of incorporation", "country of origin", "incorporation country", "country incorporated", "jurisdiction", "country of registration", "registration country", "jurisdiction code"],
    stateOfIncorporation: ["state of incorporation", "incorporation state", "state incorporated"],
    incorporationDate: ["incorporation date", "date of incorporation", "incorporated on", "date incorporated", "registration date", "founding date", "incorporated"],
    lei: ["lei", "lei code", "legal entity identifier"],
    vatNumber: ["vat number", "vat no", "vat", "vat id", "vat registration number", "tax id"],
    email: ["email", "e mail", "email address", "contact email", "company email"],
    phone: ["phone", "phone number", "telephone", "tel", "tel no", "telephone number", "company phone"],
    website: ["website", "web site", "url", "web", "homepage", "website url"],
    ...address,
  },
};
