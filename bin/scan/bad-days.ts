import type { FaultRule } from "../../simulator/api/fault-plan.ts";

/** Every kind of failure once, as most words are written down when something goes wrong: lost answers, refused data, asked to wait, down. */
const rules: FaultRule[] = [
  { operation: "create_profile", kind: "drop_after", nth: 1 },
  { operation: "create_profile", kind: "truncated_json", nth: 3 },
  { operation: "create_profile", kind: "500", nth: 5 },
  { operation: "add_tag", kind: "502_html", nth: 2 },
  { operation: "replace_collected_data", kind: "drop_after", nth: 1 },
  { operation: "upload_file", kind: "drop_before", nth: 1 },
  { operation: "search_profiles", kind: "500", nth: 2 },
  { operation: "add_tag", kind: "429", retrySecs: 1, nth: 4 },
  { operation: "get_profile", kind: "errors_in_200", code: 104, nth: 2 },
];

/** Ordered at the simulator's side door. */
export function badDays(controlUrl: string): { begin(): Promise<unknown>; end(): Promise<unknown> } {
  const headers = { "content-type": "application/json" };
  return {
    begin: () => fetch(`${controlUrl}/faults`, { method: "POST", headers, body: JSON.stringify({ rules }) }),
    end: () => fetch(`${controlUrl}/faults`, { method: "DELETE", headers }),
  };
}
