import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { startSimulator } from "../../../simulator/start.ts";
import { seal, unseal } from "../../seal.ts";
import { storeWebhook } from "../../stages/receive/command/store-webhook.ts";
import { launchChunk } from "../../stages/send/command/launch-chunk.ts";
import { must, openWorld, type World } from "../../test-world.ts";
import { addConnection } from "./command/add-connection.ts";
import { changeAddress } from "./command/change-address.ts";
import { endFormerSecret, sweepFormerSecrets } from "./command/end-former-secret.ts";
import { introduceKey } from "./command/introduce-key.ts";
import { removeConnection } from "./command/remove-connection.ts";
import { renameConnection } from "./command/rename-connection.ts";
import { replaceKey } from "./command/replace-key.ts";
import { replaceWebhookSecret } from "./command/replace-webhook-secret.ts";
import { tryConnection } from "./command/try-connection.ts";
import { listConnections } from "./query.ts";

let world: World;
/** Reached as if it were a demo or production account: the panel's own simulator lies elsewhere. */
let account: Awaited<ReturnType<typeof startSimulator>>;
const demoKey = "sim-demo-key";
const liveKey = "sim-live-key";
/** A second key of the demo account: the simulator has one for each, so this one is turned into that. */
const secondDemoKey = "another-key-of-the-demo-account";

beforeAll(async () => {
  world = await openWorld();
  account = await startSimulator();
});
beforeEach(async () => {
  await world.ctx.db.smokeRun.deleteMany();
  await world.ctx.db.webhookEvent.deleteMany();
  await world.ctx.db.connection.deleteMany({ where: { id: { not: world.connection.id } } });
  await world.ctx.db.connection.update({
    where: { id: world.connection.id },
    data: { apiKeySealed: sealed("another-simulator-key"), institutionName: null, apiKeyDigest: null },
  });
});
afterAll(async () => {
  await account.close();
  await world.close();
});

const sealed = (text: string) => seal(text, world.ctx.env.CAUSEWAY_SECRET);
/** https is asked for by the doors; the account behind it is reached without it. */
const admin = () => ({
  ...world.admin,
  passfort: (connection: Parameters<World["ctx"]["passfort"]>[0]) =>
    world.ctx.passfort({
      ...connection,
      baseUrl: account.url,
      apiKey: connection.apiKey === secondDemoKey ? demoKey : connection.apiKey,
    }),
});
const demo = {
  name: "Demo",
  environment: "demo" as const,
  baseUrl: "https://api.passfort.com/4.0",
  apiKey: demoKey,
  webhookSecret: "a-webhook-secret",
};
const production = { ...demo, name: "Production", environment: "production" as const, apiKey: liveKey };
const add = async (body: Parameters<typeof addConnection>[1]) => must(await addConnection(admin(), body)).connectionId;
const row = (id: string) => world.ctx.db.connection.findUniqueOrThrow({ where: { id } });

test("a key is asked whose it is, and nothing is kept by asking", async () => {
  const before = await world.ctx.db.connection.count();
  const { environment, baseUrl, apiKey } = demo;
  const seen = must(await introduceKey(admin(), { environment, baseUrl, apiKey }));
  expect(seen.sentence).toBe("Passfort answers as “Riverbank Finance (demo)” with the key “Migration key (demo)”.");
  expect(await world.ctx.db.connection.count()).toBe(before);
});

test("neither key nor secret ever comes back, sealed or not", async () => {
  const id = await add(demo);
  const told = JSON.stringify(must(await listConnections(world.ctx)));
  const { apiKeySealed, apiKeyDigest, webhookSecretSealed } = await row(id);
  for (const secret of [demo.apiKey, demo.webhookSecret, apiKeySealed, apiKeyDigest ?? "", webhookSecretSealed])
    expect(told).not.toContain(secret);
  expect(JSON.stringify(await row(id))).not.toContain(demo.apiKey);
  expect(told).toContain("apiKeySetAt");
});

test("the key of a production connection is refused in a demo connection", async () => {
  await add(production);
  for (const act of [
    addConnection(admin(), { ...demo, apiKey: liveKey }),
    introduceKey(admin(), { ...demo, apiKey: liveKey }),
  ])
    expect(await act).toMatchObject({
      refusal: { sentence: expect.stringContaining("the key of the production connection “Production”") },
    });
});

test("another key of the production account is refused in a demo connection, by its institution", async () => {
  const id = await add(production);
  // Of the same account, as whoami says, but a key the panel has not seen.
  await world.ctx.db.connection.update({
    where: { id },
    data: { apiKeySealed: sealed("an-older-key"), apiKeyDigest: null },
  });
  expect(await addConnection(admin(), { ...demo, apiKey: liveKey })).toMatchObject({
    refusal: { sentence: expect.stringContaining("so it does on the production connection “Production”") },
  });
});

