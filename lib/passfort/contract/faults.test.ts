import { expect, test } from "vitest";
import { startSimulator } from "../../../simulator/start.ts";
import type { CallResult } from "../../domain/failure.ts";
import type { PassfortClient } from "../client.ts";
import { must, type SimulatedAccount, simulatedAccount } from "./test-account.ts";
import { personOf, picture } from "./test-people.ts";

type Calling = (client: PassfortClient, ids: Ids) => Promise<CallResult<unknown>>;
type Ids = Awaited<ReturnType<typeof somethingOfEach>>;

const entity = personOf("1");
const reads: Record<string, Calling> = {
  whoami: (client) => client.whoami(),
  readProfile: (client, { profileId }) => client.readProfile(profileId),
  readBack: (client, { profileId }) => client.readBack(profileId, entity),
  searchProfiles: (client) => client.searchProfiles("Ada"),
  listProfiles: (client) => client.listProfiles({ offset: 0, limit: 10 }),
  lookUp: (client) => client.lookUp(entity),
  readData: (client, { profileId }) => client.readData(profileId),
  changeData: (client, { profileId }) => client.changeData(profileId, (data) => data),
  readLinks: (client, { profileId }) => client.readLinks(profileId),
  listApplications: (client, { profileId }) => client.listApplications(profileId),
  readApplication: (client, { profileId, applicationId }) => client.readApplication(profileId, applicationId),
  listTasks: (client, { profileId }) => client.listTasks(profileId),
  listNotes: (client, { profileId, taskId }) => client.listNotes(profileId, taskId),
  readCheck: (client, { profileId, checkId }) => client.readCheck(profileId, checkId),
  listChecks: (client, { profileId }) => client.listChecks(profileId),
  searchTags: (client) => client.searchTags("migrated"),
  listAuditItems: (client, { profileId }) => client.listAuditItems(profileId),
};
const writes: Record<string, Calling> = {
  createProfile: (client) => client.createProfile({ entity, productAlias: null }),
  createAssociate: (client) => client.createAssociate({ entity }),
  replaceData: (client, { profileId, version }) => client.replaceData(profileId, version),
  addTag: (client, { profileId }) => client.addTag(profileId, "another"),
  apply: (client, { profileId }) => client.apply(profileId, { productAlias: "individual_migration" }),
  addTask: (client, { profileId }) => client.addTask(profileId, "INDIVIDUAL_MANUAL_TASK"),
  setTaskState: (client, { profileId, taskId }) => client.setTaskState(profileId, taskId, "COMPLETED_PASS"),
  setTaskExpiry: (client, { profileId, taskId }) =>
    client.setTaskExpiry(profileId, taskId, { expireAt: "2032-12-10 00:00:00", reasonCategories: ["OTHER"] }),
  addNote: (client, { profileId, taskId }) => client.addNote(profileId, taskId, { text: "Seen" }),
  runCheck: (client, { profileId }) => client.runCheck(profileId, { checkType: "IDENTITY_CHECK", mode: "async" }),
  addDocument: (client, { profileId, imageId }) =>
    client.addDocument(profileId, { category: "SUPPORTING", documentType: "PASSPORT", imageIds: [imageId] }),
  removeTag: (client, { profileId, tagId }) => client.removeTag(profileId, tagId),
  decide: (client, { profileId, applicationId }) => client.decide(profileId, applicationId, "REJECTED"),
  revertDecision: (client, { profileId, rejectedId }) => client.revertDecision(profileId, rejectedId),
};
/** These are waited for longer than the others. */
const patientWrites: Record<string, Calling> = {
  uploadFile: (client, { profileId }) => client.uploadFile(profileId, { content: picture }),
  uploadDocumentImage: (client, { profileId }) =>
    client.uploadDocumentImage(profileId, { imageType: "FRONT", content: picture }),
  waitedCheck: (client, { profileId }) => client.runCheck(profileId, { checkType: "IDENTITY_CHECK", mode: "sync" }),
};

/** One of each thing that calls are about. */
async function somethingOfEach({ passfort }: SimulatedAccount) {
  const create = () => passfort.createProfile({ entity: personOf("0"), productAlias: "individual_migration" });
  const { profileId, applications } = must(await create());
  const rejected = must(await passfort.apply(profileId, { productAlias: "individual_onboarding" }));
  must(await passfort.decide(profileId, rejected.id, "REJECTED"));
  const { imageId } = must(await passfort.uploadDocumentImage(profileId, { imageType: "FRONT", content: picture }));
  const check = must(await passfort.runCheck(profileId, { checkType: "IDENTITY_CHECK", mode: "async" }));
  return {
    profileId,
    applicationId: applications[0]?.id ?? "",
    rejectedId: rejected.id,
    taskId: must(await passfort.addTask(profileId, "INDIVIDUAL_MANUAL_TASK")).id,
    tagId: must(await passfort.addTag(profileId, "migrated")).tagId,
    checkId: check.id,
    imageId,
    version: must(await passfort.readData(profileId)),
  };
}

