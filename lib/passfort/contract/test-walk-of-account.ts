import { expect } from "vitest";
import type { Company } from "../../domain/entity.ts";
import type { PassfortClient } from "../client.ts";
import { type ContractAccount, must } from "./test-account.ts";
import { companyOf, personOf } from "./test-people.ts";

/** The key, the account, and a page of everything it holds. */
export async function walkOfAccount({ passfort }: ContractAccount, profileIds: readonly string[]): Promise<void> {
  const { institutionName, keyName } = must(await passfort.whoami());
  expect([institutionName, keyName].every(Boolean)).toBe(true);
  const page = must(await passfort.listProfiles({ offset: 0, limit: 200 }));
  const listed = page.profiles.map(({ profileId }) => profileId);
  expect(listed).toEqual(expect.arrayContaining([...profileIds]));
  expect(page.count ?? listed.length).toBeGreaterThanOrEqual(profileIds.length);
}

const nobody = "00000000-0000-4000-8000-000000000000";

/**
 * What Passfort takes or refuses as its switches stand: a call ends well or refused, never in doubt, and a refusal
 * changes nothing that the next call would trip over. A wrong key always halts.
 */
export async function walkOfRefusals(
  { passfort }: ContractAccount,
  stranger: PassfortClient,
  mark: string,
): Promise<void> {
  const entity = personOf(`${mark}-R`);
  const create = () => passfort.createProfile({ entity, productAlias: "individual_migration" });
  const { profileId, applications } = must(await create());
  const applicationId = applications[0]?.id ?? "";
  const task = must(await passfort.addTask(profileId, "INDIVIDUAL_MANUAL_TASK"));
  const firm = await passfort.createProfile({ entity: companyOf(`${mark}-R`), productAlias: "company_migration" });
  const companyId = must(firm).profileId;
  const american: Company = { ...companyOf(`${mark}-U`), countryOfIncorporation: "USA", address: { country: "USA" } };

  for (const calling of [
    create,
    () =>
      passfort.createProfile({ entity: { ...personOf(`${mark}-S`), dateOfBirth: "1990-02-30" }, productAlias: null }),
    () => passfort.createProfile({ entity: personOf(`${mark}-T`), productAlias: "no_such_product" }),
    () => passfort.createProfile({ entity: american, productAlias: null }),
    () => passfort.addTag(profileId, "twice"),
    () => passfort.addTag(profileId, "twice"),
    () => passfort.addNote(profileId, task.id, { text: "Seen", fileIds: [nobody] }),
    () => passfort.decide(profileId, applicationId, "APPROVED"),
    () => passfort.decide(profileId, applicationId, "REJECTED"),
    () => passfort.decide(profileId, applicationId, "REJECTED"),
    () =>
      passfort.linkAssociates(companyId, [
        { list: "other", profileId: nobody, entityType: "individual", taskVariantIds: [] },
      ]),
    () =>
      passfort.linkAssociates(companyId, [
        { list: "other", profileId, entityType: "individual", taskVariantIds: [nobody] },
      ]),
    () => passfort.readProfile(nobody),
    () => passfort.removeTag(profileId, nobody),
  ]) {
    const result = await calling();
    expect(result.ok || result.failure.kind).toBe(result.ok || "refused");
  }
  expect(await stranger.whoami()).toMatchObject({ failure: { kind: "halted" } });
}
