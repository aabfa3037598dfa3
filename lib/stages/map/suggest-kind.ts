import { lettersOf } from "../../domain/folded-text.ts";
import type { Discriminator } from "../../domain/mapping.ts";
import { headerKey, headerWords } from "./header-words.ts";
import type { ColumnEvidence } from "./match.ts";

/** A column that seems to tell people from companies, and why. It is proposed, never applied by itself. */
export type KindSuggestion = { kindBy: Discriminator; reason: string };

const words = {
  individual: [
    "person individual people human consumer retail private natural",
    "natural person|private person|private individual|natürliche person|privatperson|privatkunde",
    "particulier|personne|personne physique|persona|persona física|particular|persona fisica|privato",
    "osoba|osoba fizyczna",
  ],
  company: [
    "organization organisation company corporate corporation business entity firm org legal",
    "legal entity|legal person|juristische person|unternehmen|firma|gesellschaft|firmenkunde|geschäftskunde",
    "société|entreprise|personne morale|empresa|sociedad|persona jurídica|azienda|società|impresa|persona giuridica",
    "spółka|osoba prawna|przedsiębiorstwo",
  ],
};
const lettersIn = (lines: readonly string[]): Set<string> =>
  new Set(lines.flatMap((line) => line.split(line.includes("|") ? "|" : " ")).map(lettersOf));
const person = lettersIn(words.individual);
const company = lettersIn(words.company);
/** One letter says something only under a header that speaks of kinds. */
const personInitials = new Set(["p", "i", "n"]);
const companyInitials = new Set(["c", "o", "b", "e", "l"]);
const kindHeaderWords = new Set(["type", "kind", "class", "category", "art", "typ", "tipo", "rodzaj", "categorie"]);

const yes = new Set(["true", "yes", "y", "1", "t", "x", "ja", "j", "oui", "o", "si", "s", "tak"]);
const no = new Set(["false", "no", "n", "0", "f", "nein", "non", "nie"]);
const asksCompany =
  /^(?:is|ist|est|es|e|czy)(?:a|an|une|eine|una)?(?:company|organi[sz]ation|business|corporate|legalentity|firma|unternehmen|societe|empresa|azienda)(?:flag)?$/;
const asksPerson =
  /^(?:is|ist|est|es|e|czy)(?:a|an|une|eine|una)?(?:person|individual|private|privatperson|persona|osoba)(?:flag)?$/;

const distinctMax = 20;

/** The first column whose values are words for people and for companies, at least one of each. */
export function suggestKind(columns: readonly ColumnEvidence[]): KindSuggestion | null {
  for (const { index, name, values } of columns) {
    if (values.length < 2 || values.length > distinctMax) continue;
    const kindOf = tellerFor(name);
    const individual = values.filter((value) => kindOf(value) === "individual");
    const companies = values.filter((value) => kindOf(value) === "company");
    const isTold = (individual.length + companies.length) / values.length >= 0.75;
    if (individual.length === 0 || companies.length === 0 || !isTold) continue;
    return {
      kindBy: { column: index, individual, company: companies },
      reason: `“${name}” says ${quoted(individual)} for people and ${quoted(companies)} for companies.`,
    };
  }
  return null;
}

function tellerFor(header: string): (value: string) => "individual" | "company" | undefined {
  const key = headerKey(header);
  if (asksCompany.test(key)) return flag("company", "individual");
  if (asksPerson.test(key)) return flag("individual", "company");
  const hasInitials = headerWords(header).some((word) => kindHeaderWords.has(word));
  return (value) => {
    const letters = lettersOf(value);
    if (person.has(letters) || (hasInitials && personInitials.has(letters))) return "individual";
    if (company.has(letters) || (hasInitials && companyInitials.has(letters))) return "company";
    return undefined;
  };
}

const flag =
  <T extends string>(ifYes: T, ifNo: T) =>
  (value: string): T | undefined => {
    const letters = lettersOf(value);
    if (yes.has(letters)) return ifYes;
    return no.has(letters) ? ifNo : undefined;
  };

const quoted = (values: readonly string[]): string => values.map((value) => `“${value}”`).join(", ");
