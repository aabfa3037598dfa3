import { stableId } from "../stable-id.ts";
import type { Check } from "./profile.ts";

/** A check as the API answers it; API contract §5.4. `errors: []` is success here. */
export function showCheck(check: Check) {
  return {
    id: check.id,
    check_type: check.checkType,
    variant: { id: stableId("check variant", check.checkType), alias: check.checkType.toLowerCase() },
    state: check.state,
    performed_on: check.performedOn,
    errors: [],
    task_ids: check.taskIds,
    instructed_externally: false,
    providers: [{ provider_name: "Simulated provider", is_monitored: false }],
    input_data: check.inputData,
    output_data: { entity_type: check.inputData.entity_type },
    ...(check.result === undefined ? {} : { result: check.result }),
  };
}
