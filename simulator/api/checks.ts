import { z } from "zod";
import { recordAudit } from "../profile/audit.ts";
import { decideCheck } from "../profile/decide-check.ts";
import { moveCheck, runCheck } from "../profile/run-check.ts";
import { showCheck } from "../profile/show-check.ts";
import { checkDetails, checkRequest } from "../validate/check-request.ts";
import { parseBody } from "../validate/parse.ts";
import { uuid } from "../validate/scalars.ts";
import { type Answer, type Call, type Operation, profileIn, raise } from "./operation.ts";
import { invalid } from "./refused.ts";

const LIST = "/profiles/:profile/checks";
const ONE = `${LIST}/:check`;

export const checkOperations: Operation[] = [
  { name: "list_checks", method: "GET", path: LIST, run: (call) => ({ body: profileIn(call).checks.map(showCheck) }) },
  { name: "run_check", method: "POST", path: LIST, run: run },
  { name: "get_check", method: "GET", path: ONE, run: show },
  { name: "update_check", method: "POST", path: ONE, run: update },
  { name: "approve_check", method: "POST", path: `${ONE}/approve`, run: (call) => decide(call, "approve") },
  { name: "reject_check", method: "POST", path: `${ONE}/reject`, run: (call) => decide(call, "reject") },
];

/** `mode` defaults to sync for identity checks only (API contract §5.4). */
function run(call: Call): Answer {
  const profile = profileIn(call);
  const sent = parseBody(checkRequest, call.body);
  const { check_type, task_ids, variant } = sent;
  const documentId = "document_id" in sent ? sent.document_id : undefined;
  if (documentId && !profile.collectedData.documents?.some((one) => one.id === documentId))
    throw invalid("document_id is not of a document in this profile's collected data.", "document_id");
  const mode = call.query.get("mode") ?? (check_type === "IDENTITY_CHECK" ? "sync" : "async");
  if (mode !== "sync" && mode !== "async") throw invalid("mode must be sync or async.", "mode");
  const order = {
    checkType: check_type,
    taskIds: task_ids,
    isAsync: mode === "async",
    variantId: variant?.id,
    details: checkDetails(sent),
  };
  return { body: showCheck(runCheck(call.world, call.account, profile, order, call.actor)) };
}

function show(call: Call): Answer {
  return { body: showCheck(checkIn(call)) };
}

/** Only `task_ids` can change; everything else that is sent is ignored. */
function update(call: Call): Answer {
  const profile = profileIn(call);
  const check = checkIn(call);
  moveCheck(profile, check, parseBody(z.looseObject({ task_ids: z.array(uuid) }), call.body).task_ids);
  recordAudit(call.world, profile, call.actor, "updated-check", { check_id: check.id });
  call.world.changed();
  return { body: showCheck(check) };
}

/** The answer is untyped in the published schema; here it is the new check. */
function decide(call: Call, decision: "approve" | "reject"): Answer {
  const { world, account, actor } = call;
  return { body: showCheck(decideCheck(world, account, profileIn(call), checkIn(call), decision, actor)) };
}

function checkIn(call: Call) {
  return profileIn(call).checks.find((one) => one.id === call.params.check) ?? raise("The check");
}
