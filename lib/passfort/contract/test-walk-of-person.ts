import { expect } from "vitest";
import type { Individual } from "../../domain/entity.ts";
import { referenceTagOf } from "../../domain/reference-tag.ts";
import { sameAddress } from "../../domain/same-address.ts";
import { addressesOf } from "../remote-addresses.ts";
import { type ContractAccount, must } from "./test-account.ts";
import { indexDelayMs, personOf, picture } from "./test-people.ts";

/** Everything a migration needs of one person, call by call (API contract §2.1, §3 to §7). @returns the person's profile */
export async function walkOfPerson(account: ContractAccount, mark: string): Promise<string> {
  const { passfort } = account;
  const person = personOf(mark);
  const created = must(await passfort.createProfile({ entity: person, productAlias: account.productAliasIndividual }));
  const { profileId } = created;
  expect(created.applications.length).toBeGreaterThan(0);

  const readBack = must(await passfort.readBack(profileId, person));
  expect(readBack.differences).toEqual([]);
  expect(readBack.applications.map(({ id }) => id)).toEqual(created.applications.map(({ id }) => id));
  const otherDay = { ...person, dateOfBirth: "1991-01-31" };
  expect(must(await passfort.readBack(profileId, otherDay)).differences).toEqual([
    { field: "dateOfBirth", what: "other" },
  ]);

  const tag = referenceTagOf(person.reference ?? "");
  const { tagId } = must(await passfort.addTag(profileId, tag));
  const read = must(await passfort.readProfile(profileId));
  expect(read).toMatchObject({ id: profileId, customerRef: person.reference, tags: [{ id: tagId, name: tag }] });

  await account.pass(indexDelayMs);
  expect(must(await passfort.lookUp(person))).toMatchObject({ kind: "one", profile: { id: profileId } });
  expect(must(await passfort.searchProfiles(tag)).map((found) => found.profileId)).toContain(profileId);
  expect(must(await passfort.searchTags(tag)).map(({ name }) => name)).toContain(tag);
  must(await passfort.removeTag(profileId, tagId));
  expect(must(await passfort.readProfile(profileId)).tags).toEqual([]);

  await walkOfData(account, profileId, person);
  const fileId = await walkOfUploads(account, profileId);
  await walkOfTasks(account, profileId, fileId);
  await walkOfChecks(account, profileId);
  await walkOfApplications(account, profileId);
  expect(must(await passfort.listAuditItems(profileId)).length).toBeGreaterThan(0);
  return profileId;
}

async function walkOfData({ passfort }: ContractAccount, profileId: string, person: Individual): Promise<void> {
  const before = must(await passfort.readData(profileId));
  const [address] = addressesOf(before.data);
  expect(sameAddress(person.address ?? {}, address ?? {})).toBe(true);

  const withPhone = (data: typeof before.data) => ({
    ...data,
    contact_details: { email: person.email, phone_number: "+442079460000" },
  });
  expect(must(await passfort.changeData(profileId, withPhone))).toMatchObject({ kind: "changed" });
  expect(must(await passfort.changeData(profileId, withPhone))).toMatchObject({ kind: "unchanged" });
  // What was read first is no longer what stands there.
  const late = must(await passfort.replaceData(profileId, before));
  expect(late).toMatchObject({ kind: "conflict", data: { contact_details: { phone_number: "+442079460000" } } });
  expect(late.etag).not.toBe(before.etag);
  expect(must(await passfort.replaceData(profileId, late))).toMatchObject({ kind: "replaced" });
}

async function walkOfUploads({ passfort }: ContractAccount, profileId: string): Promise<string> {
  const { fileId, name } = must(await passfort.uploadFile(profileId, { content: picture, name: "evidence.png" }));
  expect(name).toBe("evidence.png");
  const { imageId } = must(await passfort.uploadDocumentImage(profileId, { imageType: "FRONT", content: picture }));
  const document = { category: "PROOF_OF_IDENTITY", documentType: "PASSPORT", imageIds: [imageId] };
  const { documentId } = must(await passfort.addDocument(profileId, document));
  // A later change keeps the document, because it begins with a fresh reading (API contract §6).
  must(await passfort.changeData(profileId, (data) => ({ ...data, contact_details: { email: "new@post.example" } })));
  const { documents } = must(await passfort.readData(profileId)).data;
  expect((documents as { id: string }[]).map(({ id }) => id)).toContain(documentId);
  return fileId;
}

async function walkOfTasks({ passfort }: ContractAccount, profileId: string, fileId: string): Promise<void> {
  const task = must(await passfort.addTask(profileId, "INDIVIDUAL_MANUAL_TASK"));
  expect(must(await passfort.listTasks(profileId)).map(({ id }) => id)).toContain(task.id);
  const note = { text: "Seen in the old system", fileIds: [fileId], authorName: "Migration" };
  const { noteId } = must(await passfort.addNote(profileId, task.id, note));
  expect(must(await passfort.listNotes(profileId, task.id))).toMatchObject([
    { id: noteId, text: note.text, authorName: "Migration", fileIds: [fileId] },
  ]);
  for (const state of ["COMPLETED_PASS", "INCOMPLETE", "COMPLETED_FAIL", "COMPLETED_PASS"] as const)
    expect(must(await passfort.setTaskState(profileId, task.id, state))).toMatchObject({
      id: task.id,
      state,
      isComplete: state === "COMPLETED_PASS",
    });
  const expiry = { expireAt: "2032-12-10 00:00:00", reasonCategories: ["DOCUMENT_EXPIRY"] } as const;
  expect(must(await passfort.setTaskExpiry(profileId, task.id, expiry)).customExpiryAt).toBe(expiry.expireAt);
  const restored = { expireAt: null, reasonCategories: ["OTHER"] } as const;
  expect(must(await passfort.setTaskExpiry(profileId, task.id, restored)).customExpiryAt).not.toBe(expiry.expireAt);
}

async function walkOfChecks(account: ContractAccount, profileId: string): Promise<void> {
  const { passfort } = account;
  const waited = must(await passfort.runCheck(profileId, { checkType: "IDENTITY_CHECK", mode: "sync" }));
  const screen = await passfort.runCheck(profileId, { checkType: "PEPS_AND_SANCTIONS_SCREEN", mode: "async" });
  await account.pass(indexDelayMs);
  for (const { id } of [waited, must(screen)]) {
    const check = must(await passfort.readCheck(profileId, id));
    expect(check).toMatchObject({ id, state: "COMPLETE" });
    expect(check.result).not.toBeNull();
    expect(must(await passfort.listChecks(profileId)).map((one) => one.id)).toContain(id);
  }
}

async function walkOfApplications(account: ContractAccount, profileId: string): Promise<void> {
  const { passfort } = account;
  const [application] = must(await passfort.listApplications(profileId));
  if (!application) throw new Error("The profile has no application.");
  expect(must(await passfort.readApplication(profileId, application.id)).id).toBe(application.id);
  // A product that decides by itself may have approved; then the contract has another word for the end.
  const end = application.status === "APPLIED" ? "REJECTED" : "CANCELLED";
  expect(must(await passfort.decide(profileId, application.id, end)).status).toBe(end);
  const reverted = must(await passfort.revertDecision(profileId, application.id));
  expect(reverted.map(({ status }) => status)).toContain("APPLIED");
}
