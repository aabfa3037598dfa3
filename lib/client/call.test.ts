import { afterEach, expect, test, vi } from "vitest";
import { z } from "zod";
import { contract, migrationParams } from "#lib/contracts/contract.ts";
import { call, ProblemError, urlOf } from "./call.ts";

const listThings = contract({
  method: "GET",
  path: "/api/migrations/:migrationId/things",
  needs: "look",
  params: migrationParams,
  query: z.object({ search: z.string().optional(), after: z.coerce.number().default(0) }),
  reply: z.object({ things: z.array(z.string()) }),
});
const dropThing = contract({
  method: "DELETE",
  path: "/api/things",
  needs: "prepare",
  body: z.object({ reason: z.string() }),
  reply: z.object({}),
});
const migrationId = "0d6c2a52-9e4e-4a0a-9f61-2f5f6ef0a001";

afterEach(() => vi.unstubAllGlobals());

test("an address has its params escaped and leaves out what was not asked", () => {
  expect(urlOf(listThings, { params: { migrationId }, query: { search: "a&b=c é", after: undefined } })).toBe(
    `/api/migrations/${migrationId}/things?search=a%26b%3Dc+%C3%A9`,
  );
  expect(urlOf(listThings, { params: { migrationId: "../x" } })).toBe("/api/migrations/..%2Fx/things");
  expect(urlOf(listThings, { params: { migrationId }, query: { after: 0 } })).toContain("after=0");
});

test("an address without a param it needs is a fault, not a call to the wrong place", () => {
  expect(() => urlOf(listThings)).toThrow("migrationId");
});

test("a refusal arrives as its sentence", async () => {
  answerWith(Response.json({ kind: "not_now", sentence: "The chunk is running." }, { status: 409 }));
  const error = await call(dropThing, { body: { reason: "late" } }).catch((caught) => caught);
  expect(error).toBeInstanceOf(ProblemError);
  expect(error.message).toBe("The chunk is running.");
  expect(error.httpStatus).toBe(409);
});

test("an answer that is not ours still becomes a sentence with its number", async () => {
  answerWith(new Response("<html>Bad gateway</html>", { status: 502 }));
  await expect(call(dropThing, { body: { reason: "late" } })).rejects.toThrow("HTTP 502");
});

test("a network that is down is told from a refusal", async () => {
  vi.stubGlobal("fetch", async () => Promise.reject(new TypeError("Failed to fetch")));
  await expect(call(dropThing, { body: { reason: "late" } })).rejects.toMatchObject({
    httpStatus: 0,
    problem: { kind: "unreachable" },
  });
});

test("a reply that breaks the contract does not pass as data", async () => {
  answerWith(Response.json({ things: [1] }));
  await expect(call(listThings, { params: { migrationId } })).rejects.toThrow(z.ZodError);
});

test("a DELETE carries its body as JSON, a GET carries none", async () => {
  const asked = answerWith(Response.json({}));
  await call(dropThing, { body: { reason: "late" } });
  expect(asked.mock.calls[0]?.[1]).toMatchObject({ method: "DELETE", body: '{"reason":"late"}' });
  answerWith(Response.json({ things: [] }));
  await call(listThings, { params: { migrationId } });
  expect(vi.mocked(fetch).mock.calls[0]?.[1]?.body).toBeUndefined();
});

function answerWith(response: Response) {
  const asked = vi.fn(async (_url: string, _init: RequestInit) => response);
  vi.stubGlobal("fetch", asked);
  return asked;
}
