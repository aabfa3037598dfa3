import { countryNameOf } from "../../../domain/country.ts";
import { nothingFound, type Rule } from "../rule.ts";

const byState = new Set(["USA", "CAN"]);

/** API contract §3.4: companies of the USA and Canada need their state. */
export const stateOfIncorporation: Rule = {
  codes: ["record.state_required"],
  check({ entity }) {
    if (entity.entityType !== "company" || entity.stateOfIncorporation) return nothingFound;
    const country = entity.countryOfIncorporation;
    if (country === undefined || !byState.has(country)) return nothingFound;
    return [
      { code: "record.state_required", field: "stateOfIncorporation", facts: { country: countryNameOf(country) } },
    ];
  },
};
