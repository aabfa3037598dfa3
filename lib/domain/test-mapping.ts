import fc from "fast-check";
import { fieldsByEntityType } from "./field.ts";
import { linkLists } from "./link.ts";
import { type Assignment, conditionSchema, dateFormats, type MappingBody, type Transform } from "./mapping.ts";
import { targetKey } from "./targets.ts";

/** Headers as exports have them: doubled, blank, odd. */
export const arbitraryHeaders = fc.array(
  fc.oneof(fc.constantFrom("Name", "DOB", "", "Land", "Tel. 1", "Größe"), fc.string({ maxLength: 12 })),
  { minLength: 2, maxLength: 8 },
);

const text = fc.string({ maxLength: 10 });
const filled = fc.string({ minLength: 1, maxLength: 10 });
const fields = fieldsByEntityType.individual.map(({ key }) => key);

const arbitraryStep = (columns: number): fc.Arbitrary<Transform> =>
  fc.oneof(
    fc.constantFrom<Transform>({ kind: "trim" }, { kind: "title_case" }, { kind: "country" }, { kind: "phone" }),
    fc.record({ kind: fc.constant("replace" as const), find: filled, by: text }),
    fc.record({
      kind: fc.constant("split" as const),
      separator: filled,
      part: fc.integer({ min: -20, max: 20 }),
    }),
    fc.record(
      {
        kind: fc.constant("date" as const),
        format: fc.constantFrom(...dateFormats),
        also: fc.array(fc.constantFrom(...dateFormats), { minLength: 1, maxLength: 3 }),
        latestYear: fc.integer({ min: 1900, max: 2100 }),
      },
      { requiredKeys: ["kind", "format"] },
    ),
    fc.record({
      kind: fc.constant("values" as const),
      pairs: fc.uniqueArray(fc.record({ from: text, to: text }), { maxLength: 4, selector: ({ from }) => from.trim() }),
      otherwise: fc.constantFrom("keep" as const, "nothing" as const, "issue" as const),
    }),
    fc.record({ kind: fc.constant("default" as const), value: filled }),
    fc.record({
      kind: fc.constant("when" as const),
      condition: fc.record({
        column: fc.nat(columns - 1),
        test: fc.constantFrom(...conditionSchema.shape.test.options),
        values: fc.array(text, { maxLength: 2 }),
      }),
    }),
  );

const arbitraryAnswer = (column: number, columns: number): fc.Arbitrary<Assignment[]> =>
  fc.oneof(
    fc.constant<Assignment[]>([]),
    fc.constant<Assignment[]>([{ column, field: null, transforms: [] }]),
    fc.uniqueArray(
      fc.record(
        {
          column: fc.constant(column),
          of: fc.integer({ min: 1, max: 3 }),
          field: fc.constantFrom<string | null>(...fields),
          transforms: fc.array(arbitraryStep(columns), { maxLength: 4 }),
        },
        { requiredKeys: ["column", "field", "transforms"] },
      ),
      { minLength: 1, maxLength: 2, selector: ({ field }) => field },
    ),
  );

const arbitraryKindBy = (columns: number) =>
  fc.record({
    column: fc.nat(columns - 1),
    individual: fc.array(text, { maxLength: 2 }),
    company: fc.array(text, { maxLength: 2 }),
  });

/** A mapping of people as the screen could save it, for a file of so many columns. */
export const arbitraryBody = (columns: number): fc.Arbitrary<MappingBody> =>
  fc
    .record(
      {
        answers: fc.tuple(...Array.from({ length: columns }, (_, column) => arbitraryAnswer(column, columns))),
        constants: fc.uniqueArray(
          fc.record(
            { of: fc.integer({ min: 1, max: 3 }), field: fc.constantFrom(...fields), value: filled },
            { requiredKeys: ["field", "value"] },
          ),
          { maxLength: 3, selector: ({ of, field }) => targetKey(of, field) },
        ),
        rules: fc.uniqueArray(
          fc.record({
            field: fc.constantFrom(...fields),
            order: fc.uniqueArray(fc.nat(columns - 1), { minLength: 2, maxLength: columns }),
            take: fc.constantFrom("joined" as const, "first_filled" as const),
            separator: fc.string({ maxLength: 3 }),
          }),
          { maxLength: 2, selector: ({ field }) => field },
        ),
        associates: fc.uniqueArray(
          fc.record(
            {
              of: fc.integer({ min: 1, max: 3 }),
              label: filled,
              entityType: fc.constantFrom("individual" as const, "company" as const),
              list: fc.constantFrom(null, ...linkLists),
              kindBy: arbitraryKindBy(columns),
            },
            { requiredKeys: ["of", "label", "entityType", "list"] },
          ),
          { maxLength: 3, selector: ({ of }) => of },
        ),
        kindBy: arbitraryKindBy(columns),
      },
      { requiredKeys: ["answers", "constants"] },
    )
    .map(({ answers, ...rest }) => ({ assignments: answers.flat(), ...rest }));
