import { stableId } from "../stable-id.ts";
import { parseBody } from "../validate/parse.ts";
import { country } from "../validate/scalars.ts";
import type { Operation } from "./operation.ts";
import { invalid } from "./refused.ts";

/**
 * A register of invented companies: whatever is looked for exists, by name or by number, so that callers have something
 * to read. For the USA the answer names the state that was asked for, or null (API contract §2.2).
 */
export const searchCompanies: Operation = {
  name: "search_companies",
  method: "GET",
  path: "/search/companies",
  run({ world, query }) {
    const asked = query.get("query")?.trim();
    if (!asked) throw invalid("query is required.", "query");
    const code = parseBody(country, query.get("country"), ["country"]);
    const state = query.get("state");
    if (code === "USA" && !state && world.settings.requireStates)
      throw invalid("state is required for companies in the USA.", "state");
    const where = code === "USA" ? { country: code, state } : { country: code };
    return { body: { companies: found(asked).map((company) => ({ ...company, ...where })), errors: [] } };
  },
};

const FORMS = ["LTD", "HOLDINGS LIMITED", "TRADING LIMITED"];

function found(asked: string): { name: string; number: string }[] {
  if (/^\d+$/.test(asked)) return [{ name: `COMPANY ${asked} LTD`, number: asked }];
  return FORMS.map((form) => {
    const name = `${asked.toUpperCase()} ${form}`;
    return { name, number: String(Number.parseInt(stableId(name).slice(0, 7), 16) % 100_000_000).padStart(8, "0") };
  });
}
