import type { Company, Individual } from "../../domain/entity.ts";
import { smokeTag } from "../../domain/smoke-step.ts";

/** The word in every name of a run: by it, what the run made is found in Passfort even when the answer was lost. */
export const smokeWordOf = (runId: string): string => runId.replaceAll("-", "").slice(-6).toUpperCase();

/** Everything a run says, made up from its word: nobody is called so, and nothing of it is a real client's. */
export function madeUpOf(runId: string) {
  const word = smokeWordOf(runId);
  const individual: Individual = {
    entityType: "individual",
    reference: `SMOKE-${word}-1`,
    givenNames: ["Causeway"],
    familyName: `Smoketest ${word}`,
    dateOfBirth: "1980-02-03",
    email: "smoketest@causeway.example",
    address: {
      country: "GBR",
      streetNumber: "1",
      route: "Example Street",
      locality: "London",
      postalCode: "N1 1AA",
    },
  };
  const freeform: Individual = {
    entityType: "individual",
    reference: `SMOKE-${word}-2`,
    givenNames: ["Freeform"],
    familyName: `Smoketest ${word}`,
    dateOfBirth: "1981-03-04",
    address: { country: "GBR", text: "1 Example Street, London, N1 1AA" },
  };
  const company: Company = {
    entityType: "company",
    reference: `SMOKE-${word}-3`,
    name: `Causeway Smoketest ${word} Ltd`,
    number: `SMOKE${word}`,
    countryOfIncorporation: "GBR",
  };
  const associate: Individual = {
    entityType: "individual",
    reference: `SMOKE-${word}-4`,
    givenNames: ["Associate"],
    familyName: `Smoketest ${word}`,
    dateOfBirth: "1982-04-05",
  };
  /** On every profile; and one that only this run has, to be searched for. */
  const tags = { all: smokeTag, own: `${smokeTag}-${word.toLowerCase()}` };
  return { word, individual, freeform, company, associate, tags };
}
export type MadeUp = ReturnType<typeof madeUpOf>;

/** A picture of one grey point: the smallest PNG that is one. */
export const onePixelPng = (): Uint8Array => Uint8Array.from(atob(png), (letter) => letter.charCodeAt(0));
const png = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==";
