import { expect } from "vitest";
import type { Company, Individual } from "../../domain/entity.ts";
import type { Link } from "../../domain/link.ts";
import { sameAddress } from "../../domain/same-address.ts";
import { addressesOf } from "../remote-addresses.ts";
import type { RemoteTask } from "../remote-task.ts";
import { verifyLinks } from "../verify-links.ts";
import { type ContractAccount, must } from "./test-account.ts";
import { companyOf, indexDelayMs } from "./test-people.ts";

const officers = "COMPANY_IDENTIFY_OFFICERS";
const owners = "COMPANY_IDENTIFY_BENEFICIAL_OWNERS";

/** A company with two associates in three lists: linked in one write, verified, and never doubled (API contract §4.3). */
export async function walkOfCompany(account: ContractAccount, mark: string): Promise<string> {
  const { passfort } = account;
  const company = companyOf(mark);
  const created = await passfort.createProfile({ entity: company, productAlias: account.productAliasCompany });
  const companyId = must(created).profileId;
  const variantsByType = variantsOf(must(await passfort.listTasks(companyId)));

  const director: Individual = {
    entityType: "individual",
    reference: `CONTRACT-D-${mark}`,
    givenNames: ["Bo"],
    familyName: "Director Example",
  };
  const holder: Company = {
    entityType: "company",
    reference: `CONTRACT-H-${mark}`,
    name: "Contract Holding Ltd",
    countryOfIncorporation: "GBR",
    number: "00000002",
  };
  const directorId = must(await passfort.createAssociate({ entity: director })).profileId;
  const holderId = must(await passfort.createAssociate({ entity: holder })).profileId;
  await account.pass(indexDelayMs);
  expect(must(await passfort.lookUp(director, "associate"))).toMatchObject({
    kind: "one",
    profile: { id: directorId },
  });
  expect(must(await passfort.lookUp(director))).toEqual({ kind: "none" });

  const links: Link[] = [
    {
      list: "directors",
      profileId: directorId,
      entityType: "individual",
      taskVariantIds: variantsByType(officers),
      appointedOn: "2020-01-31",
    },
    {
      list: "beneficial_owners",
      profileId: directorId,
      entityType: "individual",
      taskVariantIds: variantsByType(owners),
      percentage: 40,
    },
    {
      list: "shareholders",
      profileId: holderId,
      entityType: "company",
      taskVariantIds: variantsByType(owners),
      percentage: 60,
    },
  ];
  const linked = must(await passfort.linkAssociates(companyId, links));
  if (linked.kind !== "linked") throw new Error(`The associates were not linked: ${linked.kind}.`);
  expect(linked.entries).toHaveLength(3);
  // Once more, and with nothing else between: nothing is doubled and no entry gets another identity.
  expect(must(await passfort.linkAssociates(companyId, links))).toEqual(linked);
  expect(must(await passfort.readLinks(companyId))).toEqual(linked.entries);
  // One reading tells the data and the lists.
  expect(must(await passfort.readBack(companyId, company))).toMatchObject({ differences: [], links: linked.entries });

  const read = {
    profile: must(await passfort.readProfile(companyId)),
    links: must(await passfort.readLinks(companyId)),
  };
  const associates = [must(await passfort.readProfile(directorId)), must(await passfort.readProfile(holderId))];
  expect(verifyLinks(links, read, associates)).toEqual([]);
  const [address] = addressesOf(must(await passfort.readData(companyId)).data);
  expect(sameAddress(company.address ?? {}, address ?? {})).toBe(true);
  return companyId;
}

const variantsOf = (tasks: RemoteTask[]) => (type: string) =>
  tasks.flatMap((task) => (task.type === type && !task.isExpired && task.variantId ? [task.variantId] : []));
