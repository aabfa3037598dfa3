import { parseBody } from "../validate/parse.ts";
import { country } from "../validate/scalars.ts";
import type { Operation } from "./operation.ts";
import { invalid } from "./refused.ts";

/** A register of invented companies: whatever is looked for exists once, so that callers have something to read. */
export const searchCompanies: Operation = {
  name: "search_companies",
  method: "GET",
  path: "/search/companies",
  run({ query }) {
    const asked = query.get("query");
    if (!asked) throw invalid("query is required.", "query");
    const code = parseBody(country, query.get("country"), ["country"]);
    return {
      body: { companies: [{ name: `${asked.toUpperCase()} LTD`, number: "00000001", country: code }], errors: [] },
    };
  },
};
