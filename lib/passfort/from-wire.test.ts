import { expect, test } from "vitest";
import { remoteProfileOf } from "./from-wire.ts";
import { profileAnswer, searchAnswer } from "./wire/profile.ts";

const read = (answer: unknown) => remoteProfileOf(profileAnswer.parse(answer));

test("a profile is read into our words, with the alias of its application's product", () => {
  const profile = read({
    id: "p1",
    role: "COMPANY_CUSTOMER",
    display_name: "Example Ltd",
    applications: [
      {
        id: "a1",
        status: "APPLIED",
        product: { id: "x", alias: "company_onboarding", name: "n" },
        flag: "AUTOMATING",
        approval_blockers: [{ blocker_type: "INCOMPLETE_TASK", task_type: "X" }],
      },
    ],
    has_associates: true,
    linked_to: [{ profile: { id: "p0", display_name: "Parent Ltd" }, roles: ["SHAREHOLDER"] }, { odd: 1 }],
    tags: [{ id: "t1", name: "migrated", is_automatic: false }],
    collected_data: {
      entity_type: "COMPANY",
      customer_ref: "C-7",
      metadata: { number: "00000001", country_of_incorporation: "GBR" },
    },
  });
  expect(profile).toEqual({
    id: "p1",
    role: "COMPANY_CUSTOMER",
    customerRef: "C-7",
    displayName: "Example Ltd",
    applications: [
      {
        id: "a1",
        status: "APPLIED",
        productAlias: "company_onboarding",
        associatedRole: null,
        flag: "AUTOMATING",
        blockers: ["INCOMPLETE_TASK"],
      },
    ],
    tags: [{ id: "t1", name: "migrated" }],
    company: { country: "GBR", number: "00000001" },
    dateOfBirth: null,
    hasAssociates: true,
    linkedTo: [{ profileId: "p0", roles: ["SHAREHOLDER"] }],
  });
});

test("unknown keys and unknown words of an enum are read without complaint", () => {
  const profile = read({
    id: "p1",
    role: "ROBOT_CUSTOMER",
    applications: [{ id: "a1", status: "PONDERING", new: 1 }],
    brand_new: {},
  });
  expect(profile).toMatchObject({
    role: "ROBOT_CUSTOMER",
    applications: [{ status: "PONDERING", productAlias: null }],
  });
});

test("a part that has become something else does not hide the profile", () => {
  const profile = read({
    id: "p1",
    applications: "later",
    tags: [{ odd: true }, { id: "t", name: "n" }],
    collected_data: 7,
    display_name: {},
  });
  expect(profile).toMatchObject({
    id: "p1",
    applications: [],
    tags: [{ id: "t", name: "n" }],
    customerRef: null,
    displayName: "",
  });
});

test("the guide's key for a company's reference counts when the other is absent", () => {
  expect(read({ id: "p1", collected_data: { customer_reference: "C-7" } }).customerRef).toBe("C-7");
});

test("a profile without an id is not a profile, and a page with one is not a page", () => {
  expect(profileAnswer.safeParse({ display_name: "x" }).success).toBe(false);
  expect(searchAnswer.safeParse({ results: [{ id: "p1" }, {}] }).success).toBe(false);
});
