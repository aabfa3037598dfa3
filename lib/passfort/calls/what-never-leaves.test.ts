import { expect, test } from "vitest";
import type { Individual } from "../../domain/entity.ts";
import type { CallResult } from "../../domain/failure.ts";
import type { Link } from "../../domain/link.ts";
import type { PassfortClient } from "../client.ts";
import { answering, clientOver } from "../test-transport.ts";
import { uploadBytesMax } from "./uploads.ts";

const id = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`;
const ada: Individual = { entityType: "individual", reference: "A-1", givenNames: ["Ada"], familyName: "Example" };
const link: Link = { list: "directors", profileId: id(1), entityType: "individual", taskVariantIds: [id(2)] };
const company = { entity_type: "COMPANY" };
const written = Uint8Array.from([0xff, 0xfe, 0xfd]);

type Calling = (client: PassfortClient) => Promise<CallResult<unknown>>;

test.each<[string, Calling]>([
  ["an associate without a reference", (client) => client.createAssociate({ entity: { ...ada, reference: " " } })],
  [
    "an associate with a country in words",
    (client) => client.createAssociate({ entity: { ...ada, nationality: "France" } }),
  ],
  ["a page of more than 200", (client) => client.listProfiles({ offset: 0, limit: 201 })],
  ["a page before the first", (client) => client.listProfiles({ offset: -1, limit: 1 })],
  ["a replace without an ETag", (client) => client.replaceData("p", { data: company, etag: null })],
  [
    "a replace with an ETag that is none",
    (client) => client.replaceData("p", { data: company, etag: 'W/"1\r\nx: y"' }),
  ],
  ["a replace of data without a type", (client) => client.replaceData("p", { data: {}, etag: 'W/"1"' })],
  ["a link to no id of Passfort", (client) => client.linkAssociates("p", [{ ...link, profileId: "CRM-1" }])],
  [
    "a link for no task variant of Passfort",
    (client) => client.linkAssociates("p", [{ ...link, taskVariantIds: ["x"] }]),
  ],
  ["a link with more than all", (client) => client.linkAssociates("p", [{ ...link, percentage: 101 }])],
  [
    "a link with a date in another order",
    (client) => client.linkAssociates("p", [{ ...link, appointedOn: "31/01/2020" }]),
  ],
  ["an application for nothing", (client) => client.apply("p", { productAlias: " " })],
  ["a decision that does not exist", (client) => client.decide("p", "a", "APPLIED" as "APPROVED")],
  ["a task in small letters", (client) => client.addTask("p", "manual")],
  ["a task state that does not exist", (client) => client.setTaskState("p", "t", "DONE" as "INCOMPLETE")],
  ["an expiry without a reason", (client) => client.setTaskExpiry("p", "t", { expireAt: null, reasonCategories: [] })],
  [
    "an expiry on a day without a time",
    (client) => client.setTaskExpiry("p", "t", { expireAt: "2023-12-10", reasonCategories: ["OTHER"] }),
  ],
  ["an empty note", (client) => client.addNote("p", "t", { text: " " })],
  ["a note with a file of no id", (client) => client.addNote("p", "t", { text: "Seen", fileIds: ["1"] })],
  ["a check without a type", (client) => client.runCheck("p", { checkType: "", mode: "async" })],
  ["an empty file", (client) => client.uploadFile("p", { content: new Uint8Array() })],
  ["a file that is too large", (client) => client.uploadFile("p", { content: new Uint8Array(uploadBytesMax + 1) })],
  [
    "an image that is too large",
    (client) => client.uploadDocumentImage("p", { imageType: "FRONT", content: new Uint8Array(uploadBytesMax + 1) }),
  ],
  [
    "an image of an unknown side",
    (client) => client.uploadDocumentImage("p", { imageType: "LEFT" as "FRONT", content: written }),
  ],
  [
    "a document without an image",
    (client) => client.addDocument("p", { category: "SUPPORTING", documentType: "UNKNOWN", imageIds: [] }),
  ],
  ["a tag of nothing", (client) => client.addTag("p", " ")],
])("%s never leaves: we refuse it ourselves", async (_name, calling) => {
  const reading = answering(200, company, { etag: 'W/"1"' });
  const { client, sent } = clientOver(reading);
  expect(await calling(client)).toMatchObject({ ok: false, failure: { kind: "refused", code: "not_sendable" } });
  expect(sent).toEqual([]);
});
