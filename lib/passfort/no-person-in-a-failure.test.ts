import fc from "fast-check";
import { expect, test } from "vitest";
import type { Company, Individual } from "../domain/entity.ts";
import type { CallResult } from "../domain/failure.ts";
import { lettersOf } from "../domain/folded-text.ts";
import type { PassfortClient } from "./client.ts";
import type { Http, HttpCall } from "./http.ts";
import { clientOver } from "./test-transport.ts";

// Words no sentence of ours has, so that finding one means that it came through.
const seed = fc.string({ unit: fc.constantFrom(..."qzxjöéæ"), minLength: 6, maxLength: 10 });
const seeds = fc.record({ one: seed, two: seed, three: seed, four: seed, five: seed, six: seed });
type Seeds = Record<"one" | "two" | "three" | "four" | "five" | "six", string>;

const person = ({ one, two, three, four, five, six }: Seeds): Individual => ({
  entityType: "individual",
  reference: "CRM-1",
  title: six,
  givenNames: [one, two],
  familyName: `${three}-${four}`,
  dateOfBirth: "1990-01-31",
  email: `${one}@${two}.example`,
  phone: "+44 20 7946 0000",
  address: { country: "GBR", route: five, locality: six },
});
const firm = ({ one, two, three, four, five }: Seeds): Company => ({
  entityType: "company",
  reference: "C-1",
  name: `${one} ${two} Ltd`,
  number: "01234567",
  website: `https://${three}.example`,
  address: { country: "GBR", text: `${four} 12, ${five}` },
});

type Calling = (client: PassfortClient, seeds: Seeds) => Promise<CallResult<unknown>>;
const callings: Record<string, Calling> = {
  createProfile: (client, seeds) => client.createProfile({ entity: person(seeds), productAlias: "a" }),
  createCompany: (client, seeds) => client.createProfile({ entity: firm(seeds), productAlias: null }),
  createAssociate: (client, seeds) => client.createAssociate({ entity: person(seeds) }),
  searchProfiles: (client, { one, two }) => client.searchProfiles(`${one} ${two}`),
  lookUp: (client, seeds) => client.lookUp(person(seeds)),
  lookUpCompany: (client, seeds) => client.lookUp(firm(seeds), "associate"),
  replaceData: (client, { one, two, three }) =>
    client.replaceData("p", {
      data: {
        entity_type: "COMPANY",
        officers: { directors: [{ linked_profile: { id: "p", display_name: one }, original_role: two }] },
        brand_new: [{ deep: three }],
      },
      etag: 'W/"1"',
    }),
  addNote: (client, { one, two, three }) =>
    client.addNote("p", "t", { text: `Seen by ${one} ${two}.`, authorName: three }),
  revertDecision: (client, { one }) => client.revertDecision("p", "a", `Asked by ${one}`),
  setTaskExpiry: (client, { one }) =>
    client.setTaskExpiry("p", "t", { expireAt: null, reasonCategories: ["OTHER"], reasonDescription: one }),
  uploadFile: (client, { one, two }) =>
    client.uploadFile("p", { content: Uint8Array.of(1), name: `${one} ${two}.pdf` }),
  searchTags: (client, { one }) => client.searchTags(one),
};

const disguises: ((text: string) => string)[] = [
  (text) => text,
  (text) => text.toUpperCase(),
  (text) => text.normalize("NFD"),
  (text) => JSON.stringify(text),
  (text) => encodeURIComponent(text),
];

/** A service that repeats everything it was sent, wherever an answer has room for it. */
const repeating =
  (status: number, disguise: (text: string) => string): Http =>
  async (call) => {
    const values = textsOf([call.body, call.query?.q, decodeURIComponent(call.path)]).map(disguise);
    const errors = values.map((value) => ({
      code: value,
      message: `What about ${value}, or "${value}"? Both ${values.join(" ")}.`,
      info: { field: value, path: [value] },
    }));
    return {
      kind: "answer",
      status,
      headers: {},
      text: JSON.stringify({ errors, message: values.join(), error: values }),
    };
  };

test.each(Object.entries(callings))(
  "no seeded value of a person is in the failure of %s, nor in its line of the log, whatever Passfort repeats",
  async (_name, calling) => {
    const answers = fc.record({
      status: fc.constantFrom(200, 400, 401, 404, 409, 422, 429, 500, 503),
      disguise: fc.constantFrom(...disguises),
    });
    await fc.assert(
      fc.asyncProperty(seeds, answers, async (sown, { status, disguise }) => {
        const { client, logged } = clientOver(repeating(status, disguise));
        const result = await calling(client, sown);
        expect(result.ok).toBe(false);
        const kept = lettersOf(JSON.stringify([result, logged]));
        for (const word of Object.values(sown)) expect(kept).not.toContain(lettersOf(word));
        expect(JSON.stringify([result, logged])).not.toMatch(/1990|7946|1234567|secret-key/);
      }),
      { numRuns: 40 },
    );
  },
);

test("whatever a call sends and gets, its line in the log holds ids, words of ours, codes and a duration, nothing else", async () => {
  const keys = [
    "call",
    "code",
    "connectionId",
    "durationMs",
    "httpStatus",
    "outcome",
    "profileId",
    "resultId",
    "subjectId",
  ];
  const yes: Http = async (call: HttpCall) => ({
    kind: "answer",
    status: 200,
    headers: {},
    text: JSON.stringify({ id: "x", echoed: call.body }),
  });
  for (const calling of Object.values(callings)) {
    const { client, logged } = clientOver(yes);
    await calling(client, { one: "Qzx", two: "Xjq", three: "Zzq", four: "Jxx", five: "Xxq", six: "Qqj" });
    expect(logged.length).toBeGreaterThan(0);
    for (const { sentence, ids } of logged) {
      expect(sentence).toBe("passfort called");
      expect(keys).toEqual(expect.arrayContaining(Object.keys(ids as object)));
      expect(JSON.stringify(ids)).not.toMatch(/Qzx|Xjq|Zzq|Jxx|Xxq|Qqj/);
    }
  }
});

function textsOf(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsOf) : [];
}
