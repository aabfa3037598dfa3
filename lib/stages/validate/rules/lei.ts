import { passesMod97 } from "../../../domain/check-digits.ts";
import { nothingFound, type Rule } from "../rule.ts";

/** ISO 17442: twenty letters and digits, of which the last two are digits that prove the others. */
export const lei: Rule = {
  codes: ["field.lei"],
  check({ entity }) {
    if (entity.entityType !== "company" || !entity.lei) return nothingFound;
    const because = doubtOf(entity.lei);
    return because === undefined
      ? nothingFound
      : [{ code: "field.lei", field: "lei", value: entity.lei, facts: { because } }];
  },
};

const shape = /^[A-Z0-9]{18}[0-9]{2}$/;

function doubtOf(written: string): string | undefined {
  if (written.length !== 20) return `it has ${written.length.toLocaleString("en-GB")} characters, not 20`;
  if (!shape.test(written)) return "it is not eighteen capital letters and digits with two digits behind them";
  return passesMod97(written) ? undefined : "its check digits do not fit, so a character is wrong";
}
