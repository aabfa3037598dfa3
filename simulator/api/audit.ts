import { recordAudit } from "../profile/audit.ts";
import { auditReport } from "../profile/audit-report.ts";
import { showAudit } from "../profile/show-audit.ts";
import { type Answer, type Call, type Operation, profileIn } from "./operation.ts";

/** The trail of a profile, as a list and as a PDF (0.75 a second, API contract §1.4). */
export const auditOperations: Operation[] = [
  { name: "list_audit_items", method: "GET", path: "/profiles/:profile/audit-items", run: list },
  {
    name: "get_audit_report",
    method: "GET",
    path: "/profiles/:profile/audit/pdf_report",
    limit: "auditReport",
    run: report,
  },
];

function list(call: Call): Answer {
  const profile = profileIn(call);
  return { body: profile.audit.map((item) => showAudit(profile, item)) };
}

function report(call: Call): Answer {
  const profile = profileIn(call);
  recordAudit(call.world, profile, call.actor, "download-audit-report", {});
  call.world.changed();
  return { body: auditReport(profile), headers: { "Content-Type": "application/pdf" } };
}
