import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { startSimulator } from "./start.ts";
import { company, individual, PNG, simulatorForTest } from "./test-client.ts";

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

test("a restart keeps everything about a profile: what every call answers before, it answers after", async () => {
  const file = join(await emptyFolder(), "snapshot.ndjson");
  const before = await simulatorForTest({ settings: { checkDelayMs: 60_000 } }, file);
  const director = (await before.api("POST", "/profiles", { ...individual("A-1"), role: "INDIVIDUAL_ASSOCIATED" }))
    .body;
  const entry = { entity_type: "INDIVIDUAL", linked_profile: { id: director.id } };
  const firm = (await before.api("POST", "/profiles", company("C-1", "Ltd", { officers: { directors: [entry] } })))
    .body;
  const path = `/profiles/${director.id}`;
  const send = (part: string, body: unknown) => before.api("POST", `${path}/${part}`, body);
  const upload = (await send("files", { data: PNG })).body;
  await before.control("POST", "/settings", { advanceMs: 3_600_000 });
  const [task] = (await before.api("GET", `${path}/tasks`)).body;
  await send(`tasks/${task.id}/notes`, { text: "Seen", attachments: [{ id: upload.id }] });
  await send("document_images", { image_type: "FRONT", data: PNG });
  await send("events", { data: { event_type: "PEP_FLAG" } });
  await send("checks", { check_type: "PEPS_AND_SANCTIONS_SCREEN" });
  await send("collection_steps", [{ collection_type: "EMAIL" }]);
  await send("status", { status: "SUSPENDED" });
  const reads = [path, `${path}/audit-items`, `${path}/tasks/${task.id}/notes`, `${path}/files/${upload.id}`];
  const all = [...reads, `/profiles/${firm.id}`, `/profiles/${firm.id}/collected_data`, "/profiles", "/tags/search/a"];
  const answers = async ({ api }: typeof before) => {
    const bodies: unknown[] = [];
    for (const address of all) bodies.push((await api("GET", address)).body);
    return bodies;
  };
  const told = await answers(before);
  await before.simulator.close();

  const after = await simulatorForTest({}, file);
  expect(await answers(after)).toEqual(told);
  await after.api("POST", `${path}/collection_steps`, []);
  await after.control("POST", "/settings", { advanceMs: 60_000 });
  expect((await after.api("GET", `${path}/checks`)).body[0].state).toBe("COMPLETE");
});

test("a snapshot of an earlier version, without what did not exist then, can be read", async () => {
  const file = join(await emptyFolder(), "snapshot.ndjson");
  const before = await simulatorForTest({}, file);
  const { id } = (await before.api("POST", "/profiles", individual("C-1"))).body;
  await before.simulator.close();
  const lines = (await readFile(file, "utf8")).split("\n").filter((line) => line !== "" && !line.includes("skippedMs"));
  const older = lines.map((line) => {
    const { profile, ...rest } = JSON.parse(line);
    if (!profile) return line;
    const { events: _events, collectionSteps: _steps, ...kept } = profile;
    return JSON.stringify({ ...rest, profile: { ...kept, linkedTo: null } });
  });
  await writeFile(file, older.join("\n"));
  const after = await simulatorForTest({}, file);
  expect((await after.api("GET", `/profiles/${id}`)).body).toMatchObject({ events: [], linked_to: [] });
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
