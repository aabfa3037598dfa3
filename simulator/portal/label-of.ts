/** Words for people where the constant alone, written small, would mislead or read badly. */
const EXCEPTIONS: Record<string, string> = {
  COMPLETED_PASS: "Passed",
  COMPLETED_FAIL: "Failed",
  INCOMPLETE: "Open",
  IN_REVIEW: "In review",
  DECIDED: "Decided",
  AUTOMATING: "Automatic part is running",
  REQUIRES_MANUAL_TASK_COMPLETION: "Waits for a person to complete tasks",
  READY_FOR_DECISION: "Ready for a decision",
  WAITING_ON_CHECKS: "Waits for checks",
  WAITING_ON_COLLECTION_STEPS: "Waits for missing data",
  PEP_FLAG: "Politically exposed person",
  SANCTION_FLAG: "Sanction",
  ADVERSE_MEDIA_FLAG: "Adverse media",
  REFER_FLAG: "Refer",
  PEPS_AND_SANCTIONS_SCREEN: "PEPs and sanctions screen",
  COMPANY_PEPS_AND_SANCTIONS_SCREEN: "Company PEPs and sanctions screen",
  dob: "Date of birth",
  address_history: "Address",
  DOB: "Date of birth",
  metadata: "Company",
  contact_details: "Contact",
  customer_ref: "Reference",
  customer_reference: "Reference, second key",
  original_freeform_address: "In one line",
  locality: "Town",
  route: "Street",
};

/** Initials that stay capital. */
const INITIALS = new Set(["id", "ip", "pep", "lei", "isin", "url", "sic", "uk", "eu"]);

/** A constant or key of the API as a person would write it: `REGISTERED_ADDRESS` gives "Registered address". */
export function labelOf(constant: string): string {
  const known = Object.hasOwn(EXCEPTIONS, constant) ? EXCEPTIONS[constant] : undefined;
  if (known) return known;
  const words = constant
    .split(/[_\s-]+/)
    .filter(Boolean)
    .map((word) => (INITIALS.has(word.toLowerCase()) ? word.toUpperCase() : word.toLowerCase()));
  const [first = "", ...rest] = words;
  return [first.charAt(0).toUpperCase() + first.slice(1), ...rest].join(" ");
}
