import { addressCells, countryFor } from "./address-cells.ts";
import { type Chance, chanceOf } from "./chance.ts";
import { dateText, openedText } from "./date-text.ts";
import { familyNames, mailboxOf, men, relationshipManagers, women } from "./people.ts";
import { unknownCountries } from "./places.ts";
import { individualProblemAt, type Problem } from "./problem.ts";
import { referenceText } from "./reference-text.ts";

export const individualHeader = [
  "CUST_NO",
  "TITLE",
  "FORENAME",
  "MIDDLE_NAMES",
  "SURNAME",
  "SEX",
  "DATE_OF_BIRTH",
  "NATIONALITY",
  "ADDR_LINE_1",
  "ADDR_LINE_2",
  "TOWN",
  "COUNTY",
  "POST_CODE",
  "COUNTRY",
  "EMAIL_ADDR",
  "MOBILE_TEL",
  "ACCT_OPENED",
  "RELATIONSHIP_MANAGER",
  "LEGACY_RISK",
  "STATUS",
] as const;

/** One person of the book, as the cells under `individualHeader`. */
export function individualRow(seed: number, prefix: string, row: number): string[] {
  const chance = chanceOf(seed, 1, row);
  const problem = individualProblemAt(row);
  const country = countryFor(chance);
  const name = nameOf(chance);
  const born = dateText(chance, 1936, 2003);
  const mailbox = `${mailboxOf(name.given)}.${mailboxOf(name.family)}${row}`;
  return [
    referenceText(prefix, "individual", problem === "duplicate_reference" ? row - 1 : row),
    name.title,
    name.given,
    name.middle,
    problem === "missing_family_name" ? "" : name.family,
    name.sex,
    birthDate(born, problem),
    chance.isIn(85) ? chance.pick(country.spellings.filter((spelling) => spelling !== "England")) : "",
    ...addressCells(chance, country),
    problem === "unknown_country" ? chance.pick(unknownCountries) : chance.pick(country.spellings),
    emailAddress(chance, problem, mailbox),
    chance.isIn(70) ? `07700 900${String(chance.between(0, 999)).padStart(3, "0")}` : "",
    openedText(chance, born, 19),
    chance.pick(relationshipManagers),
    chance.pick(["Low", "Low", "Low", "Medium", "High"]),
    chance.isIn(92) ? "ACTIVE" : "DORMANT",
  ];
}

function nameOf(chance: Chance) {
  const isWoman = chance.isIn(50);
  const given = isWoman ? women : men;
  const sex = isWoman ? "F" : "M";
  return {
    title: chance.isIn(10) ? "" : chance.pick(isWoman ? ["Ms", "Mrs", "Miss", "Dr"] : ["Mr", "Mr", "Mr", "Dr"]),
    given: chance.pick(given),
    middle: [chance.isIn(40) ? chance.pick(given) : "", chance.isIn(8) ? chance.pick(given) : ""].join(" ").trim(),
    family: chance.pick(familyNames),
    sex: chance.isIn(5) ? "" : sex,
  };
}

function birthDate(born: string, problem: Problem | undefined): string {
  if (problem === "missing_birth_date") return "";
  if (problem === "impossible_date") return `31/02/${born.slice(-4)}`;
  return problem === "future_birth_date" ? `${born.slice(0, 6)}2087` : born;
}

function emailAddress(chance: Chance, problem: Problem | undefined, mailbox: string): string {
  if (problem === "malformed_email") return `${mailbox}(at)example.com`;
  return chance.isIn(88) ? `${mailbox}@example.${chance.pick(["com", "org", "net"])}` : "";
}
