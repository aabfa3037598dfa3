import type { IssueEntry } from "./issue-entry.ts";

/** What can be wrong with a record as a whole, or with the row it comes from. */
export const recordIssues = {
  "record.state_required": {
    severity: "error",
    title: "State of incorporation is missing",
    teaching: "Companies of the USA and Canada are registered by state.",
    template: "A company of {country} needs its state of incorporation.",
    fix: "Map the state column or add the state.",
  },
  "record.duplicate_reference": {
    severity: "error",
    title: "Reference is used more than once",
    teaching: "Two clients with one reference cannot be told apart, and one could become two profiles.",
    template: "Reference “{value}” stands on {count} rows.",
    fix: "Keep one of the rows and exclude the others, or correct the reference.",
  },
  "record.duplicate_company": {
    severity: "warning",
    title: "Same company number and country twice",
    teaching: "Passfort regards country and number as a company's identity.",
    template: "{count} records have number “{value}” in {country}.",
    fix: "Exclude the doubles, or correct the number.",
  },
  "record.likely_duplicate": {
    severity: "warning",
    title: "Same name and date of birth under several references",
    teaching:
      "Probably one person entered more than once; each becomes a profile of their own. The panel never merges them.",
    template: "{count} clients of different references have this name and date of birth.",
    fix: "Compare them; exclude the doubles, or leave them if they are different people.",
  },
  "record.full_address_incomplete": {
    severity: "warning",
    keepsFrom: "full_onboarding",
    title: "Address too thin for full onboarding",
    teaching:
      "An electronic identity check needs street, town and postcode; limited compliance needs the country only.",
    template: "Missing for full onboarding: {missing}. Fine for limited compliance.",
    fix: "Complete the address, or choose limited compliance.",
  },
  "row.kind_unknown": {
    severity: "error",
    title: "Row is neither person nor company",
    teaching: "The file holds both; what a row is decides what Passfort checks.",
    template: "“{value}” says neither person nor company.",
    fix: "Add the value to the rule that tells people from companies, or exclude the row.",
  },
  "row.ragged": {
    severity: "error",
    title: "Row has another number of cells than the header",
    teaching: "A stray or missing delimiter shifts every value after it.",
    template: "The row has {cells} cells, the header {columns}.",
    fix: "Correct the row in the source and upload the file again, or exclude the client.",
  },
} as const satisfies Record<string, IssueEntry>;
