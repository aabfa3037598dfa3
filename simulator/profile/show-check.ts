import { stableId } from "../stable-id.ts";
import { checkOutput } from "./check-output.ts";
import type { Check } from "./profile.ts";

/**
 * A check as the API answers it; API contract §5.4. `errors: []` is success here. What is not there yet is left out:
 * the published schema has no null.
 */
export function showCheck(check: Check) {
  return {
    id: check.id,
    check_type: check.checkType,
    variant: {
      id: check.variantId ?? stableId("check variant", check.checkType),
      name: `Simulated ${check.checkType.toLowerCase().replaceAll("_", " ")}`,
      alias: check.checkType.toLowerCase(),
    },
    state: check.state,
    ...(check.performedOn === null ? {} : { performed_on: check.performedOn }),
    errors: [],
    task_ids: check.taskIds,
    instructed_externally: false,
    providers: [{ provider_name: "Simulated provider", is_monitored: isMonitored(check) }],
    ...check.details,
    input_data: check.inputData,
    output_data: checkOutput(check),
    ...(check.result === undefined ? {} : { result: check.result }),
    ...(check.decidedFrom === undefined ? {} : { decided_from: check.decidedFrom }),
  };
}

/** Screening goes on after the first look unless the order said not to. */
function isMonitored(check: Check): boolean {
  return check.checkType.endsWith("PEPS_AND_SANCTIONS_SCREEN") && check.details?.disable_monitoring !== true;
}
