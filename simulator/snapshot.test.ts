import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { startSimulator } from "./start.ts";
import { individual, simulatorForTest } from "./test-client.ts";

async function emptyFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "simulator-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
}

test("a restart keeps profiles, tags and webhook settings, and takes up a decision that was under way", async () => {
  const file = join(await emptyFolder(), "kept", "snapshot.ndjson");
  const before = await simulatorForTest({}, file);
  const created = (await before.api("POST", "/profiles", individual("C-1"))).body;
  await before.api("POST", `/profiles/${created.id}/tags`, { name: "migrated" });
  const webhook = { account: "sim-demo-key", endpoint: "http://127.0.0.1:9/hook", enabled: true, secret: "kept" };
  await before.control("POST", "/settings", { webhook });
  const etag = (await before.api("GET", `/profiles/${created.id}/collected_data`)).headers.get("etag");
  await before.simulator.close();

  const after = await simulatorForTest({}, file);
  const read = (await after.api("GET", `/profiles/${created.id}`)).body;
  expect(read).toMatchObject({ collected_data: created.collected_data, tags: [{ name: "migrated" }] });
  expect((await after.api("GET", `/profiles/${created.id}/collected_data`)).headers.get("etag")).toBe(etag);
  expect((await after.api("GET", "/profiles?q=migrated")).body.count).toBe(1);
  expect((await after.control("GET", "/webhooks?account=demo")).body.accounts[0].endpoint).toBe(webhook.endpoint);
  await after.control("POST", "/settings", { advanceMs: 1500 });
  expect((await after.api("GET", `/profiles/${created.id}`)).body.applications[0].status).toBe("APPROVED");
});

test("nothing but the snapshot itself is left in its folder", async () => {
  const folder = await emptyFolder();
  const { api, simulator } = await simulatorForTest({}, join(folder, "snapshot.ndjson"));
  await api("POST", "/profiles", individual("C-1"));
  await simulator.close();
  expect(await readdir(folder)).toEqual(["snapshot.ndjson"]);
});

test("a snapshot that cannot be read is a sentence that names the file and the way out", async () => {
  const file = join(await emptyFolder(), "snapshot.ndjson");
  await writeFile(file, "not json\n");
  await expect(startSimulator({ snapshotFile: file })).rejects.toThrow(
    /line 1\); delete the file to start with an empty simulator/,
  );
});
