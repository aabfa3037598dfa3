import type { Settings } from "./settings.ts";
import { company, type Got, individual, PNG, type TestClient } from "./test-client.ts";

type Probe = (client: TestClient) => Promise<unknown>;

/** What a client sees with a switch in each of its positions. */
export type SwitchRow = { probe: Probe; seen: Record<string, unknown> };

/** Properties of the simulation, not rules that somebody might have got wrong. */
type Property = "latencyMs" | "indexDelayMs" | "decisionDelayMs" | "checkDelayMs" | "manualKeywords" | "syncWaitMs";

const MISSING = "00000000-0000-4000-8000-000000000000";

const statusOf =
  (method: string, path: string, body?: unknown): Probe =>
  async ({ api }) =>
    (await api(method, path, body)).status;

const created = async ({ api }: TestClient, request: object = individual("C-1")) =>
  (await api("POST", "/profiles", request)).body;

const associate = { ...individual("A-1"), role: "INDIVIDUAL_ASSOCIATED" };

async function linked(client: TestClient, entry: object, customer = "C-1") {
  const { id, collected_data } = await created(client, company(customer));
  const officers = { directors: [{ entity_type: "INDIVIDUAL", ...entry }] };
  return client.api("POST", `/profiles/${id}/collected_data`, { ...collected_data, officers });
}

async function decided(client: TestClient, ...statuses: string[]) {
  const { id, applications } = await created(client);
  const path = `/profiles/${id}/applications/${applications[0].id}`;
  const answers: Got[] = [];
  for (const status of statuses) answers.push(await client.api("POST", path, { status }));
  return { id, path, applicationId: applications[0].id, answers };
}

const person = (more: object) => ({ entity_type: "INDIVIDUAL", ...more });

