import { csvText } from "../../samples/legacy-book/csv-text.ts";

/** One personal value of the seeded people, and what it is. */
export type Seed = { what: string; value: string };

export type SeededBook = {
  individualsCsv: string;
  companiesCsv: string;
  manifestCsv: string;
  /** Names of the files of the manifest, in its order. */
  documentNames: string[];
  references: string[];
  associatesByCompany: Map<string, number>;
  seeds: Seed[];
};

const people = 3;
const companies = 2;
const directors = 2;

/**
 * People who do not exist, whose every personal value is a word that nothing else has: wherever one turns up, it came from them. `run` makes their
 * references those of one run. References are no secret: they are what logs and tags call a client by.
 */
export function seededBook(run: string): SeededBook {
  const seeds: Seed[] = [];
  const seed = (what: string, value: string): string => {
    seeds.push({ what, value });
    return value;
  };
  const person = (number: number): { name: string[]; birthday: string } => ({
    name: [
      seed("given name", wordOf("Zqworrin", number)),
      seed("middle name", wordOf("Vexquill", number)),
      seed("family name", wordOf("Blixtonquay", number)),
    ],
    birthday: seed("date of birth", `19${31 + number}-0${number + 1}-1${number}`),
  });
  const individuals = Array.from({ length: people }, (_, at) => {
    const { name, birthday } = person(at);
    const letters = lettersOfNumber(at);
    return [
      `${run}-P${at + 1}`,
      ...name,
      birthday,
      seed("street", `${7301 + at} Jexborrow${letters} Terrace`),
      seed("town", wordOf("Quinzelford", at)),
      seed("postcode", `ZQ${at + 1} 7XJ`),
      "United Kingdom",
      seed("e-mail", `zqworrin${letters}@blixtonquay.example`),
      seed("phone", `+44 7700 9004${61 + at}`),
      seed("national identity number", `QZ7319${50 + at}C`),
      "GBR",
    ];
  });
  const firms = Array.from({ length: companies }, (_, at) => {
    const boards = Array.from({ length: directors }, (_, place) => person(people + at * directors + place));
    return [
      `${run}-C${at + 1}`,
      seed("name of a sole person's company", `${wordOf("Vraxolin", at)} Farriery`),
      `0479128${at}`,
      "United Kingdom",
      ...boards.flatMap(({ name: [given = "", middle = "", family = ""], birthday }) => [
        `${given} ${middle}`,
        family,
        birthday,
      ]),
    ];
  });
  const documentNames = ["passport", "statement"].map((kind, at) =>
    seed("document name", `${wordOf("hoxwell", at)}-${kind}.png`),
  );
  const references = [...individuals, ...firms].map(([reference = ""]) => reference);
  return {
    individualsCsv: csvText(personHeader, individuals),
    companiesCsv: csvText(companyHeader, firms),
    manifestCsv: csvText(
      manifestHeader,
      documentNames.map((name, at) => [`${run}-P${at + 1}`, name, "evidence", "", ""]),
    ),
    documentNames,
    references,
    associatesByCompany: new Map(firms.map(([reference = ""]) => [reference, directors])),
    seeds,
  };
}

const personHeader = [
  "client_ref",
  "first_name",
  "middle_names",
  "surname",
  "date_of_birth",
  "address_line_1",
  "town",
  "postcode",
  "country",
  "email",
  "phone",
  "national_id_number",
  "national_id_country",
];
const companyHeader = [
  "company_ref",
  "company_name",
  "reg_no",
  "country_of_incorporation",
  ...[1, 2].flatMap((number) => [
    `director_${number}_first_name`,
    `director_${number}_surname`,
    `director_${number}_dob`,
  ]),
];
const manifestHeader = ["Owner reference", "File name", "Use", "Category", "Document type"];

/** A word of its own for each number, of letters alone, as names are. */
const wordOf = (stem: string, number: number): string => `${stem}${lettersOfNumber(number)}`;
const lettersOfNumber = (number: number): string => ["abo", "ecu", "idy", "ofa", "uge", "yhi", "avu"][number] ?? "ox";
