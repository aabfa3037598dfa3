import { afterAll, beforeAll, expect, test } from "vitest";
import { withOperator } from "../../../context.ts";
import { lockFile } from "../../../store/lock-file.ts";
import { must, openWorld, type World } from "../../../test-world.ts";
import { discardChunk } from "../../plan/command/discard-chunk.ts";
import { draftChunk } from "../../plan/command/draft-chunk.ts";
import { savePlan } from "../../plan/command/save-plan.ts";
import { acknowledgeCause } from "../../validate/command/acknowledge-cause.ts";
import { excludeRecords, undoExclusion } from "../../validate/command/exclusions.ts";
import { approveChunk, refuseChunk } from "./approve-chunk.ts";
import { submitChunk, takeBackChunk } from "./submit-chunk.ts";

let world: World;
let references = 0;
beforeAll(async () => {
  world = await openWorld();
  must(await savePlan(world.operator, world.migration.id, world.plan));
});
afterAll(() => world.close());

async function submitted(): Promise<{ chunkId: string; fingerprint: string; reference: string }> {
  references += 1;
  const reference = `M-${references}`;
  await world.addClients([reference]);
  const { chunkId } = must(
    await draftChunk(world.operator, world.migration.id, { kind: "pilot", clients: 1, processes: 1 }),
  );
  must(await submitChunk(world.operator, chunkId));
  const { fingerprint } = await world.ctx.db.chunk.findUniqueOrThrow({ where: { id: chunkId } });
  return { chunkId, fingerprint, reference };
}

test("a chunk with warnings goes to a second person once they are acknowledged, and again not when they have grown since", async () => {
  const { id: migrationId } = world.migration;
  const warn = async (reference: string) => {
    await world.addClients([reference]);
    const record = await world.ctx.db.record.findFirstOrThrow({ where: { reference } });
    const { fileId, id: recordId, rowNumber } = record;
    await world.ctx.db.issue.create({
      data: { migrationId, fileId, recordId, rowNumber, code: "record.likely_duplicate", severity: "warning" },
    });
    return { code: "record.likely_duplicate", field: "", fileId, role: "client" } as const;
  };
  const cause = await warn("W-1");
  const draft = { kind: "pilot", clients: 1, processes: 1 } as const;
  const { chunkId } = must(await draftChunk(world.operator, migrationId, draft));
  const refusal = {
    ok: false,
    refusal: { kind: "not_met", sentence: expect.stringContaining("“Same name and date of birth") },
  };
  expect(await submitChunk(world.operator, chunkId)).toMatchObject(refusal);
  const said = { cause, count: 1, reason: "agreed with compliance" };
  must(await acknowledgeCause(world.operator, migrationId, said));
  await warn("W-2");
  expect(await submitChunk(world.operator, chunkId)).toMatchObject(refusal);
  expect(await acknowledgeCause(world.operator, migrationId, said)).toMatchObject({
    ok: false,
    refusal: { kind: "changed_meanwhile" },
  });
  must(await acknowledgeCause(world.operator, migrationId, { ...said, count: 2 }));
  must(await submitChunk(world.operator, chunkId));
  must(await takeBackChunk(world.operator, chunkId));
  must(await discardChunk(world.operator, chunkId));
  await world.ctx.db.record.updateMany({ where: { reference: { startsWith: "W-" } }, data: { readiness: "invalid" } });
});

test("an address too thin holds a client back on full onboarding, and lets it go on limited compliance unasked", async () => {
  const { id: migrationId } = world.migration;
  await world.addClients(["T-1", "T-2"]);
  const record = await world.ctx.db.record.findFirstOrThrow({ where: { reference: "T-1" } });
  const { fileId, id: recordId, rowNumber } = record;
  const thin = { code: "record.full_address_incomplete", severity: "warning" } as const;
  await world.ctx.db.issue.create({ data: { migrationId, fileId, recordId, rowNumber, ...thin } });
  const draft = { kind: "pilot", clients: 2, processes: 1 } as const;
  expect(await draftChunk(world.operator, migrationId, draft)).toMatchObject({
    ok: false,
    refusal: { kind: "not_met", sentence: expect.stringContaining("1 more are ready, but not for full onboarding") },
  });
  const cause = { code: thin.code, field: "", fileId, role: "client" } as const;
  expect(await acknowledgeCause(world.operator, migrationId, { cause, count: 1, reason: "never mind" })).toMatchObject({
    ok: false,
    refusal: { kind: "invalid_input" },
  });
  const limited = { ...world.plan, track: "limited_compliance", limitedMethod: "separate_product" } as const;
  must(await savePlan(world.operator, migrationId, limited));
  const { chunkId } = must(await draftChunk(world.operator, migrationId, draft));
  must(await submitChunk(world.operator, chunkId));
  // The plan goes back to full onboarding: the chunk is a draft again, and what it may not take is told before a second person looks.
  must(await savePlan(world.operator, migrationId, world.plan));
  expect(await submitChunk(world.operator, chunkId)).toMatchObject({
    ok: false,
    refusal: {
      kind: "not_met",
      sentence: expect.stringContaining("1 of its 2 clients is not ready for full onboarding"),
    },
  });
  must(await discardChunk(world.operator, chunkId));
  await world.ctx.db.record.updateMany({ where: { reference: { startsWith: "T-" } }, data: { readiness: "invalid" } });
});

