import { expect, test, vi } from "vitest";
import type { Account } from "../account.ts";
import { createAccount } from "../account.ts";
import { createClock } from "../clock.ts";
import { completeConfig, type Webhook } from "../config.ts";
import type { Message } from "./message.ts";
import { createOutbox } from "./outbox.ts";

// biome-ignore lint/suspicious/noExplicitAny: the body is whatever was sent
type Sent = { body: any; at: number };

/** An outbox whose time stands still unless it is advanced, and a receiver that answers what `reply` says. */
function outboxForTest(settings: Partial<Webhook> = {}, random?: () => number) {
  const config = completeConfig();
  const [own] = config.accounts;
  if (!own) throw new Error("the bundled configuration has an account");
  const account: Account = createAccount(own, config);
  account.webhook = {
    ...account.webhook,
    enabled: true,
    endpoint: "http://receiver.example/hook",
    events: ["EVENT"],
    ...settings,
  };
  const clock = createClock(() => 0);
  const sent: Sent[] = [];
  const reply: { with: () => Response | Promise<Response> } = { with: () => new Response("", { status: 200 }) };
  const fetch = vi.fn(async (_url: unknown, init?: RequestInit) => {
    sent.push({ body: JSON.parse(String(init?.body)), at: clock.now() });
    const lost = new Promise<never>((_, fail) => {
      init?.signal?.addEventListener("abort", () => fail(new DOMException("aborted", "AbortError")));
    });
    return Promise.race([lost, reply.with()]);
  });
  const outbox = createOutbox({ clock, fetch, changed: () => {}, ...(random ? { random } : {}) });
  return {
    account,
    sent,
    reply,
    clock,
    outbox,
    put: (...ids: string[]) => {
      for (const id of ids) outbox.put(account, messageOf(id));
    },
    state: () => outbox.state(account),
    /** Time passes, and everything that follows from it has happened. */
    async pass(ms: number) {
      clock.advance(ms);
      await new Promise((done) => setImmediate(done));
    },
  };
}

const messageOf = (id: string): Message => ({ id, event: "EVENT", timestamp: 0, data: {} });
const idsOf = (sent: Sent | undefined) => sent?.body.map((message: Message) => message.id);
const numbers = (count: number) => Array.from({ length: count }, (_, index) => `m${index}`);
const refusal = () => new Response("", { status: 503 });

test("without batching each message is a request of its own, in the order of events", async () => {
  const { put, pass, sent, state } = outboxForTest();
  put("a", "b", "c");
  await pass(0);
  expect(sent.map(({ body }) => body.id)).toEqual(["a", "b", "c"]);
  expect(state()).toMatchObject({ condition: "idle", delivered: 3, waiting: 0 });
});

test("a batch leaves when its time has come, with what was queued meanwhile, each message with the secret", async () => {
  const { put, pass, sent } = outboxForTest({ batching: true, secret: "shared" });
  put("a");
  await pass(4_000);
  put("b");
  await pass(999);
  expect(sent).toHaveLength(0);
  await pass(1);
  expect(sent).toHaveLength(1);
  expect(sent[0]?.body).toMatchObject([
    { id: "a", event: "EVENT", secret: "shared" },
    { id: "b", secret: "shared" },
  ]);
});

test("a batch holds a hundred messages at most; the rest waits for the next one", async () => {
  const { put, pass, sent, state } = outboxForTest({ batching: true, batchEveryMs: 2_000 });
  put(...numbers(230));
  await pass(2_000);
  expect(sent.map(({ body }) => body.length)).toEqual([100]);
  expect(state()).toMatchObject({ waiting: 130, condition: "working" });
  await pass(2_000);
  await pass(2_000);
  expect(sent.map(({ body }) => body.length)).toEqual([100, 100, 30]);
  expect(sent.flatMap((one) => idsOf(one))).toEqual(numbers(230));
});

test("a batch can be an object with events, also when it holds one message", async () => {
  const { put, pass, sent } = outboxForTest({ batching: true, batchEveryMs: 0, batchShape: "events" });
  put("a");
  await pass(0);
  expect(sent[0]?.body).toMatchObject({ events: [{ id: "a" }] });
});

test("a batch that is not accepted goes again, and what came meanwhile goes behind it", async () => {
  const { put, pass, sent, reply } = outboxForTest({ batching: true });
  reply.with = refusal;
  put("a", "b");
  await pass(5_000);
  put("c");
  reply.with = () => new Response("", { status: 200 });
  await pass(5_000);
  expect(sent.map((one) => idsOf(one))).toEqual([
    ["a", "b"],
    ["a", "b", "c"],
  ]);
});

test.each([201, 202, 204, 302, 401, 500])("HTTP %i does not count as taken", async (status) => {
  const { put, pass, reply, state } = outboxForTest();
  reply.with = () => new Response(null, { status });
  put("a");
  await pass(0);
  expect(state()).toMatchObject({ waiting: 1, delivered: 0, condition: "retrying", attempts: [{ status }] });
});

test("between tries the wait doubles from five seconds to an hour, and stays there", async () => {
  const { put, pass, sent, reply } = outboxForTest();
  reply.with = refusal;
  put("a");
  await pass(0);
  for (let seconds = 0; seconds < 6 * 3_600; seconds += 5) await pass(5_000);
  const waits = sent.slice(1).map(({ at }, index) => (at - (sent[index]?.at ?? 0)) / 1_000);
  expect(waits.slice(0, 10)).toEqual([5, 10, 20, 40, 80, 160, 320, 640, 1_280, 2_560]);
  expect(new Set(waits.slice(10))).toEqual(new Set([3_600]));
});