test("a demo key is refused in a production connection, too", async () => {
  await add(demo);
  expect(await addConnection(admin(), { ...production, apiKey: demoKey })).toMatchObject({
    refusal: { sentence: expect.stringContaining("the key of the demo connection “Demo”") },
  });
});

test("a connection that was seeded with a production key is found out by its test", async () => {
  await add(production);
  const seeded = await world.ctx.db.connection.create({
    data: {
      name: "Seeded",
      environment: "demo",
      baseUrl: demo.baseUrl,
      apiKeySealed: sealed(liveKey),
      webhookSecretSealed: sealed("x"),
    },
  });
  expect(must(await tryConnection(admin(), seeded.id))).toMatchObject({ ok: false, institutionName: null });
  expect((await row(seeded.id)).testedAt).toBeNull();
});

test("no chunk leaves by a connection whose key opens the production account", async () => {
  await world.ctx.db.connection.update({
    where: { id: world.connection.id },
    data: { apiKeySealed: sealed(demoKey), institutionName: null },
  });
  await world.addClients(["P-1", "P-2"]);
  const chunkId = await world.approved(2);
  const live = await world.ctx.db.connection.create({
    data: {
      name: "Live",
      environment: "production",
      baseUrl: demo.baseUrl,
      apiKeySealed: sealed("some live key"),
      webhookSecretSealed: sealed("x"),
      institutionName: "Riverbank Finance (demo)",
    },
  });
  expect(await launchChunk(world.operator, chunkId, 2)).toMatchObject({
    refusal: { kind: "not_met", sentence: expect.stringMatching(/“Live”.*Nothing was sent\.$/) },
  });
  await world.ctx.db.connection.delete({ where: { id: live.id } });
  must(await launchChunk(world.operator, chunkId, 2));
});

test("two people who add the same key at once make one connection", async () => {
  const added = await Promise.all(["One", "Two"].map((name) => addConnection(admin(), { ...demo, name })));
  expect(added.filter(({ ok }) => ok)).toHaveLength(1);
});

test("a demo or production key that does not say whose it is is not kept", async () => {
  const before = await world.ctx.db.connection.count();
  expect(await addConnection(admin(), { ...demo, apiKey: "nobody's" })).toMatchObject({
    refusal: { fields: { apiKey: expect.stringContaining("not accepted") } },
  });
  const unreachable = {
    ...world.admin,
    passfort: (each: Parameters<World["ctx"]["passfort"]>[0]) =>
      world.ctx.passfort({ ...each, baseUrl: "http://127.0.0.1:9/4.0" }),
  };
  expect(await addConnection(unreachable, demo)).toMatchObject({ refusal: { kind: "not_met" } });
  expect(await world.ctx.db.connection.count()).toBe(before);
});

test("an account that is another one by the time it is added is looked at again", async () => {
  expect(await addConnection(admin(), { ...demo, seenInstitution: "Somebody Else" })).toMatchObject({
    refusal: { kind: "changed_meanwhile" },
  });
});

test("a key is replaced by another of the same account, and by none of another account", async () => {
  const id = await add(demo);
  const before = await row(id);
  world.pass(3600);
  expect(await replaceKey(admin(), id, liveKey)).toMatchObject({
    refusal: { fields: { apiKey: expect.stringContaining("the account of “Riverbank Finance (demo)”") } },
  });
  expect(await row(id)).toEqual(before);
  must(await replaceKey(admin(), id, secondDemoKey));
  const after = await row(id);
  expect(unseal(after.apiKeySealed, world.ctx.env.CAUSEWAY_SECRET)).toBe(secondDemoKey);
  expect(after.apiKeySetAt.getTime() - before.apiKeySetAt.getTime()).toBe(3_600_000);
  world.pass(3600);
  must(await replaceKey(admin(), id, secondDemoKey));
  expect(await row(id)).toEqual(after);
});

test("after the panel's secret was lost, a key can be entered again", async () => {
  const id = await add(demo);
  const strange = seal(demoKey, "a secret that is gone, and 32 characters long");
  await world.ctx.db.connection.update({
    where: { id },
    data: { apiKeySealed: strange, webhookSecretSealed: strange },
  });
  expect(must(await tryConnection(admin(), id))).toMatchObject({
    ok: false,
    sentence: expect.stringContaining("cannot be opened"),
  });
  must(await replaceKey(admin(), id, demoKey));
  must(await replaceWebhookSecret(admin(), id, "a-new-webhook-secret"));
  expect(must(await tryConnection(admin(), id)).ok).toBe(true);
  // The one that cannot be opened is no former secret: every webhook would break on it.
  expect((await row(id)).formerSecretSealed).toBeNull();
});