test("nobody is submitted while corrected clients are still being checked again", async () => {
  const { id: migrationId } = world.migration;
  await world.addClients(["F-1"]);
  const { chunkId } = must(await draftChunk(world.operator, migrationId, { kind: "pilot", clients: 1, processes: 1 }));
  const { id: fileId } = await world.ctx.db.sourceFile.findFirstOrThrow({ where: { migrationId } });
  const fix = await world.ctx.db.fix.create({
    data: {
      migrationId,
      fileId,
      fields: ["familyName"],
      records: 2_000,
      rechecked: 1_000,
      reason: "asked",
      byId: "nobody",
    },
  });
  expect(await submitChunk(world.operator, chunkId)).toMatchObject({
    ok: false,
    refusal: { kind: "not_now", sentence: expect.stringContaining("1,000 of 2,000") },
  });
  await world.ctx.db.fix.update({ where: { id: fix.id }, data: { rechecked: 2_000 } });
  // Somebody stores a correction at the same moment.
  const between = await world.ctx.db.$transaction(async (tx) => {
    expect(await lockFile(tx, fileId, 0)).toBe(true);
    return submitChunk(world.operator, chunkId);
  });
  expect(between).toMatchObject({ ok: false, refusal: { kind: "not_now" } });
  must(await submitChunk(world.operator, chunkId));
  must(await takeBackChunk(world.operator, chunkId));
  must(await discardChunk(world.operator, chunkId));
  await world.ctx.db.record.updateMany({ where: { reference: "F-1" }, data: { readiness: "invalid" } });
});

test("an error is never let go by acknowledging it", async () => {
  const cause = { code: "field.required", field: "familyName", fileId: world.migration.id, role: "client" } as const;
  expect(
    await acknowledgeCause(world.operator, world.migration.id, { cause, count: 1, reason: "never mind" }),
  ).toMatchObject({
    ok: false,
    refusal: { kind: "invalid_input" },
  });
});

test("nobody approves what they made, not as an admin and not after having been made an approver since", async () => {
  const { chunkId, fingerprint } = await submitted();
  const promoted = withOperator(world.ctx, { ...world.operator.operator, role: "approver" });
  for (const person of [world.operator, world.admin, promoted]) {
    expect(await approveChunk(person, chunkId, { fingerprint, comment: "" })).toMatchObject({
      ok: false,
      refusal: { kind: "not_permitted" },
    });
  }
  expect(await world.statusOf(chunkId)).toBe("submitted");
  expect(await approveChunk(world.approver, chunkId, { fingerprint, comment: "looked at five" })).toMatchObject({
    ok: true,
  });
  expect(await world.ctx.db.chunk.findUniqueOrThrow({ where: { id: chunkId } })).toMatchObject({
    status: "approved",
    approvedById: "amir",
    approvedFingerprint: fingerprint,
    approvalComment: "looked at five",
  });
});

test("whoever chose how a file of the book is read does not approve what came of it", async () => {
  const { chunkId, fingerprint } = await submitted();
  const second = { id: "choosy", name: "Chloe Chooser", email: "chloe@causeway.example", role: "approver" as const };
  await world.ctx.db.user.create({ data: second });
  const file = await world.ctx.db.sourceFile.findFirstOrThrow({ where: { migrationId: world.migration.id } });
  const act = { byId: second.id, byName: second.name, subjectId: file.id, action: "PUT /api/files/:fileId/form" };
  const approve = () => approveChunk(withOperator(world.ctx, second), chunkId, { fingerprint, comment: "" });

  await world.ctx.db.auditEntry.create({ data: { ...act, outcome: "done" } });
  expect(await approve()).toMatchObject({ ok: false, refusal: { kind: "not_permitted" } });
  expect(await world.statusOf(chunkId)).toBe("submitted");
});

test("nobody approves clients that they corrected, whose correction they took back, or whose warnings they let go", async () => {
  const { chunkId, fingerprint } = await submitted();
  const { id: migrationId } = world.migration;
  const { db } = world.ctx;
  const { id: fileId } = await db.sourceFile.findFirstOrThrow({ where: { migrationId } });
  const fix = {
    migrationId,
    fileId,
    fields: ["familyName"],
    records: 1,
    rechecked: 1,
    reason: "asked",
    byId: "somebody",
  };
  const acts: Record<string, (byId: string) => Promise<unknown>> = {
    corrector: (byId) => db.fix.create({ data: { ...fix, byId } }),
    undoer: (byId) => db.fix.create({ data: { ...fix, undoneById: byId, undoneAt: new Date() } }),
    acknowledger: (byId) =>
      db.acknowledgement.create({
        data: {
          migrationId,
          fileId,
          code: "field.phone",
          field: "phone",
          role: "client",
          count: 1,
          reason: "known",
          byId,
        },
      }),
  };
  for (const [id, act] of Object.entries(acts)) {
    const person = { id, name: id, email: `${id}@causeway.example`, role: "approver" as const };
    await db.user.create({ data: person });
    await act(id);
    expect(await approveChunk(withOperator(world.ctx, person), chunkId, { fingerprint, comment: "" })).toMatchObject({
      ok: false,
      refusal: { kind: "not_permitted" },
    });
  }
  expect(await world.statusOf(chunkId)).toBe("submitted");
});

