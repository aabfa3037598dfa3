import { expect, test } from "vitest";
import type { CallResult } from "../../../domain/failure.ts";
import type { PassfortClient } from "../../../passfort/client.ts";
import { rejectApplications } from "./steps/reject-applications.ts";
import { storeDocument } from "./steps/store-document.ts";
import { writeOutdated } from "./steps/write-outdated.ts";
import type { Trial } from "./trial.ts";

/** What a real account could do although the simulator never does: the findings that matter most before going live. */
const answered = async <T>(value: T): Promise<CallResult<T>> => ({ ok: true, value, durationMs: 1 });

function trialWith(passfort: Partial<PassfortClient>, more: Partial<Trial> = {}): Trial {
  const db = { smokeProfile: { updateMany: async () => ({ count: 1 }) } };
  return { passfort, ctx: { db }, runId: "run", made: ["p-1"], individualId: "p-1", ...more } as unknown as Trial;
}

const version = { data: { entity_type: "INDIVIDUAL" }, etag: 'W/"1.1"' };

test("an account that takes a write with an outdated ETag is found out, and the sentence says what it endangers", async () => {
  const replaceData = () => answered({ kind: "replaced" as const, ...version });
  expect(await writeOutdated(trialWith({ replaceData }, { outdated: version }))).toEqual({
    result: "differs",
    finding: expect.stringContaining("overwritten unseen"),
  });
});

test("a document that does not change the ETag is found out: a later write could drop it", async () => {
  const withDocument = { ...version, data: { ...version.data, documents: [{ id: "d-1" }] } };
  const readings = [version, withDocument];
  const passfort = {
    readData: () => answered(readings.shift() ?? withDocument),
    uploadDocumentImage: () => answered({ imageId: "i-1" }),
    addDocument: () => answered({ documentId: "d-1" }),
  };
  expect(await storeDocument(trialWith(passfort))).toMatchObject({ result: "differs" });
});

test("an application in a status nobody knows is left alone, and said to be still open", async () => {
  const decided: string[] = [];
  const application = {
    id: "a-1",
    status: "ON_HOLD",
    productAlias: null,
    associatedRole: null,
    flag: null,
    blockers: [],
  };
  const passfort: Partial<PassfortClient> = {
    listApplications: () => answered([application]),
    decide: (_, applicationId) => {
      decided.push(applicationId);
      return answered(application);
    },
  };
  expect(await rejectApplications(trialWith(passfort))).toEqual({
    result: "differs",
    finding: expect.stringContaining("ON_HOLD"),
  });
  expect(decided).toEqual([]);
});

test("an application that approves itself between the look and the decision is looked at again and cancelled", async () => {
  const application = (status: string) => ({
    id: "a-1",
    status,
    productAlias: null,
    associatedRole: null,
    flag: null,
    blockers: [],
  });
  let status = "APPLIED";
  const passfort: Partial<PassfortClient> = {
    async listApplications() {
      const seen = application(status);
      if (status === "APPLIED") status = "APPROVED";
      return answered([seen]);
    },
    async decide(_, __, to) {
      if (status === "APPROVED" && to === "REJECTED")
        return { ok: false, failure: { kind: "refused", code: "402", message: "no such move" }, durationMs: 1 };
      status = to;
      return answered(application(status));
    },
  };
  expect(await rejectApplications(trialWith(passfort))).toMatchObject({
    result: "proved",
    finding: expect.stringMatching(/^0 rejected, 1 cancelled/),
  });
});
