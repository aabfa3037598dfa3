import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { companyHeader, companyRow } from "./legacy-book/company-row.ts";
import { csvText } from "./legacy-book/csv-text.ts";
import { individualHeader, individualRow } from "./legacy-book/individual-row.ts";

export type LegacyBook = { individualsCsv: string; companiesCsv: string };

/** The sample files in this folder are this book. */
export const committedBook = { seed: 7, clients: 500 };

/**
 * A synthetic client book as an old system would export it: four people to one company, about one row in 33 with a problem.
 * The same arguments give the same bytes; nobody in it exists.
 * @param prefix put before every reference, so that one book can be brought over more than once
 */
export function legacyBook({
  seed,
  clients,
  prefix = "",
}: {
  seed: number;
  clients: number;
  prefix?: string;
}): LegacyBook {
  const companies = Math.floor(clients / 5);
  const rows = <T>(count: number, rowAt: (row: number) => T): T[] =>
    Array.from({ length: count }, (_, row) => rowAt(row));
  return {
    individualsCsv: csvText(
      individualHeader,
      rows(clients - companies, (row) => individualRow(seed, prefix, row)),
    ),
    companiesCsv: csvText(
      companyHeader,
      rows(companies, (row) => companyRow(seed, prefix, row)),
    ),
  };
}

if (process.argv[1] === import.meta.filename) {
  const { individualsCsv, companiesCsv } = legacyBook(committedBook);
  writeFileSync(join(import.meta.dirname, "legacy-individuals.csv"), individualsCsv);
  writeFileSync(join(import.meta.dirname, "legacy-companies.csv"), companiesCsv);
  console.log("Written: samples/legacy-individuals.csv and samples/legacy-companies.csv");
}