test("an approval is of what the approver looked at", async () => {
  const { chunkId } = await submitted();
  expect(await approveChunk(world.approver, chunkId, { fingerprint: "another", comment: "" })).toMatchObject({
    ok: false,
    refusal: { kind: "changed_meanwhile" },
  });
  expect(await world.statusOf(chunkId)).toBe("submitted");
});

test("data that changed after submission makes the chunk a draft again instead of approved", async () => {
  const { chunkId, fingerprint, reference } = await submitted();
  await world.ctx.db.record.updateMany({
    where: { reference },
    data: { data: JSON.stringify({ entityType: "individual", reference }) },
  });
  expect(await approveChunk(world.approver, chunkId, { fingerprint, comment: "" })).toMatchObject({
    ok: false,
    refusal: { kind: "changed_meanwhile" },
  });
  expect(await world.statusOf(chunkId)).toBe("draft");
});

test("changing the plan takes submitted and approved chunks back; saving the same plan takes back nothing", async () => {
  const one = await submitted();
  const two = await submitted();
  must(await approveChunk(world.approver, two.chunkId, { fingerprint: two.fingerprint, comment: "" }));
  const before = must(await savePlan(world.operator, world.migration.id, world.plan));
  expect(await world.statusOf(two.chunkId)).toBe("approved");

  const after = must(
    await savePlan(world.operator, world.migration.id, { ...world.plan, tags: ["migrated", `again ${Date.now()}`] }),
  );
  expect(after.version).toBe(before.version + 1);
  for (const { chunkId, fingerprint } of [one, two]) {
    expect(await world.ctx.db.chunk.findUniqueOrThrow({ where: { id: chunkId } })).toMatchObject({
      status: "draft",
      approvedFingerprint: null,
      fingerprint: expect.not.stringMatching(fingerprint),
    });
  }
});

test("submitting, taking back, approving, refusing and discarding twice changes nothing the second time", async () => {
  const { chunkId, fingerprint } = await submitted();
  const acts = [
    () => submitChunk(world.operator, chunkId),
    () => takeBackChunk(world.operator, chunkId),
    () => submitChunk(world.operator, chunkId),
    () => refuseChunk(world.approver, chunkId, "wrong product"),
    () => submitChunk(world.operator, chunkId),
    () => approveChunk(world.approver, chunkId, { fingerprint, comment: "" }),
  ];
  for (const act of acts) {
    must(await act());
    const once = await world.ctx.db.transition.count({ where: { subjectId: chunkId } });
    must(await act());
    expect(await world.ctx.db.transition.count({ where: { subjectId: chunkId } })).toBe(once);
  }
});

test("a chunk takes no client that another one holds, and says how many there are when too many are asked for", async () => {
  references += 1;
  await world.addClients([`M-${references}`]);
  const { chunkId } = must(
    await draftChunk(world.operator, world.migration.id, { kind: "ramp", clients: 1, processes: 1 }),
  );
  expect(
    await draftChunk(world.operator, world.migration.id, { kind: "ramp", clients: 1, processes: 1 }),
  ).toMatchObject({ ok: false, refusal: { kind: "not_met", sentence: expect.stringContaining("0 are ready") } });
  must(await discardChunk(world.operator, chunkId));
  must(await discardChunk(world.operator, chunkId));
  expect(
    await draftChunk(world.operator, world.migration.id, { kind: "ramp", clients: 1, processes: 1 }),
  ).toMatchObject({ ok: true });
});

test("whoever took back in what another had left out does not approve the chunk", async () => {
  const { chunkId, fingerprint, reference } = await submitted();
  must(await takeBackChunk(world.operator, chunkId));
  const { id } = await world.ctx.db.record.findFirstOrThrow({ where: { reference } });
  must(await excludeRecords(world.operator, world.migration.id, { recordIds: [id], reason: "closed" }));
  const { id: exclusionId } = await world.ctx.db.exclusion.findFirstOrThrow({ orderBy: { at: "desc" } });
  // Once an operator, an approver now.
  must(await undoExclusion(world.approver, exclusionId));
  must(await submitChunk(world.operator, chunkId));
  expect(await approveChunk(world.approver, chunkId, { fingerprint, comment: "" })).toMatchObject({
    ok: false,
    refusal: { kind: "not_permitted" },
  });
});
