import fc from "fast-check";
import { expect, test } from "vitest";
import { differencesOf } from "../../passfort/differences-of.ts";
import { anyEntity } from "../../passfort/test-entities.ts";
import { createProfileRequest } from "../../passfort/to-wire.ts";
import { type Found, readBackGap, takenOverRemark } from "./read-back-words.ts";

const asSent: Found = {
  entityType: "individual",
  differences: [],
  lacksApplication: false,
  otherApplications: 0,
  missingPlaces: 0,
};

test("a client that is as it was sent has no gap", () => {
  expect(readBackGap(asSent)).toBeNull();
  expect(takenOverRemark("individual", [])).toBeUndefined();
});

test("what differs is told by the names that the mapping shows, what is missing apart from what is other", () => {
  const gap = readBackGap({
    ...asSent,
    differences: [
      { path: "personal_details.dob", what: "other" },
      { path: "personal_details.national_identity_number.GBR", what: "missing" },
      { path: "address_history[1].address", what: "missing" },
      { path: "address_history[0].address.postal_code", what: "other" },
      { path: "personal_details.name.given_names", what: "other" },
    ],
  });
  expect(gap?.code).toBe("differs");
  expect(gap?.message).toContain("does not hold what was sent as National identity number and Address 2.");
  expect(gap?.message).toContain("holds something else than was sent as Date of birth, Postcode and Given names.");
});

test("applications and lists that are not as they were left are told beside the data", () => {
  const gap = readBackGap({ ...asSent, lacksApplication: true, otherApplications: 2, missingPlaces: 1 });
  expect(gap?.message).toContain("no application for the product of the plan any more");
  expect(gap?.message).toContain("2 other applications");
  expect(gap?.message).toContain("One place of its associates no longer stands in its lists.");
});

test("of a profile that was taken over it is said that it keeps its data", () => {
  expect(takenOverRemark("company", [{ path: "metadata.incorporation_date", what: "other" }])).toBe(
    "The existing profile keeps its own data. It is not what the book says in one field: Incorporation date.",
  );
});

test("every field that can be sent has a name in these sentences, never its place in Passfort", () => {
  fc.assert(
    fc.property(anyEntity(), (entity) => {
      const sent = createProfileRequest(entity, null).collected_data;
      for (const difference of differencesOf(sent, { entity_type: sent.entity_type })) {
        const remark = takenOverRemark(entity.entityType, [difference]);
        expect(remark).not.toMatch(/_|metadata|personal|history/);
      }
    }),
    { numRuns: 200 },
  );
});
