import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { type Link, linkLists } from "../domain/link.ts";
import type { CollectedData } from "./collected-data.ts";
import { linkedAssociatesOf } from "./linked-associates.ts";
import { withLinks } from "./with-links.ts";
import { withShortLinks } from "./with-short-links.ts";

// An answer of the real API of 2020, names replaced: one person as director and as owner, read out in full.
const recorded: CollectedData = JSON.parse(
  readFileSync(
    new URL("../../simulator/fixtures/company_collected_data_with_linked_associates.json", import.meta.url),
    "utf8",
  ),
);
const idOf = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`;
const director = (profile: number, variants: number[] = [900]): Link => ({
  list: "directors",
  profileId: idOf(profile),
  entityType: "individual",
  taskVariantIds: variants.map(idOf),
});

test("an associate is added to its list as the contract has it, and its company keeps everything", () => {
  const company = { entity_type: "COMPANY", metadata: { name: "Example Ltd" }, officers: { secretaries: [{ x: 1 }] } };
  const link: Link = {
    ...director(1),
    role: "Managing director",
    appointedOn: "2020-01-31",
    percentage: 0,
    relationship: "",
  };
  const owner: Link = { ...director(2), list: "beneficial_owners", entityType: "company", percentage: 40 };
  const person: Link = { ...director(3), list: "authorized_persons", taskVariantIds: [] };
  expect(withLinks(company, [link, owner, person])).toEqual({
    ...company,
    officers: {
      secretaries: [{ x: 1 }],
      directors: [
        {
          entity_type: "INDIVIDUAL",
          linked_profile: { id: idOf(1) },
          task_variant_ids: [idOf(900)],
          original_role: "Managing director",
          appointed_on: "2020-01-31",
          total_percentage: 0,
        },
      ],
    },
    ownership_structure: {
      beneficial_owners: [
        {
          entity_type: "COMPANY",
          linked_profile: { id: idOf(2) },
          task_variant_ids: [idOf(900)],
          total_percentage: 40,
        },
      ],
    },
    authorized_persons: [{ entity_type: "INDIVIDUAL", linked_profile: { id: idOf(3) }, task_variant_ids: [] }],
  });
});

test("a recorded company is read with both of its links", () => {
  const id = "47c11334-9ffd-11ea-ac63-5a5397e86133";
  expect(linkedAssociatesOf(recorded)).toMatchObject([
    {
      list: "directors",
      profileId: id,
      entityType: "individual",
      taskVariantIds: ["fda0a2b6-d7aa-11e8-8298-0a580a00031c"],
    },
    { list: "beneficial_owners", profileId: id, resolverId: expect.any(String) },
  ]);
});

test("what is written back holds links by their id alone, and otherwise everything that was read", () => {
  const without = (key: string) => (name: string, value: unknown) => (name === key ? undefined : value);
  const written = withShortLinks(withLinks(recorded, [director(1)]));
  const unlinked = (data: unknown) => JSON.parse(JSON.stringify(data, without("linked_profile")));
  const [kept, added] = (written.officers as { directors: Record<string, unknown>[] }).directors;
  const [read] = (recorded.officers as { directors: Record<string, unknown>[] }).directors;
  expect(kept).toEqual({ ...read, linked_profile: { id: "47c11334-9ffd-11ea-ac63-5a5397e86133" } });
  expect(added).toMatchObject({ linked_profile: { id: idOf(1) } });
  expect(unlinked({ ...written, officers: recorded.officers })).toEqual(unlinked(recorded));
});

test("a link that stands there already keeps what it has, and only gains the task variants it lacks", () => {
  const [present] = linkedAssociatesOf(recorded);
  const again: Link = {
    list: "directors",
    profileId: present?.profileId.toUpperCase() ?? "",
    entityType: "individual",
    taskVariantIds: [...(present?.taskVariantIds ?? []), idOf(1)],
    role: "Chair",
  };
  expect(withLinks(recorded, [{ ...again, taskVariantIds: present?.taskVariantIds ?? [] }])).toBe(recorded);
  const [read] = (recorded.officers as { directors: object[] }).directors;
  expect((withLinks(recorded, [again]).officers as { directors: object[] }).directors).toEqual([
    { ...read, task_variant_ids: again.taskVariantIds },
  ]);
});

test("an entry of data alone, or of another shape, is neither taken for the associate nor lost", () => {
  const strange = [{ entity_type: "INDIVIDUAL", immediate_data: { entity_type: "INDIVIDUAL" } }, "odd", null];
  const company = { entity_type: "COMPANY", officers: { directors: strange } };
  const linked = withLinks(company, [director(1)]);
  expect((linked.officers as { directors: unknown[] }).directors.slice(0, 3)).toEqual(strange);
  expect(linkedAssociatesOf(linked)).toHaveLength(1);
});

const link = fc.record({
  list: fc.constantFrom(...linkLists),
  profileId: fc.integer({ min: 1, max: 4 }).map(idOf),
  entityType: fc.constantFrom("individual" as const, "company" as const),
  taskVariantIds: fc.array(fc.integer({ min: 900, max: 903 }).map(idOf), { maxLength: 3 }),
});

test("however often links are made, each associate stands once in each list, with every task variant, and nothing is lost", () => {
  fc.assert(
    fc.property(fc.array(link), fc.array(link), (first, second) => {
      const wanted = [...first, ...second];
      const company = withLinks(withLinks(recorded, first), second);
      const stands = linkedAssociatesOf(company);
      const places = stands.map(({ list, profileId }) => `${list} ${profileId}`);
      expect(new Set(places).size).toBe(places.length);
      expect(new Set(places)).toEqual(
        new Set([...linkedAssociatesOf(recorded), ...wanted].map(({ list, profileId }) => `${list} ${profileId}`)),
      );
      for (const { list, profileId, taskVariantIds } of wanted) {
        const entry = stands.find((one) => one.list === list && one.profileId === profileId);
        expect(entry?.taskVariantIds).toEqual(expect.arrayContaining(taskVariantIds));
      }
      // Made again, nothing is left to do.
      expect(withLinks(company, wanted)).toBe(company);
    }),
  );
});