test("a queue is stalled after as many failures as the account says, keeps ten attempts, and one success ends it", async () => {
  const { put, pass, reply, state, outbox, account } = outboxForTest({ stalledAfterFailures: 3 });
  reply.with = refusal;
  put("a");
  await pass(0);
  await pass(5_000);
  expect(state()).toMatchObject({ condition: "retrying", isStalled: false, failuresInARow: 2 });
  await pass(10_000);
  expect(state()).toMatchObject({
    condition: "stalled",
    isStalled: true,
    stalledSince: new Date(15_000).toISOString(),
    nextAttemptAt: new Date(35_000).toISOString(),
  });
  for (let tries = 0; tries < 9; tries += 1) {
    outbox.retryNow(account);
    await pass(0);
  }
  expect(state().attempts).toHaveLength(10);
  reply.with = () => new Response("", { status: 200 });
  outbox.retryNow(account);
  await pass(0);
  expect(state()).toMatchObject({ condition: "idle", isStalled: false, stalledSince: null, failuresInARow: 0 });
  expect(state().attempts[0]).toMatchObject({ status: 200, messageId: "a" });
});

test("a receiver that does not answer in time is tried again with the same message", async () => {
  const { put, pass, sent, reply, state } = outboxForTest();
  reply.with = () => new Promise<Response>(() => {});
  put("a");
  await pass(9_999);
  expect(state().attempts).toEqual([]);
  await pass(1);
  expect(state().attempts).toMatchObject([{ status: null, problem: "no answer in time" }]);
  await pass(5_000);
  expect(sent.map(({ body }) => body.id)).toEqual(["a", "a"]);
});

test("when the answer is lost the same message comes again under its id", async () => {
  const { put, pass, sent, reply, state } = outboxForTest();
  const cut = Object.assign(new Error("cut"), { code: "ECONNRESET" });
  reply.with = () => Promise.reject(new TypeError("fetch failed", { cause: cut }));
  put("a", "b");
  await pass(0);
  expect(state().attempts).toMatchObject([{ status: null, problem: "could not be reached (ECONNRESET)" }]);
  reply.with = () => new Response("", { status: 200 });
  await pass(5_000);
  expect(sent.map(({ body }) => body.id)).toEqual(["a", "a", "b"]);
});

test("with duplicates ordered every nth message comes twice under one id, and counts once", async () => {
  const { put, pass, sent, state } = outboxForTest({ duplicateEvery: 3 });
  put(...numbers(7));
  await pass(0);
  expect(sent.map(({ body }) => body.id)).toEqual(["m0", "m1", "m2", "m2", "m3", "m4", "m5", "m5", "m6"]);
  expect(state()).toMatchObject({ delivered: 7, waiting: 0, failuresInARow: 0 });
});

test("with duplicates ordered a batch that holds an nth message comes twice as a whole", async () => {
  const { put, pass, sent } = outboxForTest({ duplicateEvery: 4, batching: true, batchEveryMs: 1_000 });
  put("a", "b", "c");
  await pass(1_000);
  put("d");
  await pass(1_000);
  expect(sent.map((one) => idsOf(one))).toEqual([["a", "b", "c"], ["d"], ["d"]]);
});

test("shuffled messages all arrive once, in another order than they were queued", async () => {
  const { put, pass, sent, state } = outboxForTest({ shuffle: true }, () => 0);
  put("a", "b", "c");
  for (let round = 0; round < 3; round += 1) await pass(500);
  const ids = sent.map(({ body }) => body.id);
  expect(ids.toSorted()).toEqual(["a", "b", "c"]);
  expect(ids).not.toEqual(["a", "b", "c"]);
  expect(state().waiting).toBe(0);
});

test("a shuffled batch holds every message once, in chance order", async () => {
  const { put, pass, sent } = outboxForTest({ shuffle: true, batching: true, batchEveryMs: 1_000 }, () => 0);
  put(...numbers(5));
  await pass(1_000);
  const ids: string[] = idsOf(sent[0]);
  expect(ids.toSorted()).toEqual(numbers(5));
  expect(ids).not.toEqual(numbers(5));
});

test("what failed is not overtaken when shuffling is on", async () => {
  const { put, pass, sent, reply } = outboxForTest({ shuffle: true }, () => 0);
  reply.with = refusal;
  put("a", "b", "c");
  await pass(500);
  const [first] = sent;
  put("d");
  reply.with = () => new Response("", { status: 200 });
  await pass(5_000);
  expect(sent[1]?.body.id).toBe(first?.body.id);
});

test("an event that the account does not want, or has nowhere to send, is not queued", async () => {
  const unwanted = outboxForTest({ events: ["ANOTHER"] });
  const homeless = outboxForTest({ endpoint: null });
  const off = outboxForTest({ enabled: false });
  for (const { put, pass, sent, state } of [unwanted, homeless, off]) {
    put("a");
    await pass(0);
    expect([sent.length, state().waiting]).toEqual([0, 0]);
  }
  expect([unwanted, homeless, off].map(({ state }) => state().condition)).toEqual(["idle", "off", "off"]);
});

test("emptying the queue while an answer is awaited drops everything, the message under way too", async () => {
  const { put, pass, sent, reply, outbox, account, state } = outboxForTest();
  let answer = (_: Response) => {};
  reply.with = () =>
    new Promise<Response>((give) => {
      answer = give;
    });
  put("a", "b");
  await pass(0);
  outbox.clear(account);
  answer(new Response("", { status: 500 }));
  await pass(60_000);
  expect(sent).toHaveLength(1);
  expect(state()).toMatchObject({ waiting: 0, failuresInARow: 0, nextAttemptAt: null });
});
