import type { Company, Individual } from "../../domain/entity.ts";

/** A picture of one dot. */
export const picture = Uint8Array.from(
  Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
    "base64",
  ),
);

/** Longer than any index of a simulator here is late. */
export const indexDelayMs = 60_000;

/** A person and a company that do not exist; `mark` tells the run, so that a second one on the same account finds its own. */
export const personOf = (mark: string): Individual => ({
  entityType: "individual",
  reference: `CONTRACT-P-${mark}`,
  givenNames: ["Ada", "May"],
  familyName: "Contract Example",
  dateOfBirth: "1990-01-31",
  nationality: "GBR",
  gender: "F",
  email: "ada@post.example",
  address: { country: "GBR", streetNumber: "1", route: "Example Street", locality: "London", postalCode: "EC1A 1AA" },
});
export const companyOf = (mark: string): Company => ({
  entityType: "company",
  reference: `Contract Ö/${mark}`,
  name: "Contract Example Trading Ltd",
  number: "00000001",
  countryOfIncorporation: "GBR",
  incorporationDate: "2001-02-03",
  vatNumber: "GB123",
  address: { country: "GBR", text: "1 Long Lane, London, EC1A 1AA" },
});
