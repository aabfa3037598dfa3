import { describe, expect, test } from "vitest";
import type { Entity } from "../../domain/entity.ts";
import { referenceTagOf } from "../../domain/reference-tag.ts";
import { type LookUp, type LostCreate, lostCreateOf } from "../look-up.ts";
import { must, type SimulatedAccount, simulatedAccount } from "./test-account.ts";
import { companyOf, personOf } from "./test-people.ts";

const everybody: [string, Entity][] = [
  ["person", personOf("1")],
  ["company", companyOf("1")],
];
const betweenLooksMs = 3_000;

/** Look, wait, look, decide, as a delivery does it. @returns the decision and the number of looks it took */
async function settle(account: SimulatedAccount, entity: Entity, as: "client" | "associate" = "client") {
  const looks: LookUp[] = [];
  for (;;) {
    looks.push(must(await account.passfort.lookUp(entity, as)));
    const decision: LostCreate = lostCreateOf(looks);
    if (decision.kind !== "look_again") return { decision, looks: looks.length };
    await account.pass(betweenLooksMs);
  }
}

async function createAndLoseTheAnswer(account: SimulatedAccount, entity: Entity, kind: "drop_after" | "drop_before") {
  await account.fault({ operation: "create_profile", kind, nth: 1 });
  const created = await account.passfort.createProfile({ entity, productAlias: null });
  expect(created).toMatchObject({ ok: false, failure: { kind: "uncertain", code: "connection_lost" } });
}

// What bears on finding a profile again.
describe.each<[Record<string, unknown>]>([
  [{}],
  [{ matching: "all_prefixes" }],
  [{ matching: "any_part" }],
  [{ associatesInResults: "together" }],
  [{ searchCustomerRef: true }],
  [{ errorsAs: "200", createdStatus: 201 }],
  [{ unknownEnumValues: true }],
])("with the switches %j", (switches) => {
  test.each(everybody)(
    "a %s whose create was answered by nobody is adopted at the first look, when the index is quick",
    async (_name, entity) => {
      const account = await simulatedAccount({ ...switches, indexDelayMs: 0 });
      must(await account.passfort.createProfile({ entity: { ...entity, reference: "NAMESAKE" }, productAlias: null }));
      await createAndLoseTheAnswer(account, entity, "drop_after");
      expect(await settle(account, entity)).toMatchObject({
        looks: 1,
        decision: { kind: "adopt", profile: { customerRef: entity.reference, tags: [] } },
      });
    },
  );

  test.each(everybody)(
    "a %s is adopted at the second look, when the index catches up between the two",
    async (_name, entity) => {
      const account = await simulatedAccount({ ...switches, indexDelayMs: betweenLooksMs });
      must(await account.passfort.createProfile({ entity: { ...entity, reference: "NAMESAKE" }, productAlias: null }));
      await createAndLoseTheAnswer(account, entity, "drop_after");
      expect(await settle(account, entity)).toMatchObject({
        looks: 2,
        decision: { kind: "adopt", profile: { customerRef: entity.reference } },
      });
    },
  );

  test("an index later than both looks lets a second one be made: the next look-up finds the two and gives them to a person", async () => {
    const account = await simulatedAccount({ ...switches, indexDelayMs: betweenLooksMs * 2 });
    const entity = personOf("1");
    await createAndLoseTheAnswer(account, entity, "drop_after");
    expect(await settle(account, entity)).toEqual({ looks: 2, decision: { kind: "send_again" } });
    must(await account.passfort.createProfile({ entity, productAlias: null }));
    await account.pass(betweenLooksMs * 2);
    const { decision } = await settle(account, entity);
    expect(decision.kind === "ask_a_person" && decision.profileIds).toHaveLength(2);
  });

  test.each(everybody)(
    "a %s whose request never arrived is sent again after the second look, and exists once",
    async (_name, entity) => {
      const account = await simulatedAccount({ ...switches, indexDelayMs: 1_000 });
      await createAndLoseTheAnswer(account, entity, "drop_before");
      expect(await settle(account, entity)).toEqual({ looks: 2, decision: { kind: "send_again" } });
      must(await account.passfort.createProfile({ entity, productAlias: null }));
      expect(await account.state()).toMatchObject({ profiles: 1, duplicateCustomerRefs: [] });
    },
  );

  test("an associate whose create was lost is adopted, and its namesake among the clients is not taken for it", async () => {
    const account = await simulatedAccount({ ...switches, indexDelayMs: 0 });
    const entity = personOf("1");
    must(await account.passfort.createProfile({ entity, productAlias: null }));
    await account.fault({ operation: "create_profile", kind: "drop_after", nth: 1 });
    expect(await account.passfort.createAssociate({ entity })).toMatchObject({ failure: { kind: "uncertain" } });
    expect(await settle(account, entity, "associate")).toMatchObject({
      looks: 1,
      decision: { kind: "adopt", profile: { role: "INDIVIDUAL_ASSOCIATED", customerRef: entity.reference } },
    });
  });
});

test("where Passfort refuses a reference it has, a late index cannot lead to a second client", async () => {
  const account = await simulatedAccount({ indexDelayMs: betweenLooksMs * 2, sameReference: "refuse" });
  const entity = personOf("1");
  await createAndLoseTheAnswer(account, entity, "drop_after");
  expect(await settle(account, entity)).toEqual({ looks: 2, decision: { kind: "send_again" } });
  expect(await account.passfort.createProfile({ entity, productAlias: null })).toMatchObject({
    failure: { kind: "refused", code: "202" },
  });
  expect(await account.state()).toMatchObject({ profiles: 1 });
});

test("a profile renamed in the portal is still found by its tag", async () => {
  const account = await simulatedAccount();
  const person = personOf("1");
  const { profileId } = must(await account.passfort.createProfile({ entity: person, productAlias: null }));
  must(await account.passfort.addTag(profileId, referenceTagOf(person.reference ?? "")));
  await account.pass(60_000);
  const renamed: Entity = { ...person, givenNames: ["Somebody"], familyName: "Else" };
  expect(must(await account.passfort.lookUp(renamed))).toMatchObject({ kind: "one", profile: { id: profileId } });
});

test("a client made twice is for a person", async () => {
  const account = await simulatedAccount();
  const create = async () =>
    must(await account.passfort.createProfile({ entity: personOf("1"), productAlias: null })).profileId;
  const ids = [await create(), await create()];
  await account.pass(60_000);
  expect(must(await account.passfort.lookUp(personOf("1")))).toEqual({ kind: "several", profileIds: ids.sort() });
});
