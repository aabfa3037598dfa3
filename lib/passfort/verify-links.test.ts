import { expect, test } from "vitest";
import type { Link, LinkedAssociate } from "../domain/link.ts";
import type { RemoteProfile } from "./remote-profile.ts";
import { verifyLinks } from "./verify-links.ts";

const link: Link = { list: "directors", profileId: "a", entityType: "individual", taskVariantIds: ["v1", "v2"] };
const entry: LinkedAssociate = {
  list: "directors",
  profileId: "A",
  entityType: "individual",
  taskVariantIds: ["v2", "V1", "v3"],
  resolverId: "r",
  percentage: null,
  relationship: null,
  appointedOn: null,
  resignedOn: null,
  role: null,
};
const profile = (id: string, more: Partial<RemoteProfile> = {}): RemoteProfile => ({
  id,
  role: null,
  customerRef: null,
  displayName: "",
  applications: [],
  tags: [],
  company: null,
  dateOfBirth: null,
  hasAssociates: null,
  linkedTo: [],
  ...more,
});
const application = {
  id: "x",
  status: "APPLIED",
  productAlias: "individual_associate",
  associatedRole: "DIRECTOR",
  flag: null,
  blockers: [],
};
const company = profile("c", { hasAssociates: true });
const associate = profile("a", {
  applications: [application],
  linkedTo: [{ profileId: "C", roles: ["SHAREHOLDER", "DIRECTOR"] }],
});
const whatOf = (links: LinkedAssociate[], associates: RemoteProfile[], of: RemoteProfile = company) =>
  verifyLinks([link], { profile: of, links }, associates).map(({ what }) => what);

test("a link that made everything it should make has no difference, in whatever case ids are written", () => {
  expect(whatOf([entry], [associate])).toEqual([]);
  expect(whatOf([entry], [associate], profile("c"))).toEqual([]);
});

test.each<[string, LinkedAssociate[], RemoteProfile[], string]>([
  ["no entry in the list", [], [associate], "entry_missing"],
  ["an entry in another list", [{ ...entry, list: "secretaries" }], [associate], "entry_missing"],
  ["two entries in the list", [entry, { ...entry, resolverId: "s" }], [associate], "entry_doubled"],
  ["a task variant missing", [{ ...entry, taskVariantIds: ["v1"] }], [associate], "task_variants_missing"],
  ["an associate that was not read", [entry], [], "associate_not_read"],
  ["no link back", [entry], [{ ...associate, linkedTo: [] }], "associate_not_linked_to_company"],
  [
    "a link to another company",
    [entry],
    [{ ...associate, linkedTo: [{ profileId: "d", roles: ["DIRECTOR"] }] }],
    "associate_not_linked_to_company",
  ],
  [
    "a link in another role",
    [entry],
    [{ ...associate, linkedTo: [{ profileId: "c", roles: ["OTHER"] }] }],
    "associate_lacks_role",
  ],
  ["no application", [entry], [{ ...associate, applications: [] }], "associate_has_no_application"],
])("%s is told", (_name, links, associates, what) => {
  expect(whatOf(links, associates)).toEqual([what]);
});

test("a company that shows no associates is told, beside what else is wrong, each with its associate and list", () => {
  const of = profile("c", { hasAssociates: false });
  expect(verifyLinks([link], { profile: of, links: [] }, [])).toEqual([
    { what: "company_shows_no_associates", profileId: "a", list: "directors" },
    { what: "entry_missing", profileId: "a", list: "directors" },
    { what: "associate_not_read", profileId: "a", list: "directors" },
  ]);
});
