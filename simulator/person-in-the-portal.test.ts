import { expect, onTestFinished, test } from "vitest";
import type { Actor } from "./actor.ts";
import { createClock } from "./clock.ts";
import { completeConfig } from "./config.ts";
import { createProfile } from "./profile/create-profile.ts";
import { deleteProfile } from "./profile/delete-profile.ts";
import { editData } from "./profile/edit-data.ts";
import { etagOf } from "./profile/etag.ts";
import { searchProfiles } from "./profile/search.ts";
import { company, individual } from "./test-client.ts";
import { createWorld } from "./world.ts";

const MORGAN: Actor = { kind: "person", id: "p-1", name: "Morgan Rose", email: "morgan@portal.example" };

function opened() {
  const world = createWorld(
    completeConfig({ settings: { indexDelayMs: 0 } }),
    createClock(() => 0),
  );
  onTestFinished(() => world.clock.stop());
  const [account] = world.accounts;
  if (!account) throw new Error("the bundled configuration has no account");
  const make = (request: object) => createProfile(world, account, request);
  return { world, account, make };
}

const associate = (reference: string) => ({ ...individual(reference), role: "INDIVIDUAL_ASSOCIATED" });

test("data edited by a person has a new ETag, and the trail names the person", () => {
  const { world, account, make } = opened();
  const profile = make(individual("C-1"));
  const before = etagOf(profile);
  const data = { ...profile.collectedData, contact_details: { email: "a@example.com" } };
  expect(editData(world, account, profile, data, MORGAN)).toBe("stored");
  expect(etagOf(profile)).not.toBe(before);
  expect(profile.audit.at(-1)).toMatchObject({ action: "replace-collected-data", user: { name: "Morgan Rose" } });
});

test("an edit of an older version than the newest is not made", () => {
  const { world, account, make } = opened();
  const profile = make(individual("C-1"));
  const old = etagOf(profile);
  editData(world, account, profile, profile.collectedData, MORGAN);
  expect(editData(world, account, profile, { entity_type: "INDIVIDUAL" }, MORGAN, old)).toBe("changed_meanwhile");
  expect(profile.collectedData).toHaveProperty("personal_details");
});

test("a deleted profile is neither found nor counted, and its companies no longer list it", () => {
  const { world, account, make } = opened();
  const director = make(associate("A-1"));
  const entry = { entity_type: "INDIVIDUAL", linked_profile: { id: director.id } };
  const firm = make(company("C-1", "Example Ltd", { officers: { directors: [entry] }, authorized_persons: [entry] }));
  const before = etagOf(firm);
  deleteProfile(world, account, director, MORGAN);
  expect(account.profiles.has(director.id)).toBe(false);
  expect(searchProfiles(world, account, "").map(({ id }) => id)).toEqual([firm.id]);
  expect(firm.collectedData).toMatchObject({ officers: { directors: [] }, authorized_persons: [] });
  expect(etagOf(firm)).not.toBe(before);
});

test("deleting a company ends the applications of its associates", () => {
  const { world, account, make } = opened();
  const director = make(associate("A-1"));
  const entry = { entity_type: "INDIVIDUAL", linked_profile: { id: director.id } };
  const firm = make(company("C-1", "Example Ltd", { officers: { directors: [entry] } }));
  expect(director.applications.map(({ status }) => status)).toEqual(["APPLIED"]);
  deleteProfile(world, account, firm, MORGAN);
  expect([director.linkedTo, director.applications[0]?.status]).toEqual([[], "REJECTED"]);
});
