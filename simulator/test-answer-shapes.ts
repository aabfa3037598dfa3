import { z } from "zod";
import { AUDIT_ACTIONS } from "./profile/audit-actions.ts";
import { country, dateTime, entityData, image, text, uuid } from "./test-data-shapes.ts";
import vocabulary from "./validate/vocabulary.json" with { type: "json" };

/** The answers about profiles and what belongs to them; see test-data-shapes.ts for what is held against what. */
const taskType = z.enum(vocabulary.TaskType);
const status = z.enum(vocabulary.ProductApplicationStatus);

const error = z.looseObject({ code: z.int(), message: z.string(), source: z.enum(["ENGINE", "API", "PROVIDER"]) });

const taskVariant = z.looseObject({
  id: uuid,
  name: text,
  alias: text,
  description: text,
  task_type: taskType.optional(),
});

export const task = z.looseObject({
  id: uuid,
  type: taskType,
  variant: taskVariant,
  state: z.enum(["INCOMPLETE", "COMPLETED_PASS", "COMPLETED_FAIL"]),
  is_complete: z.boolean(),
  is_expired: z.boolean(),
  is_skipped: z.boolean(),
  creation_date: dateTime,
  check_ids: z.array(uuid),
  form_instance_ids: z.array(uuid),
  expiry_date: dateTime.optional(),
  default_expiry_date: dateTime.optional(),
  will_expire_at: dateTime.optional(),
  custom_expiry: z
    .looseObject({ expiry_at: dateTime, reason_categories: z.array(z.string()), reason_description: z.string() })
    .optional(),
});

const person = z.looseObject({ name: text, id: uuid.optional(), email: text }).nullable();

const blocker = z.discriminatedUnion("blocker_type", [
  z.looseObject({ blocker_type: z.literal("INCOMPLETE_TASK"), task_type: taskType, task_variant: taskVariant }),
  z.looseObject({ blocker_type: z.literal("UNRESOLVED_EVENT"), event_id: uuid }),
  z.looseObject({ blocker_type: z.literal("SUSPENDED_PROFILE") }),
]);

const flag = z.enum([
  "AUTOMATING",
  "DECIDED",
  "WAITING_ON_COLLECTION_STEPS",
  "WAITING_ON_CHECKS",
  "REQUIRES_MANUAL_TASK_COMPLETION",
  "READY_FOR_DECISION",
]);

export const application = z.looseObject({
  id: uuid,
  product: z.looseObject({
    id: uuid,
    name: z.string(),
    alias: z.string(),
    automatically_apply: z.boolean(),
    automatically_approve: z.boolean(),
  }),
  associated_role: z.enum(vocabulary.AssociatedRole).optional(),
  status,
  flag,
  required_tasks: z.array(taskVariant),
  approval_blockers: z.array(blocker),
  history: z.array(z.looseObject({ status, date: dateTime, decisioner: person.optional(), comment: text })),
  flag_history: z.array(z.looseObject({ status, flag, date: dateTime })),
  assignments: z.array(z.unknown()),
  hidden: z.boolean(),
});

const SCREEN = ["Pass", "Refer", "PEP", "Sanction", "Media", "Error"];
const RESULTS: Record<string, string[]> = {
  IDENTITY_CHECK: ["2+2", "1+1", "Fail", "Error"],
  PEPS_AND_SANCTIONS_SCREEN: SCREEN,
  COMPANY_PEPS_AND_SANCTIONS_SCREEN: SCREEN,
  COMPANY_REGISTRY: ["Pass", "Fail", "Error", "Refer"],
  COMPANY_OWNERSHIP: ["Pass", "Fail", "Error", "Partial"],
};

export const check = z
  .looseObject({
    id: uuid,
    check_type: z.enum(vocabulary.CheckType),
    variant: z.looseObject({ id: uuid, name: text }),
    state: z.enum(["PENDING", "RUNNING", "COMPLETE"]),
    performed_on: dateTime.optional(),
    errors: z.array(error),
    task_ids: z.array(uuid),
    instructed_externally: z.boolean(),
    providers: z.array(z.looseObject({ provider_name: z.string(), is_monitored: z.boolean() })),
    input_data: entityData,
    output_data: z.looseObject({ entity_type: z.enum(["INDIVIDUAL", "COMPANY"]) }),
    result: text,
  })
  .refine(({ state, result, performed_on }) => (state === "COMPLETE") === (result !== undefined && !!performed_on))
  .refine(
    ({ check_type, result }) =>
      result === undefined || (RESULTS[check_type] ?? ["Pass", "Fail", "Error"]).includes(result),
  );

