import { countryNameOf } from "../../../domain/country.ts";
import { nothingFound, type Rule } from "../rule.ts";

/** Passfort keeps one number for each country (API contract §3.3): a second one would take the place of the first. */
export const nationalIds: Rule = {
  codes: ["field.same_country"],
  check({ entity }) {
    if (entity.entityType !== "individual") return nothingFound;
    const { nationalId, nationalId2 } = entity;
    if (!nationalId?.number || !nationalId2?.number || nationalId.number === nationalId2.number) return nothingFound;
    const { country } = nationalId;
    if (!country || country !== nationalId2.country) return nothingFound;
    return [
      {
        code: "field.same_country",
        field: "nationalId2.number",
        value: nationalId2.number,
        facts: { country: countryNameOf(country) },
      },
    ];
  },
};
