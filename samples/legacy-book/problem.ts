/** What is wrong with a row on purpose. A book without problems would show a reviewer nothing. */
export type Problem =
  | "missing_birth_date"
  | "impossible_date"
  | "future_birth_date"
  | "duplicate_reference"
  | "unknown_country"
  | "missing_family_name"
  | "malformed_email"
  | "missing_number"
  | "missing_state";

const ofIndividuals: readonly Problem[] = [
  "missing_birth_date",
  "impossible_date",
  "duplicate_reference",
  "unknown_country",
  "future_birth_date",
  "missing_family_name",
  "missing_birth_date",
  "malformed_email",
  "impossible_date",
  "unknown_country",
  "duplicate_reference",
  "missing_birth_date",
];
const ofCompanies: readonly Problem[] = ["missing_number", "missing_state", "unknown_country"];

/** One row in 33 (3 %) has a problem; the kinds take turns, so that any large book has all of them. */
const every = 33;
const first = 20;

export const individualProblemAt = (row: number): Problem | undefined => problemAt(ofIndividuals, row);
export const companyProblemAt = (row: number): Problem | undefined => problemAt(ofCompanies, row);

function problemAt(turns: readonly Problem[], row: number): Problem | undefined {
  return row % every === first ? turns[Math.floor(row / every) % turns.length] : undefined;
}
