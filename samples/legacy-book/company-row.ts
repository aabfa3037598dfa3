import { addressCells, countryFor } from "./address-cells.ts";
import { type Chance, chanceOf } from "./chance.ts";
import { dateText, openedText } from "./date-text.ts";
import { familyNames, relationshipManagers } from "./people.ts";
import { type Country, countries, unknownCountries } from "./places.ts";
import { companyProblemAt, type Problem } from "./problem.ts";
import { referenceText } from "./reference-text.ts";

export const companyHeader = [
  "CUST_NO",
  "COMPANY_NAME",
  "REG_NO",
  "COUNTRY_INC",
  "STATE_INC",
  "INC_DATE",
  "REG_ADDR_1",
  "REG_ADDR_2",
  "REG_TOWN",
  "REG_COUNTY",
  "REG_POST_CODE",
  "REG_COUNTRY",
  "VAT_NO",
  "CONTACT_EMAIL",
  "TEL",
  "WEBSITE",
  "ACCT_OPENED",
  "RELATIONSHIP_MANAGER",
  "LEGACY_RISK",
  "STATUS",
] as const;

/** One company of the book, as the cells under `companyHeader`. */
export function companyRow(seed: number, prefix: string, row: number): string[] {
  const chance = chanceOf(seed, 2, row);
  const problem = companyProblemAt(row);
  const country = problem === "missing_state" ? american : countryFor(chance);
  const incorporated = dateText(chance, 1951, 2021);
  const domain = `client-${row + 1}.example`;
  return [
    referenceText(prefix, "company", row),
    companyName(chance, country),
    problem === "missing_number" ? "" : registrationNumber(country, row),
    problem === "unknown_country" ? chance.pick(unknownCountries) : chance.pick(country.spellings),
    stateOf(chance, country, problem),
    incorporated,
    ...addressCells(chance, country),
    chance.pick(country.spellings),
    chance.isIn(60) ? `${country.code}${chance.between(100_000_000, 999_999_999)}` : "",
    chance.isIn(85) ? `accounts@${domain}` : "",
    chance.isIn(80) ? `020 7946 0${String(chance.between(0, 999)).padStart(3, "0")}` : "",
    chance.isIn(55) ? `https://www.${domain}` : "",
    openedText(chance, incorporated, 1),
    chance.pick(relationshipManagers),
    chance.pick(["Low", "Low", "Medium", "High"]),
    chance.isIn(90) ? "ACTIVE" : "DORMANT",
  ];
}

const american = countries.find((country) => country.code === "US") as Country;

const endings: Record<string, readonly string[]> = {
  GB: ["Limited", "Ltd", "LLP", "PLC"],
  IE: ["DAC", "Limited"],
  DE: ["GmbH", "GmbH & Co. KG"],
  FR: ["SARL", "SAS"],
  PL: ["Sp. z o.o."],
  US: ["Inc.", "LLC"],
  HK: ["Limited"],
  NG: ["Limited"],
};

function companyName(chance: Chance, country: Country): string {
  const founder = chance.pick(familyNames);
  const trade = chance.pick([
    "Textiles",
    "Shipping",
    "Analytics",
    "Orchards",
    "Instruments",
    "Café",
    "Façades",
    "Foundry",
    "Holdings",
    "Press",
  ]);
  const ending = chance.pick(endings[country.code] ?? ["Limited"]);
  const habit = chance.between(1, 12);
  if (habit === 1) return `"${founder}" ${trade} ${ending}`;
  if (habit === 2) return `${founder}, ${chance.pick(familyNames)} & Daughters ${ending}`;
  return `${founder} ${trade} ${ending}`;
}

/** As registers write them, unique in the book: eight digits in the UK with their leading zeros, HRB numbers in Germany, a check digit in France, and so on. */
function registrationNumber(country: Country, row: number): string {
  if (country.code === "GB") return String(312_400 + row * 7).padStart(8, "0");
  if (country.code === "DE") return `HRB ${20_100 + row}`;
  if (country.code === "PL") return String(147_000 + row).padStart(10, "0");
  if (country.code === "FR") return withLuhn(String(30_155_200 + row));
  return String(4_410_200 + row * 3);
}

/** With the last digit that the French register reckons from the others (Luhn). */
function withLuhn(digits: string): string {
  const sum = [...digits].reverse().reduce((total, digit, at) => {
    const weighed = Number(digit) * (at % 2 === 0 ? 2 : 1);
    return total + (weighed > 9 ? weighed - 9 : weighed);
  }, 0);
  return `${digits}${(10 - (sum % 10)) % 10}`;
}

/** Companies of the USA are registered by state; elsewhere the column is empty. */
function stateOf(chance: Chance, country: Country, problem: Problem | undefined): string {
  return country.code === "US" && problem !== "missing_state" ? chance.pick(["Delaware", "Oregon", "Vermont"]) : "";
}
