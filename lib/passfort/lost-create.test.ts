import fc from "fast-check";
import { expect, test } from "vitest";
import type { Individual } from "../domain/entity.ts";
import { referenceTagOf } from "../domain/reference-tag.ts";
import { findProfile } from "./find-profile.ts";
import { type LookUp, type LostCreate, lostCreateOf } from "./look-up.ts";
import type { RemoteProfile } from "./remote-profile.ts";

const ada: Individual = { entityType: "individual", reference: "CRM-1", givenNames: ["Ada"], familyName: "Example" };

/** An account whose search shows a profile, and the tags of a profile, only `indexDelay` after they came to be. */
function account(indexDelay: number) {
  let now = 0;
  const profiles: (RemoteProfile & { bornAt: number; taggedAt: number | null })[] = [];
  return {
    wait: (time: number) => {
      now += time;
    },
    create(reference: string, isTagged: boolean) {
      const tags = isTagged ? [{ id: "t", name: referenceTagOf(reference) }] : [];
      profiles.push({
        id: `p${profiles.length + 1}`,
        role: "INDIVIDUAL_CUSTOMER",
        customerRef: reference,
        displayName: "Ada Example",
        applications: [],
        tags,
        company: null,
        dateOfBirth: null,
        hasAssociates: false,
        linkedTo: [],
        bornAt: now,
        taggedAt: isTagged ? now : null,
      });
    },
    created: (reference: string) => profiles.filter(({ customerRef }) => customerRef === reference).length,
    reader: {
      search: async (q: string) => {
        const shown = profiles.filter(({ bornAt }) => bornAt + indexDelay <= now);
        const found = shown
          .filter(({ displayName, tags }) => displayName === q || tags.some(({ name }) => name === q))
          .map(({ id, displayName, role, tags }) => ({
            profileId: id,
            displayName,
            role,
            tagNames: tags.map(({ name }) => name),
          }));
        return { ok: true as const, value: { found, isCut: false }, durationMs: 0 };
      },
      read: async (id: string) => {
        const profile = profiles.find((one) => one.id === id);
        if (!profile) throw new Error("only what was found is read");
        return { ok: true as const, value: profile, durationMs: 0 };
      },
    },
  };
}

type Account = ReturnType<typeof account>;

/** The whole procedure after a lost answer: look, wait, look, decide (API contract §10.3). */
async function settle({ reader, wait }: Account, waits: readonly number[]): Promise<LostCreate> {
  const looks: LookUp[] = [];
  for (const time of waits) {
    wait(time);
    const look = await findProfile(reader, ada);
    if (!look.ok) throw new Error("every question is answered here");
    looks.push(look.value);
    const decision = lostCreateOf(looks);
    if (decision.kind !== "look_again") return decision;
  }
  throw new Error("two looks must be enough to decide");
}

const delays = fc.integer({ min: 0, max: 100 });
const namesakes = fc.array(fc.boolean(), { maxLength: 4 });

test("a create whose answer was lost is adopted, never repeated, whenever the index shows it before the second look", async () => {
  await fc.assert(
    fc.asyncProperty(delays, delays, delays, namesakes, async (indexDelay, first, between, others) => {
      fc.pre(indexDelay <= first + between);
      const remote = account(indexDelay);
      for (const [number, isTagged] of others.entries()) remote.create(`OTHER-${number}`, isTagged);
      remote.create("CRM-1", false);
      expect(await settle(remote, [first, between])).toMatchObject({
        kind: "adopt",
        profile: { customerRef: "CRM-1" },
      });
      expect(remote.created("CRM-1")).toBe(1);
    }),
  );
});

test("a create that never happened is sent again after the second look and not before, whoever has the same name", async () => {
  await fc.assert(
    fc.asyncProperty(delays, delays, delays, namesakes, async (indexDelay, first, between, others) => {
      const remote = account(indexDelay);
      for (const [number, isTagged] of others.entries()) remote.create(`OTHER-${number}`, isTagged);
      expect(await settle(remote, [first, between])).toEqual({ kind: "send_again" });
    }),
  );
});

test("an index later than both looks is the limit of the procedure: there will be two, and the next look-up gives them to a person", async () => {
  await fc.assert(
    fc.asyncProperty(delays, delays, fc.integer({ min: 1, max: 100 }), async (first, between, later) => {
      const remote = account(first + between + later);
      remote.create("CRM-1", false);
      expect(await settle(remote, [first, between])).toEqual({ kind: "send_again" });
      remote.create("CRM-1", true);
      expect(await settle(remote, [first + between + later, 0])).toEqual({
        kind: "ask_a_person",
        profileIds: ["p1", "p2"],
      });
    }),
  );
});
