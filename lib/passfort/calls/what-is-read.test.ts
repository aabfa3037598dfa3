import { expect, test } from "vitest";
import type { CallResult } from "../../domain/failure.ts";
import type { PassfortClient } from "../client.ts";
import { answering, answeringInTurn, clientOver } from "../test-transport.ts";

type Calling = (client: PassfortClient) => Promise<CallResult<unknown>>;

const task = { id: "t", type: "COMPANY_IDENTIFY_AUTHORISED_PERSONS", brand_new: [{}] };
const read = {
  id: "t",
  type: "COMPANY_IDENTIFY_AUTHORIZED_PERSONS",
  variantId: null,
  variantAlias: null,
  isExpired: false,
  customExpiryAt: null,
};

test.each<[string, object, object]>([
  ["of 2018, open", { is_complete: false }, { state: "INCOMPLETE", isComplete: false }],
  ["of 2018, done", { is_complete: true }, { state: "COMPLETED_PASS", isComplete: true }],
  ["with a state alone", { state: "COMPLETED_FAIL" }, { state: "COMPLETED_FAIL", isComplete: false }],
  [
    "with a word nobody knows, and parts of another kind",
    { state: "PAUSED", is_expired: "no", variant: 7 },
    { state: "PAUSED", isComplete: false },
  ],
  [
    "with everything",
    {
      state: "COMPLETED_PASS",
      is_complete: true,
      is_expired: true,
      variant: { id: "v", alias: "officers", name: "Officers" },
      custom_expiry: { expiry_at: "2023-06-07 00:00:00" },
    },
    {
      state: "COMPLETED_PASS",
      isComplete: true,
      isExpired: true,
      variantId: "v",
      variantAlias: "officers",
      customExpiryAt: "2023-06-07 00:00:00",
    },
  ],
])("a task is read: %s", async (_what, more, expected) => {
  const { client } = clientOver(answering(200, [{ ...task, ...more }]));
  expect(await client.listTasks("p")).toMatchObject({ ok: true, value: [{ ...read, ...expected }] });
});

test("a check is read with what its provider complained about, without people in it", async () => {
  const errors = [{ code: 302, message: "No answer about other@post.example.", source: "PROVIDER", info: {} }];
  const check = { id: "c", check_type: "IDENTITY_CHECK", state: "COMPLETE", result: "Error", errors, task_ids: ["t"] };
  const { client } = clientOver(answering(200, check));
  const expected = {
    id: "c",
    type: "IDENTITY_CHECK",
    state: "COMPLETE",
    result: "Error",
    errors: [{ code: "302", message: "No answer about [hidden]" }],
    taskIds: ["t"],
  };
  for (const result of [
    await client.runCheck("p", { checkType: "IDENTITY_CHECK", mode: "async" }),
    await client.readCheck("p", "c"),
  ])
    expect(result).toMatchObject({ ok: true, value: expected });
  const { client: listing } = clientOver(answering(200, [{ ...check, errors: null, state: undefined }]));
  expect(await listing.listChecks("p")).toMatchObject({ value: [{ ...expected, errors: [] }] });
});

test("hidden applications are not listed", async () => {
  const { client } = clientOver(
    answering(200, [
      { id: "a", status: "REJECTED", hidden: true },
      { id: "b", status: "APPLIED", hidden: false },
      { id: "c", status: "APPLIED" },
    ]),
  );
  expect(await client.listApplications("p")).toMatchObject({ value: [{ id: "b" }, { id: "c" }] });
});

test("a decision that was taken back, but whose applications could not be listed, is uncertain: it may not be called undone", async () => {
  const taken = answering(200, { id: "a", status: "APPLIED" });
  for (const trouble of [answering(429, {}), answering(502, {}), answering(401, {}), answering(404, {})]) {
    const { client, sent } = clientOver(answeringInTurn(taken, trouble));
    expect(await client.revertDecision("p", "a")).toMatchObject({ ok: false, failure: { kind: "uncertain" } });
    expect(sent).toHaveLength(2);
  }
  const { client } = clientOver(answeringInTurn(taken, answering(200, [{ id: "b", status: "APPLIED" }])));
  expect(await client.revertDecision("p", "a")).toMatchObject({ value: [{ id: "b" }], durationMs: 10 });
});

const version = { data: { entity_type: "COMPANY" }, etag: 'W/"1"' };

test("a 412 gives what stands there now", async () => {
  const { client, sent } = clientOver(
    answering(412, { entity_type: "COMPANY", customer_ref: "C-1" }, { etag: 'W/"2"' }),
  );
  expect(await client.replaceData("p", version)).toMatchObject({
    ok: true,
    value: { kind: "conflict", data: { customer_ref: "C-1" }, etag: 'W/"2"' },
  });
  expect(sent).toHaveLength(1);
});

