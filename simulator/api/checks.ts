import { z } from "zod";
import { runCheck } from "../profile/run-check.ts";
import { showCheck } from "../profile/show-check.ts";
import { parseBody } from "../validate/parse.ts";
import { uuid } from "../validate/scalars.ts";
import vocabulary from "../validate/vocabulary.json" with { type: "json" };
import { type Answer, type Call, type Operation, profileIn, raise } from "./operation.ts";

const LIST = "/profiles/:profile/checks";

export const checkOperations: Operation[] = [
  { name: "list_checks", method: "GET", path: LIST, run: (call) => ({ body: profileIn(call).checks.map(showCheck) }) },
  { name: "run_check", method: "POST", path: LIST, run: run },
  { name: "get_check", method: "GET", path: `${LIST}/:check`, run: show },
  { name: "update_check", method: "POST", path: `${LIST}/:check`, run: update },
];

const checkRequest = z.looseObject({
  check_type: z.enum(vocabulary.CheckType, { error: "must be a check type" }),
  task_ids: z.array(uuid).optional(),
});

/** `mode` defaults to sync for identity checks only (API contract §5.4). */
function run(call: Call): Answer {
  const { check_type, task_ids } = parseBody(checkRequest, call.body);
  const mode = call.query.get("mode") ?? (check_type === "IDENTITY_CHECK" ? "sync" : "async");
  const order = { checkType: check_type, taskIds: task_ids, isAsync: mode !== "sync" };
  return { body: showCheck(runCheck(call.world, call.account, profileIn(call), order, call.actor)) };
}

function show(call: Call): Answer {
  return { body: showCheck(checkIn(call)) };
}

/** Only `task_ids` can change; a check is otherwise immutable. */
function update(call: Call): Answer {
  const check = checkIn(call);
  check.taskIds = parseBody(z.looseObject({ task_ids: z.array(uuid) }), call.body).task_ids;
  call.world.changed();
  return { body: showCheck(check) };
}

function checkIn(call: Call) {
  return profileIn(call).checks.find((one) => one.id === call.params.check) ?? raise("The check");
}
