import { chanceOf } from "../../samples/legacy-book/chance.ts";
import { csvText } from "../../samples/legacy-book/csv-text.ts";
import { familyNames, men, women } from "../../samples/legacy-book/people.ts";

export type ChaosBook = {
  individualsCsv: string;
  companiesCsv: string;
  references: string[];
  /** Places in companies by the reference of the company: each becomes a profile of its own. */
  associatesByCompany: Map<string, number>;
};

const companyHeader = [
  "company_ref",
  "company_name",
  "reg_no",
  "country_of_incorporation",
  ...[1, 2, 3].flatMap((number) => [
    `director_${number}_first_name`,
    `director_${number}_surname`,
    `director_${number}_dob`,
  ]),
];
const personHeader = [
  "client_ref",
  "first_name",
  "surname",
  "date_of_birth",
  "address_line_1",
  "town",
  "postcode",
  "country",
];

/**
 * Clients who do not exist, every one of them ready to leave; each tenth is a company with two or three directors in its own row. Names repeat,
 * as they do in a book: a lost client must be known by more than its name.
 */
export function chaosBook(seed: number, clients: number): ChaosBook {
  const companies = Math.max(1, Math.round(clients / 10));
  const people = Array.from({ length: clients - companies }, (_, row) => personRow(seed, row));
  const families = Array.from({ length: companies }, (_, row) => companyRow(seed, row));
  return {
    individualsCsv: csvText(personHeader, people),
    companiesCsv: csvText(
      companyHeader,
      families.map(({ cells }) => cells),
    ),
    references: [...people.map(([reference = ""]) => reference), ...families.map(({ reference }) => reference)],
    associatesByCompany: new Map(families.map(({ reference, associates }) => [reference, associates])),
  };
}

const numbered = (letter: string, row: number) => `${letter}-${String(row + 1).padStart(5, "0")}`;

/** A birthday of its own for each row, or people of one name would be taken for doubles in the review. */
const birthdayOf = (row: number) => new Date(Date.UTC(1950, 0, 1 + row * 3)).toISOString().slice(0, 10);

function personRow(seed: number, row: number): string[] {
  const chance = chanceOf(seed, 3, row);
  const name = [chance.pick([...women, ...men]), chance.pick(familyNames)];
  const house = `${chance.between(1, 180)} Mill Lane`;
  return [numbered("P", row), ...name, birthdayOf(row), house, "Bristol", "BS1 4QT", "United Kingdom"];
}

function companyRow(seed: number, row: number): { reference: string; cells: string[]; associates: number } {
  const chance = chanceOf(seed, 4, row);
  const associates = chance.between(2, 3);
  const directors = [0, 1, 2].flatMap((place) =>
    place < associates
      ? [chance.pick([...women, ...men]), chance.pick(familyNames), birthdayOf(2_000 + row * 3 + place)]
      : ["", "", ""],
  );
  const reference = numbered("C", row);
  const name = `${chance.pick(familyNames)} & ${chance.pick(familyNames)} ${row + 1} Ltd`;
  const number = String(4_000_000 + row * 7).padStart(8, "0");
  return { reference, associates, cells: [reference, name, number, "United Kingdom", ...directors] };
}
