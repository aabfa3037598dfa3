import { expect, test } from "vitest";
import type { Individual } from "../domain/entity.ts";
import type { CallResult } from "../domain/failure.ts";
import { findProfile } from "./find-profile.ts";
import type { RemoteProfile } from "./remote-profile.ts";
import type { FoundPages } from "./search-pages.ts";

const ada: Individual = { entityType: "individual", reference: "CRM-1", givenNames: ["Ada"], familyName: "Example" };

const ok = <T>(value: T): CallResult<T> => ({ ok: true, value, durationMs: 10 });
const profile = (id: string, customerRef: string): RemoteProfile => ({
  id,
  role: "INDIVIDUAL_CUSTOMER",
  customerRef,
  displayName: "Ada Example",
  applications: [],
  tags: [],
  company: null,
  dateOfBirth: null,
  hasAssociates: false,
  linkedTo: [],
});
const failed = (httpStatus: number): CallResult<never> => ({
  ok: false,
  durationMs: 10,
  failure: { kind: httpStatus < 500 ? "refused" : "unreachable", code: "x", message: "", httpStatus },
});

/** An account in which every search for the name finds these ids. */
function account(ids: string[], read: (id: string) => CallResult<RemoteProfile>, isCut = false) {
  const asked: string[] = [];
  const found = (q: string) =>
    q === "Ada Example" ? ids.map((profileId) => ({ profileId, displayName: "Ada Example", role: null })) : [];
  return {
    asked,
    search: async (q: string): Promise<CallResult<FoundPages>> => {
      asked.push(q);
      return ok({ found: found(q), isCut });
    },
    read: async (id: string) => read(id),
  };
}

test("tag and name are both asked, every namesake is read, and the one with our reference is found", async () => {
  const reader = account(["a", "b"], (id) => ok(profile(id, id === "b" ? "CRM-1" : "CRM-2")));
  expect(await findProfile(reader, ada)).toMatchObject({
    value: { kind: "one", profile: { id: "b" } },
    durationMs: 40,
  });
  expect(reader.asked).toEqual(["MIGREF-CRM-1", "Ada Example"]);
});

test("a candidate deleted since the search is passed over", async () => {
  const reader = account(["gone", "b"], (id) => (id === "gone" ? failed(404) : ok(profile(id, "CRM-1"))));
  expect(await findProfile(reader, ada)).toMatchObject({ value: { kind: "one", profile: { id: "b" } } });
});

test("a candidate that cannot be read now leaves the look-up undecided: nothing is concluded from half an answer", async () => {
  const reader = account(["a", "b"], (id) => (id === "b" ? failed(502) : ok(profile(id, "CRM-2"))));
  expect(await findProfile(reader, ada)).toMatchObject({ ok: false, failure: { kind: "unreachable" } });
});

test("a candidate Passfort will not show is for a person: it may be the very one", async () => {
  const reader = account(["a", "b"], (id) => (id === "b" ? failed(400) : ok(profile(id, "CRM-2"))));
  expect(await findProfile(reader, ada)).toMatchObject({ value: { kind: "several", profileIds: ["b"] } });
});

test("more namesakes than are read never end in none", async () => {
  const ids = Array.from({ length: 201 }, (_, index) => `p${index}`);
  const reader = account(ids, (id) => ok(profile(id, "CRM-2")));
  expect(await findProfile(reader, ada)).toMatchObject({ value: { kind: "several" } });
});

test("search results that were cut off never end in none, but a find still counts", async () => {
  expect(
    await findProfile(
      account([], () => failed(404), true),
      ada,
    ),
  ).toMatchObject({ value: { kind: "several" } });
  const lucky = account(["a"], (id) => ok(profile(id, "CRM-1")), true);
  expect(await findProfile(lucky, ada)).toMatchObject({ value: { kind: "one" } });
});
