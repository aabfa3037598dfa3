import { z } from "zod";
import { reviewIfBlocked } from "../application/follow-tasks.ts";
import { noteFlags } from "../application/note-flag.ts";
import { addTask } from "../profile/add-task.ts";
import { recordAudit } from "../profile/audit.ts";
import { moveTask } from "../profile/complete-task.ts";
import { setCustomExpiry } from "../profile/expire-task.ts";
import type { TaskState } from "../profile/profile.ts";
import { defaultVariant, showTask } from "../profile/show-task.ts";
import { parseBody } from "../validate/parse.ts";
import { dateTimeText, oneOf, uuid } from "../validate/scalars.ts";
import vocabulary from "../validate/vocabulary.json" with { type: "json" };
import { type Answer, type Call, type Operation, profileIn, taskIn } from "./operation.ts";
import { invalid } from "./refused.ts";

const LIST = "/profiles/:profile/tasks";
const ONE = `${LIST}/:task`;

export const taskOperations: Operation[] = [
  { name: "list_tasks", method: "GET", path: LIST, run: list },
  { name: "add_task", method: "POST", path: LIST, run: add },
  {
    name: "get_task",
    method: "GET",
    path: ONE,
    run: (call) => ({ body: showTask(call.world, call.account, taskIn(call)) }),
  },
  { name: "update_task", method: "POST", path: ONE, run: update },
  { name: "set_task_expiry", method: "POST", path: `${ONE}/expiry`, run: setExpiry },
];

/** `state` is today's way; `is_complete` is the older one and still works (API contract §5.2). */
const taskUpdate = z.looseObject({
  state: oneOf(["INCOMPLETE", "COMPLETED_PASS", "COMPLETED_FAIL"]).optional(),
  is_complete: z.boolean().optional(),
  check_ids: z.array(uuid).optional(),
});

const taskWish = z.looseObject({
  type: z.enum(vocabulary.TaskType, { error: "must be a task type" }).optional(),
  variant: z.looseObject({ id: uuid.optional(), alias: z.string().optional() }).optional(),
});

const expiry = z.looseObject({
  expire_at: dateTimeText.nullable(),
  reason_description: z.string().optional(),
  reason_categories: z
    .array(oneOf(["DOCUMENT_EXPIRY", "APPLICATION_ANNIVERSARY", "OTHER"]))
    .min(1, { error: "must hold at least one category" }),
});

function list(call: Call): Answer {
  return { body: profileIn(call).tasks.map((task) => showTask(call.world, call.account, task)) };
}

function add(call: Call): Answer {
  const { world, account, actor } = call;
  const profile = profileIn(call);
  const { type, variant: wish } = parseBody(taskWish, call.body);
  const named = wish && account.variants.find((one) => one.id === wish.id || one.alias === wish.alias);
  if (wish && !named) throw invalid("There is no such task variant in this account.", "variant");
  if (!named && !type) throw invalid("type or variant is required.", "type");
  const variant = named ?? defaultVariant(account, type ?? "");
  if (!variant.type.startsWith(profile.collectedData.entity_type)) {
    throw invalid(`A task of type ${variant.type} does not fit this profile.`, "type");
  }
  const task = addTask(world, account, profile, variant, { isExtra: true }, actor);
  recordAudit(world, profile, actor, "added-a-task", { task_id: task.id, type: task.type });
  reviewIfBlocked(world, account, profile, actor);
  noteFlags(world, account, profile);
  world.changed();
  return { body: showTask(world, account, task) };
}

function update(call: Call): Answer {
  const task = taskIn(call);
  const { state, is_complete, check_ids } = parseBody(taskUpdate, call.body);
  const wanted = wantedState(task.state, state, is_complete);
  if (!wanted && !check_ids) throw invalid("state is required.", "state");
  const known = new Set(profileIn(call).checks.map((check) => check.id));
  if (check_ids?.some((id) => !known.has(id)))
    throw invalid("A check id is not of a check on this profile.", "check_ids");
  if (check_ids) task.checkIds = check_ids;
  if (wanted) moveTask(call.world, call.account, profileIn(call), task, wanted, call.actor);
  return { body: showTask(call.world, call.account, task) };
}

/**
 * Whoever reads a task, changes one of the two and sends the whole of it back means the one that is another than before.
 */
function wantedState(now: TaskState, state: TaskState | undefined, isComplete: boolean | undefined) {
  if (isComplete === undefined) return state;
  const older = isComplete ? "COMPLETED_PASS" : "INCOMPLETE";
  if (state === undefined) return older;
  const isUnchanged = isComplete === (now === "COMPLETED_PASS");
  return state === now && !isUnchanged ? older : state;
}

/** The request says `expire_at`, the answer `expiry_at`; both as documented (API contract §11, 24). */
function setExpiry(call: Call): Answer {
  const task = taskIn(call);
  const { expire_at, reason_categories, reason_description } = parseBody(expiry, call.body);
  const custom =
    expire_at === null
      ? null
      : { expiry_at: expire_at, reason_categories, reason_description: reason_description ?? "" };
  setCustomExpiry(call.world, call.account, profileIn(call), task, custom);
  return { body: showTask(call.world, call.account, task) };
}