test.each<[string, object, Record<string, string>]>([
  ["without an ETag", { entity_type: "COMPANY" }, {}],
  ["with an error in the place of the data", { errors: [{ code: 201, message: "Too late." }] }, { etag: 'W/"2"' }],
])("a 412 %s is read again", async (_what, body, headers) => {
  const fresh = answering(200, { entity_type: "COMPANY", customer_ref: "C-1" }, { etag: 'W/"3"' });
  const { client, sent } = clientOver(answeringInTurn(answering(412, body, headers), fresh));
  expect(await client.replaceData("p", version)).toMatchObject({
    value: { kind: "conflict", data: { customer_ref: "C-1" }, etag: 'W/"3"' },
    durationMs: 10,
  });
  expect(sent.map(({ method }) => method)).toEqual(["POST", "GET"]);
});

test("a replace that is answered with something other than data is uncertain", async () => {
  const { client } = clientOver(answering(200, { id: "p" }, { etag: 'W/"2"' }));
  expect(await client.replaceData("p", version)).toMatchObject({ failure: { kind: "uncertain" } });
});

test("collected data is kept whole: nothing unknown is dropped on the way through", async () => {
  const data = { entity_type: "COMPANY", brand_new: { deep: [1, null, { x: "y" }] }, metadata: { custom: true } };
  const { client, sent } = clientOver(answering(200, data, { etag: 'W/"2"' }));
  expect(await client.readData("p")).toMatchObject({ value: { data, etag: 'W/"2"' } });
  expect(await client.replaceData("p", { data, etag: 'W/"2"' })).toMatchObject({ value: { kind: "replaced", data } });
  expect(sent[1]?.body).toEqual(data);
});

test("a note, its files and an audit line are read", async () => {
  const note = {
    id: "n",
    text: "Seen",
    created_on: "2026-11-24 10:00:00",
    author_name: "M",
    attachments: [{ id: "f" }, {}],
  };
  const { client } = clientOver(answering(200, [note]));
  expect(await client.listNotes("p", "t")).toMatchObject({
    value: [{ id: "n", text: "Seen", authorName: "M", createdOn: "2026-11-24 10:00:00", fileIds: ["f"] }],
  });
  const lines = [
    { id: "1", action: "added-a-tag", timestamp: 1795514400, user: null, apikey: { name: "Key" } },
    { action: "brand-new-action", user: { name: "Person" }, apikey: null },
  ];
  const { client: auditing } = clientOver(answering(200, lines));
  expect(await auditing.listAuditItems("p")).toMatchObject({
    value: [
      { id: "1", action: "added-a-tag", happenedAt: "2026-11-24T10:00:00.000Z", by: "Key" },
      { id: null, action: "brand-new-action", happenedAt: null, by: "Person" },
    ],
  });
});

test("a tag is removed when Passfort says so, in whatever words", async () => {
  for (const answer of [answering(200, { id: "t", name: "x" }), answering(200, null)]) {
    const { client } = clientOver(answer);
    expect(await client.removeTag("p", "t")).toMatchObject({ ok: true, value: { tagId: "t" } });
  }
  const { client } = clientOver(async () => ({ kind: "answer", status: 204, headers: {}, text: "" }));
  expect(await client.removeTag("p", "t")).toMatchObject({ ok: true });
});

test.each<[string, Calling]>([
  ["apply", (client) => client.apply("p", { productAlias: "a" })],
  ["decide", (client) => client.decide("p", "a", "APPROVED")],
  ["addTask", (client) => client.addTask("p", "COMPANY_MANUAL_TASK")],
  ["setTaskState", (client) => client.setTaskState("p", "t", "INCOMPLETE")],
  ["addNote", (client) => client.addNote("p", "t", { text: "x" })],
  ["runCheck", (client) => client.runCheck("p", { checkType: "COMPANY_DATA", mode: "async" })],
  ["uploadFile", (client) => client.uploadFile("p", { content: new Uint8Array(1) })],
  [
    "uploadDocumentImage",
    (client) => client.uploadDocumentImage("p", { imageType: "BACK", content: new Uint8Array(1) }),
  ],
  ["removeTag", (client) => client.removeTag("p", "t")],
])("a lost answer to %s is uncertain, and it is sent once only", async (_name, calling) => {
  const { client, sent } = clientOver(async () => ({
    kind: "no_answer",
    hasLeft: true,
    reason: "connection_lost",
    detail: "ECONNRESET",
  }));
  expect(await calling(client)).toMatchObject({ failure: { kind: "uncertain" } });
  expect(sent).toHaveLength(1);
});
