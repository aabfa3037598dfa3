export const severities = ["error", "warning", "info"] as const;
/** error: the record never leaves. warning: shown, a person decides. info: shown, nothing needs doing. */
export type Severity = (typeof severities)[number];

type Entry = { severity: Severity; title: string; teaching: string; template: string; fix: string };

/**
 * The catalogue of what can be wrong with a record (product §3). Codes are stable.
 * `template` takes {field}, {value} and the facts of the issue; `teaching` says why it matters.
 */
export const issueCatalogue = {
  "field.required": {
    severity: "error",
    title: "Required value is missing",
    teaching: "Passfort cannot run the compliance process without it.",
    template: "{field} is empty.",
    fix: "Add the value in the source, map another column, or exclude the client.",
  },
  "field.too_long": {
    severity: "error",
    title: "Value is too long",
    teaching: "A value this long is nearly always two cells run together.",
    template: "{field} has {length} characters; at most {max} are taken.",
    fix: "Check the row in the source file.",
  },
  "field.date_format": {
    severity: "error",
    title: "Date is not in the chosen format",
    teaching: "A date read in the wrong order is another birthday; it is never guessed.",
    template: "{field} “{value}” is not a date written {format}.",
    fix: "Choose the format this column really uses, or correct the value.",
  },
  "field.date_impossible": {
    severity: "error",
    title: "Date does not exist",
    teaching: "There is no such day in the calendar.",
    template: "{field} “{value}” does not exist.",
    fix: "Correct the date in the source.",
  },
  "field.date_future": {
    severity: "error",
    title: "Date lies in the future",
    teaching: "Births and incorporations have happened already.",
    template: "{field} “{value}” lies in the future.",
    fix: "Correct the date, or check the order of day and month.",
  },
  "field.date_early": {
    severity: "error",
    title: "Date of birth before 1900",
    teaching: "Old systems write such dates for “unknown”.",
    template: "{field} “{value}” is before 1900.",
    fix: "Find the true date, or exclude the client.",
  },
  "field.under_age": {
    severity: "warning",
    title: "Client is under 18",
    teaching: "A minor is seldom a client; often day, month or century are swapped.",
    template: "{field} “{value}” makes the client {age}.",
    fix: "Check the date against the client's papers.",
  },
  "field.date_placeholder": {
    severity: "warning",
    title: "Date of birth looks like “unknown”",
    teaching:
      "Old systems write this day where they know none; identity checks and screening then look for somebody else.",
    template: "{field} “{value}” is a day that stands for “unknown”.",
    fix: "Check the date against the client's papers; leave it if it is true.",
  },
  "field.country": {
    severity: "error",
    title: "Country is not known",
    teaching: "Passfort takes ISO 3166-1 alpha-3 codes; a country is never guessed.",
    template: "{field} “{value}” is not a country we know.",
    fix: "Correct the value in the source, or use a constant when the whole book is of one country.",
  },
  "field.country_historic": {
    severity: "error",
    title: "Country is gone, or could be one of several",
    teaching: "Which of today's countries is meant is known to the client's papers, not to the name.",
    template: "{field} “{value}” may be {today} today.",
    fix: "Say in the column's value map which country it becomes, or correct the value.",
  },
  "field.phone": {
    severity: "warning",
    title: "Phone number cannot be made international",
    teaching: "It goes to Passfort as it is written; a provider may not be able to use it.",
    template: "{field} “{value}” is no complete number of {country}.",
    fix: "Correct the number, map the country of the address, or leave it as it is.",
  },
  "field.name_split": {
    severity: "warning",
    title: "Full name was split and needs a look",
    teaching: "Where a family name begins is not written in the name; screening looks for both parts.",
    template: "“{value}” became “{given}” and “{family}”.",
    fix: "Look through the examples; choose the other order, or bring separate columns where they are wrong.",
  },
  "field.value_unmapped": {
    severity: "error",
    title: "Value is not in the value map",
    teaching: "The map was made to be complete; a value it does not know is not passed on.",
    template: "{field} “{value}” is not in the value map of its column.",
    fix: "Add the value to the map, or say there that other values stay as they are.",
  },
  "field.email": {
    severity: "error",
    title: "E-mail address is malformed",
    teaching: "A broken address is refused by Passfort or reaches nobody.",
    template: "{field} “{value}” is not an e-mail address.",
    fix: "Correct it, or leave the column out.",
  },
  "field.gender": {
    severity: "error",
    title: "Gender is not M or F",
    teaching: "Passfort takes M, F, or nothing.",
    template: "{field} “{value}” is not M or F.",
    fix: "Correct it, or leave the column out.",
  },
  "field.number": {
    severity: "error",
    title: "Value is not a whole number",
    teaching: "Passfort takes digits only here.",
    template: "{field} “{value}” is not a whole number.",
    fix: "Correct it, or leave the column out.",
  },
  "field.choice": {
    severity: "error",
    title: "Value is not one of the choices",
    teaching: "Passfort takes only a few words here.",
    template: "{field} “{value}” is not one of: {choices}.",
    fix: "Say in a value map what the values of this column become.",
  },
  "field.needs_other": {
    severity: "error",
    title: "Value needs another one beside it",
    teaching: "Passfort takes the one only together with the other.",
    template: "{field} is filled, but {needed} is empty.",
    fix: "Map the column that has it, give it as the same for every row, or leave this column out.",
  },
  "field.same_country": {
    severity: "error",
    title: "Two identity numbers of one country",
    teaching:
      "Passfort keeps one national identity number for each country; the second would take the place of the first.",
    template: "{field} “{value}” is of {country}, as the first one is.",
    fix: "Leave one of the two columns out, or correct the country of one.",
  },
  "field.name_suspicious": {
    severity: "warning",
    title: "Name looks like a placeholder or has digits",
    teaching: "Screening a placeholder name finds nothing, which looks like a clean result.",
    template: "{field} “{value}” does not look like a name.",
    fix: "Check the client in the source.",
  },
  "field.name_all_caps": {
    severity: "info",
    title: "Name is in capitals",
    teaching: "Passfort shows names as they come; screening does not mind.",
    template: "{field} “{value}” is in capitals.",
    fix: "Add the step “Capital at each word” to the column if you want it otherwise.",
  },
  "field.title_in_name": {
    severity: "warning",
    title: "Name begins with a title",
    teaching: "A title has a field of its own; in a name it spoils identity checks and screening.",
    template: "{field} “{value}” begins with a title.",
    fix: "Take the title out of the name in the source, or split the column.",
  },
  "field.company_in_person": {
    severity: "warning",
    title: "Person is named like a company",
    teaching: "A company sent as a person is checked as a person, and nobody asks who owns it.",
    template: "{field} “{value}” has the legal form of a company.",
    fix: "Bring it with the companies and exclude it here, or correct the name.",
  },
  "field.names_equal": {
    severity: "warning",
    title: "Given and family name are the same",
    teaching: "Often one column was mapped to both; a few people are called so.",
    template: "{field} “{value}” is the given name, too.",
    fix: "Check the mapping of the two columns, then the client in the source.",
  },
  "field.lei": {
    severity: "warning",
    title: "LEI is not a valid one",
    teaching: "A wrong LEI finds no company, or another one.",
    template: "{field} “{value}” is no LEI: {because}.",
    fix: "Look the company up at GLEIF and correct it, or leave the column out.",
  },
  "field.company_number": {
    severity: "warning",
    title: "Company number has not the form of its register",
    teaching: "Passfort looks companies up by country and number; spreadsheets are known for eating leading zeros.",
    template: "{field} “{value}” does not look like one of {registry}: {because}.",
    fix: "Correct the number or the country; leave it if the register says so.",
  },
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
  "link.parent_missing": {
    severity: "error",
    title: "Company of an associate is not in the book",
    teaching: "An associate is created in Passfort with its company; without one it cannot leave.",
    template: "No company among the clients has the reference “{value}”.",
    fix: "Upload the file of its company, correct the reference, or exclude the row.",
  },
  "link.associate_missing": {
    severity: "error",
    title: "Associate of a link is not in the book",
    teaching: "A link joins a company and an associate; one side alone says nothing.",
    template: "Neither an associate nor a client has the reference “{value}”.",
    fix: "Upload the file of associates, correct the reference, or exclude the row.",
  },
  "link.percentage": {
    severity: "error",
    title: "Percentage is not from 0 to 100",
    teaching: "A share that was misread makes an owner of somebody who is none.",
    template: "{field} “{value}” is not a number from 0 to 100.",
    fix: "Correct the value in the source, take a part of the cell, or leave the column out.",
  },
  "link.role": {
    severity: "error",
    title: "Role is not known",
    teaching: "The role decides in which list of the company Passfort shows the associate.",
    template: "{field} “{value}” is not a role we know.",
    fix: "Say in the column's value map what it means, for example “director” or “shareholder”.",
  },
  "link.self": {
    severity: "error",
    title: "Company is its own associate",
    teaching:
      "A structure that leads back to itself at once has no owner; Passfort would be given the company a second time.",
    template: "Company “{value}” is named as an associate of itself.",
    fix: "Correct one of the two references, or exclude the row: own shares are not an owner.",
  },
  "link.cycle": {
    severity: "warning",
    title: "Companies own each other in a circle",
    teaching: "Nobody stands at the end of a circle; who owns these companies has to be found out otherwise.",
    template: "Following the owners of company “{value}” leads back to it.",
    fix: "Check the two references of each link; leave it if the companies do hold each other.",
  },
  "link.too_deep": {
    severity: "warning",
    title: "Owners are further away than ten levels",
    teaching: "Passfort takes associates of associates up to ten levels; those above stay behind.",
    template: "Above company “{value}” there are more than {levels} levels of owners.",
    fix: "Check the references of the links; or bring the uppermost owners as beneficial owners of the company itself.",
  },
  "link.no_director": {
    severity: "warning",
    title: "Company has no director",
    teaching: "Every company is run by somebody; without them its check is not complete. Partners and trustees count.",
    template: "The book has no director, partner or trustee of this company.",
    fix: "Add the missing associates to the source, or leave it if Passfort shall find them itself.",
  },
  "link.ownership_over": {
    severity: "error",
    title: "Shareholdings are more than 100 %",
    teaching: "Somebody is counted twice or has the wrong share, and who controls the company is not known.",
    template: "The shareholdings of this company are {total} % together.",
    fix: "Correct the percentages, or exclude the associate that is too many.",
  },
  "link.ownership_gap": {
    severity: "info",
    title: "Shareholdings are less than 100 %",
    teaching: "Small holders are often left out; a large gap can hide an owner.",
    template: "The shareholdings of this company are {total} % together; {missing} % are missing.",
    fix: "Nothing, where the rest is spread; else add the missing shareholders to the source.",
  },
  "link.shared_person": {
    severity: "info",
    title: "Person stands in several companies",
    teaching: "Passfort cannot share the profile of an associate between companies, so each gets its own.",
    template:
      "Somebody of this name and date of birth stands in {companies} companies and becomes {profiles} associate profiles.",
    fix: "Nothing; expect the profiles.",
  },
  "row.ragged": {
    severity: "error",
    title: "Row has another number of cells than the header",
    teaching: "A stray or missing delimiter shifts every value after it.",
    template: "The row has {cells} cells, the header {columns}.",
    fix: "Correct the row in the source and upload the file again, or exclude the client.",
  },
} as const satisfies Record<string, Entry>;

export type IssueCode = keyof typeof issueCatalogue;
export const issueCodes = Object.keys(issueCatalogue) as IssueCode[];

/** The sentence of an issue: the template of its code with field, value and facts filled in. */
export function sentenceOfIssue(issue: {
  code: IssueCode;
  fieldLabel?: string;
  value?: string | null;
  facts?: Record<string, string> | null;
}): string {
  const words: Record<string, string> = {
    ...issue.facts,
    field: issue.fieldLabel ?? "The value",
    value: issue.value ?? "",
  };
  return issueCatalogue[issue.code].template.replace(/\{(\w+)\}/g, (_, word: string) => words[word] ?? "?");
}
