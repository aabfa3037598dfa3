import fc from "fast-check";
import { expect, test } from "vitest";
import type { CallResult } from "../domain/failure.ts";
import { changeData, writesMax } from "./change-data.ts";
import type { CollectedData, DataReplaced, DataVersion } from "./collected-data.ts";

const ok = <T>(value: T): CallResult<T> => ({ ok: true, value, durationMs: 10 });
const person = (more: object = {}): CollectedData => ({ entity_type: "INDIVIDUAL", ...more });
const withEmail = (email: string) => (data: CollectedData) => ({ ...data, contact_details: { email } });

/** A profile that others write to just before each of our writes: `others` are their changes, in turn. */
function profile(start: CollectedData, others: ((data: CollectedData) => CollectedData)[] = []) {
  let version = 1;
  let data = start;
  const pauses: number[] = [];
  const etag = () => `W/"${version}"`;
  let writes = 0;
  return {
    pauses,
    now: () => data,
    writes: () => writes,
    writer: {
      read: async () => ok<DataVersion>({ data, etag: etag() }),
      async replace(next: DataVersion): Promise<CallResult<DataReplaced>> {
        writes += 1;
        const other = others.shift();
        if (other) {
          data = other(data);
          version += 1;
        }
        if (next.etag !== etag()) return ok({ kind: "conflict", data, etag: etag() });
        data = next.data;
        version += 1;
        return ok({ kind: "replaced", data, etag: etag() });
      },
      pause: async (ms: number) => void pauses.push(ms),
    },
  };
}

test("a change is written on top of what somebody else wrote meanwhile, and both stay", async () => {
  const remote = profile(person(), [(data) => ({ ...data, customer_ref: "theirs" })]);
  expect(await changeData(remote.writer, withEmail("a@post.example"))).toMatchObject({
    value: { kind: "changed", etag: 'W/"3"' },
    durationMs: 30,
  });
  expect(remote.now()).toEqual(person({ customer_ref: "theirs", contact_details: { email: "a@post.example" } }));
  expect(remote.pauses).toEqual([50]);
});

test("what is so already is not written again", async () => {
  const remote = profile(person({ contact_details: { email: "a@post.example" } }));
  expect(await changeData(remote.writer, withEmail("a@post.example"))).toMatchObject({ value: { kind: "unchanged" } });
  expect(remote.writes()).toBe(0);
});

test("when somebody else wrote the very same meanwhile there is nothing left to do", async () => {
  const remote = profile(person(), [withEmail("a@post.example")]);
  expect(await changeData(remote.writer, withEmail("a@post.example"))).toMatchObject({ value: { kind: "unchanged" } });
  expect(remote.writes()).toBe(1);
});

test("a field of ours that somebody else set otherwise since our last reading is for a person, and nothing is written", async () => {
  const remote = profile(person(), [withEmail("theirs@post.example")]);
  expect(await changeData(remote.writer, withEmail("a@post.example"))).toMatchObject({
    value: { kind: "collision", fields: ["contact_details.email"] },
  });
  expect(remote.now()).toEqual(person({ contact_details: { email: "theirs@post.example" } }));
});

test("a change may itself say over which fields a person must decide", async () => {
  const remote = profile(person());
  expect(await changeData(remote.writer, () => ({ collision: ["metadata.number"] }))).toMatchObject({
    value: { kind: "collision", fields: ["metadata.number"] },
  });
  expect(remote.writes()).toBe(0);
});

test("after five writes that were all too late it is contested, with longer pauses between them", async () => {
  const counting = (data: CollectedData) => ({ ...data, count: Number(data.count ?? 0) + 1 });
  const remote = profile(
    person(),
    Array.from({ length: 9 }, () => counting),
  );
  expect(await changeData(remote.writer, withEmail("a@post.example"))).toMatchObject({
    value: { kind: "contested", tries: writesMax },
  });
  expect(remote.pauses).toEqual([50, 100, 200, 400]);
  expect(remote.now()).not.toHaveProperty("contact_details");
});

test("a write whose answer was lost is not written again", async () => {
  const remote = profile(person());
  const lost: CallResult<DataReplaced> = {
    ok: false,
    durationMs: 10,
    failure: { kind: "uncertain", code: "connection_lost", message: "lost" },
  };
  let writes = 0;
  const replace = async () => {
    writes += 1;
    return lost;
  };
  expect(await changeData({ ...remote.writer, replace }, withEmail("a@post.example"))).toMatchObject({
    ok: false,
    failure: { kind: "uncertain" },
    durationMs: 20,
  });
  expect(writes).toBe(1);
});

test("however others write between, nothing of theirs is lost, and ours is there exactly when it says so", async () => {
  const otherWrites = fc.array(
    fc.record({ key: fc.constantFrom("a", "b", "mine"), value: fc.constantFrom("1", "2", "ours") }),
    { maxLength: 7 },
  );
  await fc.assert(
    fc.asyncProperty(otherWrites, async (others) => {
      const wrote: Record<string, string> = {};
      const remote = profile(
        person(),
        others.map(({ key, value }) => (data) => {
          wrote[key] = value;
          return { ...data, [key]: value };
        }),
      );
      const result = await changeData(remote.writer, (data) => ({ ...data, mine: "ours" }));
      if (!result.ok) throw new Error("no call fails here");
      const isOurs = result.value.kind === "changed" || result.value.kind === "unchanged";
      expect(remote.now()).toEqual(person({ ...wrote, ...(isOurs ? { mine: "ours" } : {}) }));
      if (!isOurs) expect(["contested", "collision"]).toContain(result.value.kind);
      if (result.value.kind === "collision") expect(wrote.mine).toMatch(/1|2/);
    }),
  );
});
