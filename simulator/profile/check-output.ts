import type { CollectedData } from "../validate/collected-data.ts";
import type { Check } from "./profile.ts";

/** What a check found, in the shape of its type; invented, and no more than agrees with its result. */
export function checkOutput(check: Check): Record<string, unknown> {
  const { entity_type } = check.inputData;
  if (check.state !== "COMPLETE") return { entity_type };
  return { entity_type, ...OUTPUTS[check.checkType]?.(check.inputData, check.result ?? "", check) };
}

type Output = (data: CollectedData, result: string, check: Check) => Record<string, unknown>;

const screening: Output = (_data, result, { id }) => ({
  sanctions_results: result === "Pass" || result === "Error" ? [] : [finding(id, result)],
});

const documents: Output = (data, _result, { details }) => ({
  documents: (data.documents ?? []).filter(({ id }) => id === details?.document_id),
});

const registry: Output = (data) => ({
  metadata: data.entity_type === "COMPANY" ? { ...data.metadata, is_active: true } : {},
});

const OUTPUTS: Record<string, Output> = {
  IDENTITY_CHECK: (_data, result) => ({
    electronic_id_check: {
      matches: ["2+2", "1+1"].includes(result)
        ? [{ database_name: "Simulated register", database_type: "CIVIL", matched_fields: FIELDS, count: 1 }]
        : [],
    },
  }),
  PEPS_AND_SANCTIONS_SCREEN: screening,
  COMPANY_PEPS_AND_SANCTIONS_SCREEN: screening,
  DOCUMENT_VERIFICATION: documents,
  COMPANY_DOCUMENT_VERIFICATION: documents,
  COMPANY_REGISTRY: registry,
  COMPANY_DATA: registry,
  COMPANY_OWNERSHIP: (data) => ({
    metadata: {},
    ownership_structure: { shareholders: shareholdersIn(data) },
  }),
};

const FIELDS = ["FORENAME", "SURNAME", "ADDRESS", "DOB"];

function finding(id: string, result: string) {
  const match = { match_id: `simulated-${id}`, match_name: "Simulated Match", score: 0.9 };
  if (result === "PEP") return { ...match, pep: { match: true, is_current: true, tier: 1 } };
  if (result === "Sanction") return { ...match, sanctions: [{ list: "Simulated list", is_current: true }] };
  if (result === "Media") return { ...match, media: [{ title: "Simulated article" }] };
  return match;
}

/** Those that the company named itself, without links; an ownership check knows no profiles. */
function shareholdersIn(data: CollectedData) {
  if (data.entity_type !== "COMPANY") return [];
  return (data.ownership_structure?.shareholders ?? []).filter((entry) => entry.immediate_data !== undefined);
}