/** What comes of each call, by its name: the kind of its failure, or "ok". */
async function outcomesOf(callings: Record<string, Calling>, client: PassfortClient, ids: Ids) {
  const outcomes = Object.entries(callings).map(async ([name, calling]) => {
    const result = await calling(client, ids);
    return [name, result.ok ? "ok" : result.failure.kind];
  });
  return Object.fromEntries(await Promise.all(outcomes));
}

const all = (callings: Record<string, Calling>, outcome: string) =>
  Object.fromEntries(Object.keys(callings).map((name) => [name, outcome]));

test.each<[string, Record<string, unknown>, string, string]>([
  ["500", {}, "unreachable", "uncertain"],
  ["502_html", {}, "unreachable", "uncertain"],
  ["drop_before", {}, "unreachable", "uncertain"],
  ["drop_after", {}, "unreachable", "uncertain"],
  ["truncated_json", {}, "unreachable", "uncertain"],
  ["429", {}, "throttled", "throttled"],
  ["errors_in_200", { code: 201 }, "refused", "refused"],
  ["errors_in_200", { code: 402 }, "refused", "refused"],
  ["errors_in_200", { code: 302 }, "unreachable", "uncertain"],
  ["errors_in_200", { code: 104 }, "halted", "halted"],
  ["errors_in_200", { code: 204 }, "halted", "halted"],
  ["unknown_enums", {}, "ok", "ok"],
])("trouble %s %j makes every read %s and every write %s", async (kind, more, asRead, asWrite) => {
  const account = await simulatedAccount();
  const ids = await somethingOfEach(account);
  await account.fault({ operation: "*", kind, ...more });
  expect(await outcomesOf(reads, account.passfort, ids)).toEqual(all(reads, asRead));
  const everyWrite = { ...writes, ...patientWrites };
  if (asWrite !== "ok") expect(await outcomesOf(everyWrite, account.passfort, ids)).toEqual(all(everyWrite, asWrite));
  // One after the other, because a write that succeeds makes another one too late.
  else
    for (const [name, calling] of Object.entries(everyWrite))
      expect([name, await calling(account.passfort, ids)]).toMatchObject([name, { ok: true }]);
});

// A short answer trickles in two pieces only, so it takes longer orders to make it late.
test.each([
  ["delay", 600],
  ["trickle", 4_000],
])(
  "an answer that comes by %s beyond our patience is lost, but for the calls that are waited for longer",
  async (kind, ms) => {
    const account = await simulatedAccount();
    const ids = await somethingOfEach(account);
    const client = account.client({ timeoutMs: 150, connectionsMax: 50 });
    await account.fault({ operation: "*", kind, ms });
    expect(await outcomesOf(reads, client, ids)).toEqual(all(reads, "unreachable"));
    expect(await outcomesOf(writes, client, ids)).toEqual(all(writes, "uncertain"));
    expect(await outcomesOf(patientWrites, client, ids)).toEqual(all(patientWrites, "ok"));
  },
);

test("a lost answer to adding a tag is uncertain, and reading the profile tells that it is there", async () => {
  const account = await simulatedAccount();
  const { profileId } = await somethingOfEach(account);
  await account.fault({ operation: "add_tag", kind: "drop_after" });
  expect(await account.passfort.addTag(profileId, "lost")).toMatchObject({ failure: { kind: "uncertain" } });
  const { tags } = must(await account.passfort.readProfile(profileId));
  expect(tags.map(({ name }) => name)).toContain("lost");
});

test("a lost answer to a link is uncertain, and linking again finds it made and doubles nothing", async () => {
  const account = await simulatedAccount();
  const { passfort } = account;
  const firm = { entityType: "company", reference: "C-1", name: "Example Ltd" } as const;
  const companyId = must(await passfort.createProfile({ entity: firm, productAlias: "company_migration" })).profileId;
  const profileId = must(await passfort.createAssociate({ entity })).profileId;
  const links = [{ list: "directors", profileId, entityType: "individual", taskVariantIds: [] }] as const;
  await account.fault({ operation: "replace_collected_data", kind: "drop_after", nth: 1 });
  expect(await passfort.linkAssociates(companyId, links)).toMatchObject({ failure: { kind: "uncertain" } });
  const before = must(await passfort.readData(companyId));
  expect(must(await passfort.linkAssociates(companyId, links))).toMatchObject({
    kind: "linked",
    entries: [{ profileId }],
  });
  expect(must(await passfort.readData(companyId))).toEqual(before);
});

test("over the limit Passfort says how long to wait, and that long is waited", async () => {
  const account = await simulatedAccount();
  await account.fault({ operation: "create_profile", kind: "429", retrySecs: 7 });
  expect(await account.passfort.createProfile({ entity, productAlias: null })).toMatchObject({
    failure: { kind: "throttled", retryAfterMs: 7_000 },
  });
});

test("a simulator that is down is unreachable, also to a write: it certainly did not happen", async () => {
  const account = await simulatedAccount();
  const other = await startSimulator({ port: 0 });
  await other.close();
  const created = await account.client({ baseUrl: other.url }).createProfile({ entity, productAlias: null });
  expect(created).toMatchObject({ failure: { kind: "unreachable", code: "no_connection" } });
});
