import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { triesMax } from "../../../domain/delivery.ts";
import type { CallResult } from "../../../domain/failure.ts";
import type { RemoteApplication } from "../../../passfort/remote-profile.ts";
import { countCorrectable } from "../../../store/available-records.ts";
import { must, openWorld, type World } from "../../../test-world.ts";
import { deliver } from "./deliver.ts";
import { launchChunk } from "./launch-chunk.ts";
import { sendGaps } from "./send-gaps.ts";
import { sweepDeliveries } from "./sweep.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
  await world.control("/settings", { indexDelayMs: 0 });
});
afterAll(() => world.close());
afterEach(async () => {
  await world.calm();
});

type Data = Record<string, unknown>;
type Edited = { outcome: string; etag: string; collected_data: Data };

/** A person changes the client's data in Passfort's portal. */
async function edit(profileId: string, change: (data: Data) => Data): Promise<void> {
  const save = (collected_data: unknown, if_match: string) =>
    world.control<Edited>(`/profiles/${profileId}/collected_data`, { collected_data, if_match });
  // An edit of a version that never was changes nothing and tells what stands there.
  const { collected_data, etag } = await save({}, "none");
  expect((await save(change(collected_data), etag)).outcome).toBe("stored");
}

type Client = ReturnType<typeof world.ctx.passfort>;

/** Runs the one job there is with a client of Passfort that does something else. */
async function runWith(change: (client: Client) => Partial<Client>): Promise<string> {
  const [job] = world.jobs.splice(0);
  if (!job) throw new Error("no job");
  const ctx = {
    ...world.ctx,
    passfort: (...place: Parameters<typeof world.ctx.passfort>) => {
      const client = world.ctx.passfort(...place);
      return { ...client, ...change(client) };
    },
  };
  return deliver(ctx, job.payload, world.hand);
}

/** Just before the last step somebody changes the client in the portal. */
const editedBefore = (change: (data: Data) => Data) => (client: Client) => ({
  readBack: async (...[profileId, entity]: Parameters<Client["readBack"]>) => {
    await edit(profileId, change);
    return client.readBack(profileId, entity);
  },
});

const readBackOf = async (reference: string) =>
  (await world.deliveryOf(reference)).steps.find(({ kind }) => kind === "read_back");
const callsOf = async (operation: string) =>
  (await world.control<{ calls: { operation: string }[] }>("/calls?limit=2000")).calls.filter(
    (call) => call.operation === operation,
  ).length;
const bornLater = (data: Data) => ({
  ...data,
  personal_details: { ...(data.personal_details as Data), dob: "1999-12-31" },
});

test("a client that stands in Passfort as it was sent is created without a gap, after one reading", async () => {
  const before = await callsOf("get_profile");
  const chunkId = await world.launched(["B-1"]);
  expect(await world.runJobs()).toEqual(["created"]);
  const { steps, gaps } = await world.deliveryOf("B-1");
  expect(gaps).toBe(0);
  expect(steps.at(-1)).toMatchObject({ kind: "read_back", gapCode: null, remark: null });
  expect(steps.at(-1)?.doneAt).not.toBeNull();
  expect((await callsOf("get_profile")) - before).toBe(1);
  expect(await world.statusOf(chunkId)).toBe("finished");
});

test("a client that somebody changed meanwhile is created with a gap that names the field and holds no value", async () => {
  const chunkId = await world.launched(["B-2"]);
  expect(await runWith(editedBefore(bornLater))).toBe("created");
  expect(await world.deliveryOf("B-2")).toMatchObject({ status: "created", gaps: 1 });
  const step = await readBackOf("B-2");
  expect(step).toMatchObject({ gapCode: "differs", gapMessage: expect.stringContaining("Date of birth") });
  expect(step?.gapMessage).not.toMatch(/1999|1980|Given names|Family name|Address/);
  expect(await world.statusOf(chunkId)).toBe("finished");
  // There is nothing to correct by sending: a correction chunk would only read it.
  expect(await countCorrectable(world.ctx.db, world.migration.id, world.connection.id)).toBe(0);
});

