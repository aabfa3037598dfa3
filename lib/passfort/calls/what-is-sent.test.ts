import { expect, test } from "vitest";
import type { Individual } from "../../domain/entity.ts";
import type { CallResult } from "../../domain/failure.ts";
import type { PassfortClient } from "../client.ts";
import { answering, clientOver } from "../test-transport.ts";
import { syncCheckTimeoutMs } from "./checks.ts";
import { uploadTimeoutMs } from "./uploads.ts";

const id = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`;
const ada: Individual = { entityType: "individual", reference: "A-1", givenNames: ["Ada"], familyName: "Example" };
const company = { entity_type: "COMPANY" };
const written = Uint8Array.from([0xff, 0xfe, 0xfd]);

type Calling = (client: PassfortClient) => Promise<CallResult<unknown>>;

// The requests of a real client and of the help pages, in the contract's shapes (API contract §2.1, §4 to §7).
test.each<[string, Calling, object]>([
  [
    "createAssociate",
    (client) => client.createAssociate({ entity: ada }),
    {
      method: "POST",
      path: "/profiles",
      body: {
        role: "INDIVIDUAL_ASSOCIATED",
        collected_data: {
          entity_type: "INDIVIDUAL",
          customer_ref: "A-1",
          personal_details: { name: { given_names: ["Ada"], family_name: "Example" } },
        },
      },
    },
  ],
  [
    "listProfiles",
    (client) => client.listProfiles({ offset: 400, limit: 200 }),
    { method: "GET", path: "/profiles", query: { offset: "400", limit: "200" } },
  ],
  ["readData", (client) => client.readData("p"), { method: "GET", path: "/profiles/p/collected_data" }],
  [
    "replaceData",
    (client) => client.replaceData("p", { data: company, etag: 'W/"1579973191.798"' }),
    { method: "POST", path: "/profiles/p/collected_data", body: company, ifMatch: 'W/"1579973191.798"' },
  ],
  [
    "apply",
    (client) => client.apply("p", { productAlias: "forexo_basic" }),
    { method: "POST", path: "/profiles/p/applications", body: { product: { alias: "forexo_basic" } } },
  ],
  [
    "apply for an associate",
    (client) => client.apply("p", { productAlias: "forexo_basic", associatedRole: "DIRECTOR" }),
    {
      method: "POST",
      path: "/profiles/p/applications",
      body: { product: { alias: "forexo_basic" }, associated_role: "DIRECTOR" },
    },
  ],
  ["listApplications", (client) => client.listApplications("p"), { method: "GET", path: "/profiles/p/applications" }],
  [
    "readApplication",
    (client) => client.readApplication("p", "a"),
    { method: "GET", path: "/profiles/p/applications/a" },
  ],
  [
    "decide",
    (client) => client.decide("p", "a", "REJECTED"),
    { method: "POST", path: "/profiles/p/applications/a", body: { status: "REJECTED" } },
  ],
  [
    "revertDecision",
    (client) => client.revertDecision("p", "a"),
    { method: "POST", path: "/profiles/p/applications/a/revert_decision", body: {} },
  ],
  [
    "revertDecision with a comment",
    (client) => client.revertDecision("p", "a", "by mistake"),
    { method: "POST", path: "/profiles/p/applications/a/revert_decision", body: { comment: "by mistake" } },
  ],
  ["listTasks", (client) => client.listTasks("p"), { method: "GET", path: "/profiles/p/tasks" }],
  [
    "addTask",
    (client) => client.addTask("p", "INDIVIDUAL_MANUAL_TASK"),
    { method: "POST", path: "/profiles/p/tasks", body: { type: "INDIVIDUAL_MANUAL_TASK" } },
  ],
  [
    "setTaskState",
    (client) => client.setTaskState("p", "t", "COMPLETED_PASS"),
    { method: "POST", path: "/profiles/p/tasks/t", body: { state: "COMPLETED_PASS" } },
  ],
  [
    "setTaskExpiry",
    (client) =>
      client.setTaskExpiry("p", "t", {
        expireAt: "2023-12-10 00:00:00",
        reasonCategories: ["DOCUMENT_EXPIRY"],
        reasonDescription: "Passport expires on the 10th of December 2023",
      }),
    {
      method: "POST",
      path: "/profiles/p/tasks/t/expiry",
      body: {
        expire_at: "2023-12-10 00:00:00",
        reason_categories: ["DOCUMENT_EXPIRY"],
        reason_description: "Passport expires on the 10th of December 2023",
      },
    },
  ],
  [
    "setTaskExpiry back to its own date",
    (client) => client.setTaskExpiry("p", "t", { expireAt: null, reasonCategories: ["OTHER"] }),
    {
      method: "POST",
      path: "/profiles/p/tasks/t/expiry",
      body: { expire_at: null, reason_categories: ["OTHER"] },
    },
  ],
  ["listNotes", (client) => client.listNotes("p", "t"), { method: "GET", path: "/profiles/p/tasks/t/notes" }],
  [
    "addNote",
    (client) => client.addNote("p", "t", { text: "Seen in the old system", fileIds: [id(1)], authorName: "Migration" }),
    {
      method: "POST",
      path: "/profiles/p/tasks/t/notes",
      body: { text: "Seen in the old system", attachments: [{ id: id(1) }], author_name: "Migration" },
    },
  ],
  [
    "a note alone",
    (client) => client.addNote("p", "t", { text: "Seen" }),
    { method: "POST", path: "/profiles/p/tasks/t/notes", body: { text: "Seen" } },
  ],
  [
    "an asynchronous check",
    (client) =>
      client.runCheck("p", {
        checkType: "PEPS_AND_SANCTIONS_SCREEN",
        taskIds: [id(2)],
        variantId: id(3),
        mode: "async",
      }),
    {
      method: "POST",
      path: "/profiles/p/checks",
      query: { mode: "async" },
      body: { check_type: "PEPS_AND_SANCTIONS_SCREEN", task_ids: [id(2)], variant: { id: id(3) } },
    },
  ],
  [
    "a check that is waited for, for longer than other calls",
    (client) => client.runCheck("p", { checkType: "IDENTITY_CHECK", mode: "sync" }),
    {
      method: "POST",
      path: "/profiles/p/checks",
      query: { mode: "sync" },
      body: { check_type: "IDENTITY_CHECK" },
      timeoutMs: syncCheckTimeoutMs,
    },
  ],
  ["readCheck", (client) => client.readCheck("p", "c"), { method: "GET", path: "/profiles/p/checks/c" }],
  ["listChecks", (client) => client.listChecks("p"), { method: "GET", path: "/profiles/p/checks" }],
  [
    "uploadFile",
    (client) => client.uploadFile("p", { content: written, name: "PEP Declaration Form" }),
    {
      method: "POST",
      path: "/profiles/p/files",
      body: { data: "//79", name: "PEP Declaration Form" },
      timeoutMs: uploadTimeoutMs,
    },
  ],
  [
    "uploadDocumentImage, also from the middle of a buffer",
    (client) =>
      client.uploadDocumentImage("p", {
        imageType: "FRONT",
        content: new Uint8Array([1, ...written, 1]).subarray(1, 4),
      }),
    {
      method: "POST",
      path: "/profiles/p/document_images",
      body: { image_type: "FRONT", data: "//79" },
      timeoutMs: uploadTimeoutMs,
    },
  ],
  [
    "addDocument",
    (client) => client.addDocument("p", { category: "PROOF_OF_IDENTITY", documentType: "PASSPORT", imageIds: [id(1)] }),
    {
      method: "POST",
      path: "/profiles/p/collected_data/documents",
      body: { category: "PROOF_OF_IDENTITY", document_type: "PASSPORT", images: [{ id: id(1) }] },
    },
  ],
  ["removeTag", (client) => client.removeTag("p", "t/1"), { method: "DELETE", path: "/profiles/p/tags/t%2F1" }],
  ["searchTags", (client) => client.searchTags("MIG 1/2"), { method: "GET", path: "/tags/search/MIG%201%2F2" }],
  ["listAuditItems", (client) => client.listAuditItems("p"), { method: "GET", path: "/profiles/p/audit-items" }],
])("%s sends exactly this", async (_name, calling, expected) => {
  const { client, sent } = clientOver(answering(400, {}));
  await calling(client);
  expect(sent).toEqual([expected]);
});
