import { nothingFound, type Rule } from "../rule.ts";

/** One @, something before it, a domain with a dot after it, no blanks. More would refuse addresses that work. */
const shape = /^[^\s@,;<>"]+@[^\s@,;<>".]+(\.[^\s@,;<>".]+)+$/u;

export const email: Rule = {
  codes: ["field.email"],
  check: ({ entity }) =>
    entity.email === undefined || shape.test(entity.email)
      ? nothingFound
      : [{ code: "field.email", field: "email", value: entity.email }],
};