/** One row for each switch; the compiler asks for a row when a switch is added. */
export const SWITCHES: Record<Exclude<keyof Settings, Property>, SwitchRow> = {
  authErrorsAs: {
    probe: async ({ api }) => (await api("GET", "/whoami", undefined, { apikey: "" })).status,
    seen: { "401": 401, "200": 200 },
  },
  errorsAs: { probe: statusOf("POST", "/profiles", {}), seen: { status: 400, "422": 422, "200": 200 } },
  createdStatus: { probe: statusOf("POST", "/profiles", individual("C-1")), seen: { "200": 200, "201": 201 } },
  searchCustomerRef: {
    probe: async (client) => {
      await created(client, individual("ZX-81"));
      return (await client.api("GET", "/profiles?q=ZX-81")).body.count;
    },
    seen: { true: 1, false: 0 },
  },
  overLimit: { probe: statusOf("GET", "/profiles?limit=201"), seen: { clip: 200, error: 400 } },
  revert: {
    probe: async (client) => {
      const { path, applicationId } = await decided(client, "REJECTED");
      const { body } = await client.api("POST", `${path}/revert_decision`, {});
      return [body.status, body.id === applicationId, body.history.length];
    },
    seen: { same: ["APPLIED", true, 3], new: ["APPLIED", false, 1] },
  },
  emptyApplicationsAutoApply: {
    probe: async (client) => (await created(client, { ...individual("C-1"), applications: [] })).applications.length,
    seen: { true: 1, false: 0 },
  },
  associatesAutoApply: {
    probe: async (client) => (await created(client, associate)).applications.length,
    seen: { true: 1, false: 0 },
  },
  requireStates: {
    probe: statusOf("POST", "/profiles", {
      role: "COMPANY_CUSTOMER",
      collected_data: { entity_type: "COMPANY", metadata: { country_of_incorporation: "USA" } },
    }),
    seen: { true: 400, false: 200 },
  },
  unknownEnumValues: {
    probe: async (client) => (await created(client)).category,
    seen: { true: "DORMANT_CUSTOMER", false: "APPLICANT" },
  },
  roleMustAgree: {
    probe: statusOf("POST", "/profiles", { role: "COMPANY_CUSTOMER", collected_data: person({}) }),
    seen: { true: 400, false: 200 },
  },
  datesOnCalendar: {
    probe: statusOf("POST", "/profiles", {
      role: "INDIVIDUAL_CUSTOMER",
      collected_data: person({ personal_details: { dob: "1990-02-30" } }),
    }),
    seen: { true: 400, false: 200 },
  },
  sameReference: {
    probe: async (client) => {
      await created(client);
      const { status, body } = await client.api("POST", "/profiles", individual("C-1"));
      return [status, body.errors?.[0].code];
    },
    seen: { allow: [200, undefined], refuse: [409, 202] },
  },
  unknownProduct: {
    probe: statusOf("POST", "/profiles", { ...individual("C-1"), applications: [{ product: { alias: "none" } }] }),
    seen: { refuse: 400, ignore: 200 },
  },
  categories: {
    probe: async (client) => {
      const { id } = await decided(client, "REJECTED");
      return (await client.api("GET", `/profiles/${id}`)).body.category;
    },
    seen: { follow: "INACTIVE_APPLICANT", fixed: "APPLICANT" },
  },
  addressOrder: {
    probe: async (client) => {
      const address = { type: "STRUCTURED", country: "GBR", premise: "Mill House", subpremise: "Flat 2" };
      const data = person({ address_history: [{ address }] });
      const { collected_data } = await created(client, { role: "INDIVIDUAL_CUSTOMER", collected_data: data });
      return collected_data.address_history[0].address.original_freeform_address;
    },
    seen: { subpremise_first: "Flat 2, Mill House", premise_first: "Mill House, Flat 2" },
  },
  wrongLinks: {
    probe: async (client) => (await linked(client, { linked_profile: { id: MISSING } })).status,
    seen: { refuse: 400, accept: 200 },
  },
  foreignTaskVariants: {
    probe: async (client) => {
      const { id } = await created(client, associate);
      return (await linked(client, { linked_profile: { id }, task_variant_ids: [MISSING] })).status;
    },
    seen: { refuse: 400, accept: 200 },
  },
  linkRefusalCode: {
    probe: async (client) => {
      const { id } = await created(client, associate);
      await linked(client, { linked_profile: { id } });
      return (await linked(client, { linked_profile: { id } }, "C-2")).body.errors[0].code;
    },
    seen: { "105": 105, "201": 201 },
  },
  associatedRoleByList: {
    probe: async (client) => {
      const { id } = await created(client, associate);
      await linked(client, { linked_profile: { id } });
      return (await client.api("GET", `/profiles/${id}`)).body.applications[0].associated_role;
    },
    seen: { true: "DIRECTOR", false: undefined },
  },
  blockedApprovalCode: {
    probe: async (client) => (await decided(client, "APPROVED")).answers[0]?.body.errors[0].code,
    seen: { "105": 105, "402": 402 },
  },
  repeatedDecision: {
    probe: async (client) => (await decided(client, "REJECTED", "REJECTED")).answers[1]?.status,
    seen: { refuse: 409, accept: 200 },
  },
  renewalReview: {
    probe: async (client) => {
      const { id, path } = await decided(client);
      await client.control("POST", "/settings", { advanceMs: 1500 });
      const [task] = (await client.api("GET", `/profiles/${id}/tasks`)).body;
      const expire_at = new Date(Date.now() + 40 * 86_400_000).toISOString().slice(0, 19).replace("T", " ");
      const expiry = { expire_at, reason_categories: ["OTHER"] };
      await client.api("POST", `/profiles/${id}/tasks/${task.id}/expiry`, expiry);
      const statuses: string[] = [];
      for (const days of [15, 30]) {
        await client.control("POST", "/settings", { advanceMs: days * 86_400_000 });
        statuses.push((await client.api("GET", path)).body.status);
      }
      return statuses;
    },
    seen: { at_once: ["IN_REVIEW", "IN_REVIEW"], at_expiry: ["APPROVED", "IN_REVIEW"] },
  },
  uploadLimit: {
    probe: async (client) => {
      const { id } = await created(client);
      const bytes = Buffer.concat([Buffer.from(PNG, "base64"), Buffer.alloc(40_000_000)]);
      return (await client.api("POST", `/profiles/${id}/files`, { data: bytes.toString("base64") })).status;
    },
    seen: { decoded: 200, encoded: 400 },
  },
  foreignAttachments: {
    probe: async (client) => {
      const { id, tasks } = await created(client);
      const note = { text: "Seen", attachments: [{ id: MISSING }] };
      return (await client.api("POST", `/profiles/${id}/tasks/${tasks[0].id}/notes`, note)).status;
    },
    seen: { refuse: 400, accept: 200 },
  },
  tagIds: {
    probe: async (client) => {
      const ids: string[] = [];
      for (const reference of ["C-1", "C-2"]) {
        const { id } = await created(client, individual(reference));
        ids.push((await client.api("POST", `/profiles/${id}/tags`, { name: "migrated" })).body.id);
      }
      return ids[0] === ids[1];
    },
    seen: { per_name: true, per_profile: false },
  },
  repeatedTag: {
    probe: async (client) => {
      const { id } = await created(client);
      const add = () => client.api("POST", `/profiles/${id}/tags`, { name: "migrated" });
      await add();
      return (await add()).status;
    },
    seen: { once: 200, refuse: 409 },
  },
  matching: {
    probe: async (client) => {
      await created(client, individual("C-1", "Example"));
      const count = async (q: string) => (await client.api("GET", `/profiles?q=${encodeURIComponent(q)}`)).body.count;
      return [await count("exam lex"), await count("ale exa"), await count("lex nobody")];
    },
    seen: { all_parts: [1, 1, 0], all_prefixes: [0, 1, 0], any_part: [1, 1, 1] },
  },
  associatesInResults: {
    probe: async (client) => {
      await created(client, associate);
      const { results, associated_results } = (await client.api("GET", "/profiles")).body;
      return [results.length, associated_results.length];
    },
    seen: { apart: [0, 1], together: [1, 1] },
  },
  statusBody: {
    probe: async (client) => {
      const { id } = await created(client);
      return (await client.api("POST", `/profiles/${id}/status`, { status: "SUSPENDED" })).body;
    },
    seen: { string: "SUSPENDED", object: { status: "SUSPENDED" } },
  },
  fulfilledSteps: {
    probe: async (client) => {
      const { id } = await created(client);
      const steps = [{ collection_type: "FULL_NAME" }, { collection_type: "EMAIL" }];
      return (await client.api("POST", `/profiles/${id}/collection_steps`, steps)).body.length;
    },
    seen: { keep: 2, drop: 1 },
  },
  riskAs: {
    probe: async (client) => Object.keys((await created(client)).risk).length > 0,
    seen: { overview: true, empty: false },
  },
};
