import { acknowledgeCause, listCauses } from "../../lib/contracts/issues.ts";
import type { Panel } from "./panel.ts";

/** What a person does in the review before a chunk can be submitted: lets every cause of warnings go along, with a reason. */
export async function acknowledgeWarnings(operator: Panel, migrationId: string, reason: string): Promise<number> {
  const { causes } = await operator.call(listCauses, { params: { migrationId } });
  const warnings = causes.filter(
    ({ severity, bars, acknowledged }) => severity === "warning" && bars.length === 0 && !acknowledged?.holds,
  );
  for (const { code, field, fileId, role, count } of warnings)
    await operator.call(acknowledgeCause, {
      params: { migrationId },
      body: { cause: { code, field, fileId, role }, count, reason },
    });
  return warnings.length;
}