export const event = z.looseObject({
  id: uuid,
  creation_date: dateTime,
  resolution: z.enum(vocabulary.EventResolution),
  resolution_reason: text,
  resolution_date: dateTime.optional(),
  resolution_task_ids: z.array(uuid),
  data: z.looseObject({ event_type: z.enum(vocabulary.EventType) }),
});

export const collectionStep = z.looseObject({ collection_type: z.enum(vocabulary.CollectionStepType) });

export const file = z.looseObject({ id: uuid, name: z.string() });

export const note = z.looseObject({
  id: uuid,
  created_on: dateTime,
  text: z.string(),
  author_name: z.string(),
  author_name_customised: z.boolean(),
  author: z.looseObject({ id: uuid, name: z.string() }),
  attachments: z.array(file),
});

export const auditItem = z.looseObject({
  id: uuid,
  profileID: uuid,
  action: z.enum(AUDIT_ACTIONS),
  user: person,
  apikey: z.looseObject({ name: z.string() }).nullable(),
  timestamp: z.number(),
  message: z.string().nullable(),
  ref_data: z.looseObject({}).nullable(),
  filename: z.string().nullable(),
  filehash: z.string().nullable(),
  signature: z.string().nullable(),
});

export const tag = z.looseObject({ id: uuid, name: z.string(), is_automatic: z.boolean() });

const minimalProfile = {
  id: uuid,
  role: z.enum(vocabulary.Role),
  display_name: z.string(),
  category: z.enum(vocabulary.ProfileCategory),
  status: z.enum(vocabulary.ProfileStatus),
  creation_date: dateTime,
  tags: z.array(tag),
  task_progress: z.looseObject({ completed_count: z.int(), total_count: z.int() }),
  has_associates: z.boolean(),
  has_collection_steps: z.boolean(),
  unresolved_event_types: z.array(z.enum(vocabulary.EventType)),
};

export const profile = z.looseObject({
  ...minimalProfile,
  collected_data: entityData,
  verified_data: entityData,
  applications: z.array(application),
  tasks: z.array(task),
  task_types: z.array(taskType),
  checks: z.array(check),
  collection_steps: z.array(collectionStep),
  events: z.array(event),
  document_images: z.array(image),
  risk: z.looseObject({
    components: z.array(z.unknown()),
    missing_required_components: z.array(z.string()),
    overall_risk: z.looseObject({ category: z.enum(["LOW", "MEDIUM", "HIGH", "UNDETERMINED"]) }),
  }),
  linked_to: z.array(
    z.looseObject({ profile: z.looseObject({ id: uuid }), roles: z.array(z.enum(vocabulary.AssociatedRole)) }),
  ),
});

export const searchResults = z.looseObject({
  count: z.int(),
  limit: z.int(),
  offset: z.int(),
  hidden: z.int(),
  capabilities: z.record(uuid, z.array(z.string())),
  results: z.array(z.looseObject(minimalProfile)),
  associated_results: z.array(z.looseObject(minimalProfile)),
});

export const companies = z.looseObject({
  companies: z.array(
    z.looseObject({ name: z.string(), number: z.string(), country, state: z.string().nullable().optional() }),
  ),
  errors: z.array(error),
});

export const addresses = z.looseObject({
  count: z.number(),
  results: z.array(
    z.looseObject({ id: z.string(), text: z.string(), query_substrings: z.array(z.array(z.number()).length(2)) }),
  ),
});

export const apiKey = z.looseObject({ name: z.string(), key: z.string(), expiry: dateTime });

export const identity = z.looseObject({
  auditee_name: z.string(),
  institution: z.looseObject({ id: uuid, name: z.string(), logo_url: z.string().nullable() }),
  user: person,
});

export const profileStatus = z.enum(vocabulary.ProfileStatus);
