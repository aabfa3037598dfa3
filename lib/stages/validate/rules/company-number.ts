import { numberDoubtOf } from "../../../domain/company-number.ts";
import { nothingFound, type Rule } from "../rule.ts";

/** A number that no register of its country would give. Never an error: registers change, and the number may be of another one. */
export const companyNumber: Rule = {
  codes: ["field.company_number"],
  check({ entity }) {
    if (entity.entityType !== "company" || !entity.number || !entity.countryOfIncorporation) return nothingFound;
    const doubt = numberDoubtOf(entity.countryOfIncorporation, entity.number);
    return doubt === undefined
      ? nothingFound
      : [{ code: "field.company_number", field: "number", value: entity.number, facts: doubt }];
  },
};