test("sending the gaps again reads the client once more and writes nothing; what was put right is no gap any more", async () => {
  const { id, chunkId, profileId } = await world.deliveryOf("B-2");
  const calls = async () => [await callsOf("get_profile"), await callsOf("add_tag"), await callsOf("create_profile")];
  const [reads = 0, ...writes] = await calls();
  expect(must(await sendGaps(world.operator, chunkId, id))).toEqual({ requeued: 1 });
  expect(await world.runJobs()).toEqual(["created"]);
  expect(await calls()).toEqual([reads + 1, ...writes]);
  expect(await world.deliveryOf("B-2")).toMatchObject({ status: "created", gaps: 1 });

  await edit(profileId ?? "", (data) => ({
    ...data,
    personal_details: { ...(data.personal_details as Data), dob: "1980-02-03" },
  }));
  expect(must(await sendGaps(world.operator, chunkId, id))).toEqual({ requeued: 1 });
  expect(await world.runJobs()).toEqual(["created"]);
  expect(await world.deliveryOf("B-2")).toMatchObject({ status: "created", gaps: 0 });
  expect(await readBackOf("B-2")).toMatchObject({ gapCode: null, gapMessage: null });
});

test("a worker that dies while it reads leaves a client that is read again, and nothing is made twice", async () => {
  await world.launched(["B-3"]);
  const dying = (client: Client) => ({
    readBack: async (...given: Parameters<Client["readBack"]>) =>
      client.readBack(...given).then(() => Promise.reject(new Error("killed"))),
  });
  await expect(runWith(dying)).rejects.toThrow("killed");
  expect(await readBackOf("B-3")).toMatchObject({ doneAt: null });
  world.pass(30);
  await sweepDeliveries(world.ctx);
  await sweepDeliveries(world.ctx);
  expect(await world.runJobs()).toEqual(["created"]);
  const { gaps, attempts, steps } = await world.deliveryOf("B-3");
  expect(gaps).toBe(0);
  expect(attempts.filter(({ stepId }) => stepId === steps.at(-1)?.id).map(({ status }) => status)).toEqual([
    "uncertain",
    "accepted",
  ]);
  expect(await world.profilesOf("B-3")).toHaveLength(1);
});

test("a client over whose reading workers die again and again is created with that as its gap, which does not say that it is not in Passfort", async () => {
  await world.launched(["B-9"]);
  const dying = () => ({ readBack: () => Promise.reject(new Error("killed")) });
  await expect(runWith(dying)).rejects.toThrow("killed");
  await world.ctx.db.delivery.updateMany({ where: { reference: "B-9" }, data: { tries: triesMax } });
  world.pass(30);
  await sweepDeliveries(world.ctx);
  await sweepDeliveries(world.ctx);
  expect(await world.runJobs()).toEqual(["created"]);
  expect(await world.deliveryOf("B-9")).toMatchObject({ status: "created", gaps: 1 });
  expect(await readBackOf("B-9")).toMatchObject({
    gapCode: "never_answered",
    gapMessage: expect.stringMatching(/^It was sent, but reading it back/),
  });
});

test("a client whose reading does not come about is created all the same, with the reading as its gap", async () => {
  await world.launched(["B-4"]);
  const gone = () => ({
    readBack: async () => ({
      ok: false as const,
      durationMs: 1,
      failure: { kind: "refused" as const, code: "not_found", httpStatus: 404, message: "There is no such profile." },
    }),
  });
  expect(await runWith(gone)).toBe("created");
  expect(await world.deliveryOf("B-4")).toMatchObject({ status: "created", gaps: 1 });
  expect(await readBackOf("B-4")).toMatchObject({ gapCode: "not_found", doneAt: null });
});

test("an associate that stands in its company's lists no more when it is read back is told", async () => {
  await world.addFamily("B-5", [
    { ref: "P-1", list: "directors" },
    { ref: "P-2", list: "shareholders", percentage: 50 },
  ]);
  await world.ctx.db.record.updateMany({
    where: { role: "client", reference: { not: "B-5" }, members: { none: { deliveries: { some: {} } } } },
    data: { readiness: "excluded" },
  });
  const chunkId = await world.approved(1);
  must(await launchChunk(world.operator, chunkId, 1));
  const withoutOfficers = ({ officers: _officers, ...data }: Data) => data;
  expect(await runWith(editedBefore(withoutOfficers))).toBe("created");
  expect(await readBackOf("B-5")).toMatchObject({
    gapCode: "differs",
    gapMessage: expect.stringContaining("One place of its associates"),
  });
});

