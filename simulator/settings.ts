import { z } from "zod";

/**
 * The simulator's switches. Each stands for a rule that nobody has documented (marked [I] in API contract §12), or for
 * a property of the simulation. The defaults are the likeliest behaviour; a client must pass with every position.
 */
export const settingsSchema = z.strictObject({
  /** Added to every API call before it is processed. */
  latencyMs: z.number().min(0).default(0),
  /** How late the search index is behind the data. */
  indexDelayMs: z.number().min(0).default(2000),
  /** How long the automatic part of an application takes. */
  decisionDelayMs: z.number().min(0).default(1500),
  /** How long a check runs when it is asked for asynchronously. */
  checkDelayMs: z.number().min(0).default(1000),
  /** A missing or unknown key: HTTP 401, or HTTP 200 with `errors` in the body. */
  authErrorsAs: z.enum(["401", "200"]).default("401"),
  /** Any other refusal: its HTTP status, 422 instead of 400 where data is wrong, or HTTP 200 with `errors` in the body. */
  errorsAs: z.enum(["status", "422", "200"]).default("status"),
  /** HTTP status of a created profile. */
  createdStatus: z.union([z.literal(200), z.literal(201)]).default(200),
  /** Whether `GET /profiles?q=` also looks at `customer_ref`. */
  searchCustomerRef: z.boolean().default(false),
  /** `limit` above 200: cut to 200, or refused. */
  overLimit: z.enum(["clip", "error"]).default("clip"),
  /** Reverting a decision: the same application is open again, or it is hidden and a new one appears. */
  revert: z.enum(["same", "new"]).default("same"),
  /** Whether `applications: []` counts as missing, so that automatic products apply. */
  emptyApplicationsAutoApply: z.boolean().default(true),
  /** Whether automatic products also apply to associates. */
  associatesAutoApply: z.boolean().default(false),
  /** Whether a company in the USA or Canada without `state_of_incorporation` is refused. */
  requireStates: z.boolean().default(false),
  /** Whether answers contain enum values that no published list has. */
  unknownEnumValues: z.boolean().default(false),
  /** Whether `role` and `collected_data.entity_type` must agree. */
  roleMustAgree: z.boolean().default(true),
  /** Whether days that no calendar has (2020-02-30) are refused; the published patterns let them pass. */
  datesOnCalendar: z.boolean().default(true),
  /** A second profile with the reference of another: made as well, or refused with code 202. */
  sameReference: z.enum(["allow", "refuse"]).default("allow"),
  /** A product that does not exist, when a profile is created: the create is refused, or the product is left out. */
  unknownProduct: z.enum(["refuse", "ignore"]).default("refuse"),
  /** Whether the category follows the applications, or stays APPLICANT. */
  categories: z.enum(["follow", "fixed"]).default("follow"),
  /** Which part comes first when the text of a structured address is put together. */
  addressOrder: z.enum(["subpremise_first", "premise_first"]).default("subpremise_first"),
  /** A link to a profile that does not exist, is no associate or of another entity type. */
  wrongLinks: z.enum(["refuse", "accept"]).default("refuse"),
  /** A `task_variant_ids` entry that is not of an associate task on the company. */
  foreignTaskVariants: z.enum(["refuse", "accept"]).default("refuse"),
  /** Body code when an associate would be moved, nested too deep or made its own ancestor. */
  linkRefusalCode: z.union([z.literal(105), z.literal(201)]).default(105),
  /** Whether the application that linking brings says in which role. */
  associatedRoleByList: z.boolean().default(true),
  /** Body code when an approval is blocked. */
  blockedApprovalCode: z.union([z.literal(105), z.literal(402)]).default(105),
  /** Approving what is approved, or rejecting what is rejected: refused with 102 or 103, or answered as if done. */
  repeatedDecision: z.enum(["refuse", "accept"]).default("refuse"),
  /** A task about to run out has a new version 30 days before; an approved application goes to review then, or later. */
  renewalReview: z.enum(["at_once", "at_expiry"]).default("at_once"),
  /** Whether 50 MB are counted before or after base64. */
  uploadLimit: z.enum(["decoded", "encoded"]).default("decoded"),
  /** A note's attachment that is not a file of the same profile. */
  foreignAttachments: z.enum(["refuse", "accept"]).default("refuse"),
  /** A tag has one id in the whole account, or another one on every profile. */
  tagIds: z.enum(["per_name", "per_profile"]).default("per_name"),
  /** A tag that the profile has already: nothing happens, or it is refused with code 202. */
  repeatedTag: z.enum(["once", "refuse"]).default("once"),
  /** How the words of a search are matched with names and tags. */
  matching: z.enum(["all_parts", "all_prefixes", "any_part"]).default("all_parts"),
  /** Whether a search lists associates apart from customers, or also among them. */
  associatesInResults: z.enum(["apart", "together"]).default("apart"),
  /** The answer of the status call: a bare string as in the schema, or `{status}`. */
  statusBody: z.enum(["string", "object"]).default("string"),
  /** A collection step asking for what is there already: kept until data is written next, or dropped at once. */
  fulfilledSteps: z.enum(["keep", "drop"]).default("keep"),
  /** A profile's `risk`: an overview as in the schema, or `{}` as in recorded answers. */
  riskAs: z.enum(["overview", "empty"]).default("overview"),
  /** How long a synchronous check is waited for before it goes on asynchronously; documented as 120 s. */
  syncWaitMs: z.number().min(0).default(120_000),
  /** An application stays open for a person when the profile's name contains one of these words. */
  manualKeywords: z.array(z.string().min(1)).default(["fail"]),
});

export type Settings = z.infer<typeof settingsSchema>;
