import { expect, test } from "vitest";
import { StorageAway } from "../domain/storage-away.ts";
import { faultResponse } from "./problem-of.ts";

const logged: string[] = [];
const write = (sentence: string, ids?: unknown) => void logged.push(JSON.stringify([sentence, ids]));
const log = { info: write, warn: write, error: write };

test("what a fault quotes of a person is neither in the log nor in the answer; its id is in both", async () => {
  const response = faultResponse(log, "GET /api/records", new Error('Key ("displayName")=(Zqworrin) already exists'));
  const { errorId, sentence } = (await response.json()) as { errorId: string; sentence: string };
  expect(response.status).toBe(500);
  expect(sentence).toContain(errorId);
  expect(logged.join()).toContain(errorId);
  expect(`${logged.join()} ${sentence}`).not.toContain("Zqworrin");
});

test("a storage of files that is away is told in its own sentence, not as a database that is down", async () => {
  const away = new StorageAway("The bucket “books” does not answer. (ECONNREFUSED)", "ECONNREFUSED");
  const response = faultResponse(log, "GET /api/documents", away);
  expect(response.status).toBe(503);
  expect(await response.json()).toMatchObject({ kind: "storage_away", sentence: away.message });
});

test("a database that is down is still told apart, by what its fault says", () => {
  expect(faultResponse(log, "GET /api/records", new Error("connect ECONNREFUSED 127.0.0.1:5432")).status).toBe(503);
});
