import { expect, test } from "vitest";
import { answering, answeringInTurn, clientOver } from "./test-transport.ts";

const entity = { entityType: "individual", reference: "C-1", givenNames: ["Ada"], familyName: "Example" } as const;
const create = (http: Parameters<typeof clientOver>[0]) =>
  clientOver(http).client.createProfile({ entity: { ...entity, givenNames: ["Ada"] }, productAlias: null });
const made = { id: "11111111-1111-4111-8111-111111111111", role: "INDIVIDUAL_CUSTOMER", collected_data: {} };
const limited = { "x-ratelimit-remaining": "1999", "x-ratelimit-reset-secs": "1" };

test("a limited call hands over what is left of its limit, whether it succeeded or not", async () => {
  const limit = { remaining: 1999, resetMs: 1000 };
  expect(await create(answering(200, made, limited))).toMatchObject({ ok: true, limit });
  expect(await create(answering(400, { errors: [{ code: 201 }] }, limited))).toMatchObject({ ok: false, limit });
});

test.each([
  ["says nothing", {}],
  ["says half of it", { "x-ratelimit-remaining": "5" }],
  ["says something that is no number", { ...limited, "x-ratelimit-remaining": "many" }],
])("an answer that %s of a limit hands over none", async (_, headers) => {
  const result = await create(answering(200, made, headers));
  expect(result.limit).toBeUndefined();
});

test("a change of collected data hands over what its write was told", async () => {
  const data = { entity_type: "COMPANY", metadata: { name: "Old" } };
  const { client } = clientOver(
    answeringInTurn(answering(200, data, { etag: '"1"' }), answering(200, { ...data }, { etag: '"2"', ...limited })),
  );
  const result = await client.changeData("11111111-1111-4111-8111-111111111111", (before) => ({
    ...before,
    metadata: { name: "New" },
  }));
  expect(result).toMatchObject({ ok: true, limit: { remaining: 1999 } });
});