test("the address changes only to a place where the same account answers", async () => {
  const id = await add(demo);
  expect(await changeAddress(admin(), id, "http://api.passfort.com/4.0")).toMatchObject({
    refusal: { fields: { baseUrl: expect.stringContaining("https://") } },
  });
  must(await changeAddress(admin(), id, "https://api.eu.maxsight.com/4.0/"));
  expect((await row(id)).baseUrl).toBe("https://api.eu.maxsight.com/4.0");
  await world.ctx.db.connection.update({ where: { id }, data: { institutionName: "Riverbank Savings" } });
  expect(await changeAddress(admin(), id, demo.baseUrl)).toMatchObject({ ok: false });
  expect((await row(id)).baseUrl).toBe("https://api.eu.maxsight.com/4.0");
});

test("a name is taken once", async () => {
  const id = await add(demo);
  must(await renameConnection(admin(), id, "Passfort demo"));
  must(await renameConnection(admin(), id, "Passfort demo"));
  expect(await renameConnection(admin(), world.connection.id, "Passfort demo")).toMatchObject({
    refusal: { kind: "not_met" },
  });
  expect(await addConnection(admin(), { ...production, name: "Passfort demo" })).toMatchObject({
    refusal: { kind: "not_met" },
  });
});

/** How a webhook with this secret is answered. */
const knock = (id: string, secret: string) =>
  storeWebhook(world.ctx, id, {
    body: JSON.stringify({ id: crypto.randomUUID(), event: "TASK_CREATED", secret, data: {} }),
    authorization: `Bearer ${secret}`,
  });

test("during a change of the webhook secret both are taken, for one day", async () => {
  const id = await add(demo);
  must(await replaceWebhookSecret(admin(), id, "the-next-secret"));
  expect(await knock(id, demo.webhookSecret)).toBe("stored");
  expect(await knock(id, "the-next-secret")).toBe("stored");
  expect(await knock(id, "neither-of-the-two")).toBe("forged");
  world.pass(24 * 3600);
  expect(await knock(id, demo.webhookSecret)).toBe("forged");
  expect(await knock(id, "the-next-secret")).toBe("stored");
  await sweepFormerSecrets(world.ctx);
  expect(await row(id)).toMatchObject({ formerSecretSealed: null, formerSecretUntil: null });
});

test("a person may end the former secret at once, and doing it twice changes nothing", async () => {
  const id = await add(demo);
  must(await replaceWebhookSecret(admin(), id, "the-next-secret"));
  must(await endFormerSecret(admin(), id));
  must(await endFormerSecret(admin(), id));
  expect(await knock(id, demo.webhookSecret)).toBe("forged");
  expect(await knock(id, "the-next-secret")).toBe("stored");
});

test("a second change does not push out the secret that Passfort may still use", async () => {
  const id = await add(demo);
  must(await replaceWebhookSecret(admin(), id, "the-next-secret"));
  must(await replaceWebhookSecret(admin(), id, "the-next-secret"));
  expect(await replaceWebhookSecret(admin(), id, "the-one-after-it")).toMatchObject({ refusal: { kind: "not_now" } });
  expect(await knock(id, demo.webhookSecret)).toBe("stored");
  const { webhookSecretSealed } = await row(id);
  expect(unseal(webhookSecretSealed, world.ctx.env.CAUSEWAY_SECRET)).toBe("the-next-secret");
});

test("a connection that nothing hangs on is removed, with the webhooks that were nobody's", async () => {
  const id = await add(demo);
  await knock(id, demo.webhookSecret);
  must(await removeConnection(admin(), id));
  expect(await world.ctx.db.connection.count({ where: { id } })).toBe(0);
  expect(await removeConnection(admin(), id)).toMatchObject({ refusal: { kind: "not_found" } });
});

test("a connection that a plan or a chunk uses is not removed, and the sentence says which", async () => {
  const id = await add(demo);
  const migration = await world.ctx.db.migration.create({
    data: { name: "Retail book", sourceSystem: "Legacy", createdById: "olivia" },
  });
  await world.ctx.db.plan.create({
    data: { migrationId: migration.id, connectionId: id, track: "full_onboarding", tags: [], changedById: "olivia" },
  });
  expect(await removeConnection(admin(), id)).toMatchObject({
    refusal: { kind: "not_met", sentence: expect.stringContaining("“Retail book”") },
  });
  await world.ctx.db.plan.delete({ where: { migrationId: migration.id } });
  await world.ctx.db.smokeRun.create({ data: { connectionId: id, startedById: "ada" } });
  expect(await removeConnection(admin(), id)).toMatchObject({
    refusal: { sentence: expect.stringContaining("smoke run") },
  });
});
