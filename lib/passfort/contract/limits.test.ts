import { expect, test } from "vitest";
import { must, simulatedAccount } from "./test-account.ts";
import { personOf } from "./test-people.ts";

const entity = personOf("1");

test("of ten writers with one ETag exactly one succeeds, and the others are told what stands there now", async () => {
  const account = await simulatedAccount();
  const { passfort } = account;
  const { profileId } = must(await passfort.createProfile({ entity, productAlias: null }));
  const { data, etag } = must(await passfort.readData(profileId));
  const written = (number: number) => ({ ...data, contact_details: { email: `writer${number}@post.example` } });
  const numbers = Array.from({ length: 10 }, (_, number) => number);
  const results = await Promise.all(
    numbers.map(async (number) => must(await account.client().replaceData(profileId, { data: written(number), etag }))),
  );
  const winners = results.flatMap(({ kind }, number) => (kind === "replaced" ? [number] : []));
  expect(winners).toHaveLength(1);
  const now = must(await passfort.readData(profileId));
  expect(now.data).toMatchObject(written(winners[0] ?? -1));
  for (const result of results) expect(result).toMatchObject({ data: now.data, etag: now.etag });
});

test("writers who change different fields at once lose none of them, in as many rounds as it takes", async () => {
  const account = await simulatedAccount();
  const { passfort } = account;
  const { profileId } = must(await passfort.createProfile({ entity, productAlias: null }));
  const tags = ["a", "b", "c", "d", "e"];
  const results = await Promise.all(
    tags.map(async (key) =>
      must(await account.client().changeData(profileId, (data) => ({ ...data, [`note_${key}`]: key }))),
    ),
  );
  const changed = tags.filter((_key, index) => results[index]?.kind === "changed");
  expect(results.every(({ kind }) => kind === "changed" || kind === "contested")).toBe(true);
  expect(changed.length).toBeGreaterThan(1);
  const { data } = must(await passfort.readData(profileId));
  expect(tags.filter((key) => data[`note_${key}`] === key)).toEqual(changed);
});

test("a thousand creates at once all succeed, each once, for a caller that waits as a 429 says", {
  timeout: 120_000,
}, async () => {
  const account = await simulatedAccount({ indexDelayMs: 0 });
  const limits = { account: "demo", createProfile: { perHour: 10_000, burst: 100 } };
  await account.change({ limits });
  const client = account.client({ connectionsMax: 50, timeoutMs: 60_000 });
  let waits = 0;

  // One wait for all that were told to wait, in the simulator's time: an hour of quota passes in a moment.
  let waiting: Promise<void> | undefined;
  const waitOnce = (ms: number) => {
    waiting ??= account.pass(ms).then(() => {
      waits += 1;
      waiting = undefined;
    });
    return waiting;
  };
  const create = async (number: number): Promise<string> => {
    for (;;) {
      const result = await client.createProfile({ entity: personOf(String(number)), productAlias: null });
      if (result.ok) return result.value.profileId;
      if (result.failure.kind !== "throttled") throw new Error(`not throttled but ${result.failure.kind}`);
      expect(result.failure.retryAfterMs).toBeGreaterThanOrEqual(1_000);
      // Longer than it takes for one, or the test would do little else than knock.
      await waitOnce(result.failure.retryAfterMs * 20);
    }
  };
  const ids = await Promise.all(Array.from({ length: 1_000 }, (_, number) => create(number)));
  expect(new Set(ids).size).toBe(1_000);
  expect(waits).toBeGreaterThan(0);
  expect(await account.state()).toMatchObject({ profiles: 1_000, duplicateCustomerRefs: [] });
});
