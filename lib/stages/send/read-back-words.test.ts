import { expect, test } from "vitest";
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
      { field: "dateOfBirth", what: "other" },
      { field: "personal_details.national_identity_number.GBR", what: "missing" },
      { field: "address_history[1].address", what: "missing" },
      { field: "address.postalCode", what: "other" },
      { field: "givenNames", what: "other" },
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
  expect(takenOverRemark("company", [{ field: "incorporationDate", what: "other" }])).toBe(
    "The existing profile keeps its own data. It is not what the book says in one field: Incorporation date.",
  );
});
