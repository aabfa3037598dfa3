import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Company, Entity, Individual } from "../domain/entity.ts";
import { fieldOf } from "../domain/field.ts";
import type { CollectedData } from "./collected-data.ts";
import { must, openAccount } from "./contract/test-account.ts";
import { differencesOf } from "./differences-of.ts";
import { fieldOfPath } from "./field-of-path.ts";
import { anyEntity } from "./test-entities.ts";
import { createProfileRequest } from "./to-wire.ts";

const sentOf = (entity: Entity) => createProfileRequest(entity, null).collected_data;

let account: Awaited<ReturnType<typeof openAccount>>;
beforeAll(async () => {
  account = await openAccount();
  // No limit: it is not what is looked at.
  await account.change({ limits: { account: "demo", createProfile: { perHour: 1e9, burst: 1e6 } } });
});
afterAll(() => account.close());

/** Makes the client in the simulator. @returns its collected data as it is read back, to be changed */
async function heldOf(entity: Entity): Promise<Record<string, unknown>> {
  const { profileId } = must(await account.passfort.createProfile({ entity, productAlias: null }));
  return { ...must(await account.passfort.readData(profileId)).data };
}

const person: Individual = {
  entityType: "individual",
  reference: "P-1",
  givenNames: ["Ada", "May"],
  familyName: "Example",
  altFamilyNames: ["Former", "Born"],
  dateOfBirth: "1990-01-31",
  address: { country: "GBR", streetNumber: "38", route: "Crown Street", locality: "London", postalCode: "W1 2ZT" },
  address2: { country: "GBR", text: "1 Long Lane, London, EC1A 1AA", startDate: "2001-01-01", endDate: "2003-01-01" },
};
const ada = sentOf(person);
const details = ada.entity_type === "INDIVIDUAL" ? ada.personal_details : undefined;

test("whatever the simulator keeps of a client that may be sent is no difference", async () => {
  await fc.assert(
    fc.asyncProperty(anyEntity(), async (entity) => {
      expect(differencesOf(sentOf(entity), await heldOf(entity))).toEqual([]);
    }),
    { numRuns: 200 },
  );
});

test("any single value that is changed is named by its place, and nothing else is", async () => {
  let changed = 0;
  await fc.assert(
    fc.asyncProperty(anyEntity(), fc.nat(), async (entity, at) => {
      const sent = sentOf(entity);
      const places = leavesOf(sent, []);
      const place = places[at % places.length] ?? [];
      const held = await heldOf(entity);
      const expected = change(held, place);
      changed += 1;
      expect(differencesOf(sent, held).map(({ path }) => path.replace(/\[\d+\]/g, ""))).toEqual([expected]);
    }),
    { numRuns: 200 },
  );
  expect(changed).toBeGreaterThan(150);
});

test("every value that may be sent is a field of the catalogue, or a whole address, or a number that a country gave", () => {
  fc.assert(
    fc.property(anyEntity(), (entity) => {
      const sent = sentOf(entity);
      for (const { path } of differencesOf(sent, { entity_type: sent.entity_type })) {
        if (/\.address$|national_identity_number\.[A-Z]{3}$/.test(path)) continue;
        expect(fieldOf(entity.entityType, fieldOfPath(path) ?? ""), path).toBeDefined();
      }
    }),
  );
});

type Place = (string | number)[];

/** Every place with a value of the client's; what only tells the kind of an entry, and the second key of the reference, are none. */
function leavesOf(value: unknown, place: Place): Place[] {
  const last = place.at(-1);
  if (place.length === 1 && (last === "entity_type" || last === "customer_reference")) return [];
  if (last === "type" || last === "tax_id_type") return [];
  if (typeof value !== "object" || value === null) return [place];
  return Object.entries(value).flatMap(([key, part]) =>
    leavesOf(part, [...place, Array.isArray(value) ? Number(key) : key]),
  );
}

/** Makes the value at the place another one. @returns the path that must be named, without numbers */
function change(held: CollectedData, place: Place): string {
  const isLine = place.at(-1) === "text";
  // One line comes back in parts; what was written in the line is no longer there to be changed.
  const at: Place = isLine ? [...place.slice(0, -1), "route"] : place;
  // biome-ignore lint/suspicious/noExplicitAny: any part of any data
  const holder = at.slice(0, -1).reduce<any>((part, key) => part[key], held);
  const key = at.at(-1) ?? "";
  const before = holder[key];
  if (key === "country") holder[key] = before === "FRA" ? "GBR" : "FRA";
  else if (typeof before === "boolean") holder[key] = !before;
  else if (typeof before === "number") holder[key] = before + 1;
  else holder[key] = `${before ?? ""} Zzchanged`;
  return (isLine ? place.slice(0, -1) : place).filter((part) => typeof part === "string").join(".");
}

test("what is not there at all is missing, a list entry with all its parts", async () => {
  const held = await heldOf(person);
  expect(differencesOf(ada, { ...held, personal_details: { name: details?.name } })).toEqual([
    { path: "personal_details.dob", what: "missing" },
  ]);
  const paths = differencesOf(ada, { ...held, address_history: [] }).map(({ path, what }) => `${path} ${what}`);
  expect(paths).toEqual([
    "address_history[0].address missing",
    "address_history[1].address missing",
    "address_history[1].start_date missing",
    "address_history[1].end_date missing",
  ]);
  expect(differencesOf(ada, {})).toEqual([{ path: "entity_type", what: "missing" }]);
});

test("another order of a list is no difference, but another order of given names is another name", async () => {
  const held = await heldOf(person);
  const history = held.address_history as unknown[];
  expect(differencesOf(ada, { ...held, address_history: history.toReversed() })).toEqual([]);
  const name = { ...details?.name, alt_family_names: ["Born", "Former"] };
  expect(differencesOf(ada, { ...held, personal_details: { ...details, name } })).toEqual([]);
  const turned = { ...details, name: { ...details?.name, given_names: ["May", "Ada"] } };
  expect(differencesOf(ada, { ...held, personal_details: turned })).toEqual([
    { path: "personal_details.name.given_names", what: "other" },
  ]);
});

test("what Passfort holds beyond what was sent, and the second key of the reference, are no differences", async () => {
  const { customer_ref, ...held } = await heldOf(person);
  const more = {
    ...held,
    customer_ref: "",
    customer_reference: customer_ref,
    documents: [{ id: "d" }],
    contact_details: { email: "x@post.example" },
  };
  expect(differencesOf(ada, more)).toEqual([]);
});

test("an address of a company is held against the one of its kind", async () => {
  const company: Company = {
    entityType: "company",
    reference: "C-1",
    branch: { country: "GBR", locality: "London" },
    euVatNumber: "DE1",
  };
  const sent = sentOf(company);
  const held = (await heldOf(company)) as { metadata: { addresses: object[]; tax_ids: object[] } };
  const [branch] = held.metadata.addresses;
  const metadata = {
    ...held.metadata,
    addresses: [{ ...branch, type: "contact_address" }],
    tax_ids: [{ tax_id_type: "EUROVAT", value: "DE2" }],
  };
  expect(differencesOf(sent, { ...held, metadata })).toEqual([
    { path: "metadata.tax_ids[1].value", what: "other" },
    { path: "metadata.addresses[3].address", what: "missing" },
  ]);
});