/** The answer, with one application more than Passfort has. */
function withAnother<T extends { applications: RemoteApplication[] }>(call: CallResult<T>): CallResult<T> {
  if (!call.ok) return call;
  const another = {
    id: "another",
    status: "APPLIED",
    productAlias: "x",
    associatedRole: null,
    flag: null,
    blockers: [],
  };
  return { ...call, value: { ...call.value, applications: [...call.value.applications, another] } };
}

test("another application that creating the client told of is not told twice", async () => {
  await world.launched(["B-6"]);
  const surprised = (client: Client): Partial<Client> => ({
    createProfile: async (input) => withAnother(await client.createProfile(input)),
    readBack: async (...given) => withAnother(await client.readBack(...given)),
  });
  expect(await runWith(surprised)).toBe("created");
  const { steps } = await world.deliveryOf("B-6");
  expect(steps.flatMap(({ kind, gapCode }) => (gapCode ? [`${kind} ${gapCode}`] : []))).toEqual([
    "create_profile applied_by_itself",
  ]);
});

test("an application that came after the client was created is told by the reading", async () => {
  await world.launched(["B-7"]);
  const later = (client: Client): Partial<Client> => ({
    readBack: async (...given) => withAnother(await client.readBack(...given)),
  });
  expect(await runWith(later)).toBe("created");
  expect(await readBackOf("B-7")).toMatchObject({ gapMessage: expect.stringContaining("another application") });
});

test("an application to the product of the plan that is there no more is told by the reading, also where Passfort names no alias", async () => {
  await world.launched(["B-10"]);
  const withdrawn = (client: Client): Partial<Client> => ({
    readBack: async (...given) => {
      const call = await client.readBack(...given);
      return call.ok ? { ...call, value: { ...call.value, applications: [] } } : call;
    },
  });
  expect(await runWith(withdrawn)).toBe("created");
  expect(await readBackOf("B-10")).toMatchObject({
    gapMessage: expect.stringContaining("no application for the product"),
  });

  await world.launched(["B-11"]);
  const withoutAliases = (client: Client): Partial<Client> => ({
    readBack: async (...given) => {
      const call = await client.readBack(...given);
      if (!call.ok) return call;
      const applications = call.value.applications.map((each) => ({ ...each, productAlias: null }));
      return { ...call, value: { ...call.value, applications } };
    },
  });
  expect(await runWith(withoutAliases)).toBe("created");
  expect(await world.deliveryOf("B-11")).toMatchObject({ gaps: 0 });
});

test("a client that was laid out before there was a reading gets it when its gaps are sent again, and not before", async () => {
  const chunkId = await world.launched(["B-8"]);
  await world.control("/faults", { rules: [{ operation: "add_tag", kind: "errors_in_200", code: 201, nth: 2 }] });
  expect(await world.runJobs()).toEqual(["created"]);
  const { id } = await world.deliveryOf("B-8");
  await world.ctx.db.attempt.deleteMany({ where: { step: { deliveryId: id, kind: "read_back" } } });
  await world.ctx.db.step.deleteMany({ where: { deliveryId: id, kind: "read_back" } });
  expect(await world.deliveryOf("B-8")).toMatchObject({ status: "created", gaps: 1 });

  await fetch(`${world.simulator.controlUrl}/faults`, { method: "DELETE" });
  expect(must(await sendGaps(world.operator, chunkId))).toEqual({ requeued: 1 });
  expect(await world.runJobs()).toEqual(["created"]);
  expect((await world.deliveryOf("B-8")).steps.at(-1)).toMatchObject({ kind: "read_back", gapCode: null });
  expect(await world.deliveryOf("B-8")).toMatchObject({ gaps: 0 });
});
