import { type Chance, chanceOf } from "../../samples/legacy-book/chance.ts";
import type { FaultRule } from "../../simulator/api/fault-plan.ts";

const lostOrLate = ["drop_after", "drop_before", "drop_late", "502_html", "truncated_json", "delay"] as const;
const writes = ["create_profile", "add_tag", "replace_collected_data"] as const;
const reads = ["search_profiles", "get_profile", "get_collected_data"] as const;

const msOf = (kind: FaultRule["kind"], chance: Chance) =>
  kind === "drop_late" ? chance.between(5_000, 55_000) : chance.between(2_000, 7_000);

/**
 * What Passfort does wrong while a book is sent, other for each seed: every way to lose an answer for every kind of write, answers to
 * questions lost too, and storms of 429. Slow answers end well before a claim does; a call whose line was cut may be carried out as late as
 * Passfort works on one (API contract §1.4).
 */
export function badDaysOf(seed: number): FaultRule[] {
  const chance = chanceOf(seed, 2);
  const ofWrites = writes.flatMap((operation) =>
    lostOrLate.map((kind): FaultRule => ({ operation, kind, every: chance.between(23, 61), ms: msOf(kind, chance) })),
  );
  const ofReads = reads.flatMap((operation) =>
    (["drop_before", "502_html", "truncated_json"] as const).map(
      (kind): FaultRule => ({ operation, kind, every: chance.between(17, 43) }),
    ),
  );
  const storms = Array.from(
    { length: 4 },
    (_, storm): FaultRule => ({
      operation: "*",
      kind: "429",
      nth: chance.between(100, 250) * (storm + 1),
      times: chance.between(5, 15),
      retrySecs: chance.between(1, 3),
    }),
  );
  return [...storms, ...ofWrites, ...ofReads];
}
