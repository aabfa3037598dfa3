import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { openTestRoom } from "../../store/test-room.ts";
import { setUp } from "./command.ts";
import { setUpCodeOf } from "./set-up-code.ts";

let room: Awaited<ReturnType<typeof openTestRoom>>;
beforeAll(async () => {
  room = await openTestRoom();
});
beforeEach(async () => {
  await room.ctx.db.user.deleteMany();
});
afterAll(() => room.close());

const person = { name: "Ines Admin", email: "Ines@bank.example", password: "a sentence for the first day" };
const code = () => setUpCodeOf(room.ctx.env.CAUSEWAY_SECRET);

test("whoever has the code becomes the first admin, and nobody after them", async () => {
  expect(await setUp(room.ctx, { ...person, code: code() })).toMatchObject({ ok: true });
  expect(await room.ctx.db.user.findMany({ select: { email: true, role: true } })).toEqual([
    { email: "ines@bank.example", role: "admin" },
  ]);
  expect(await setUp(room.ctx, { ...person, email: "second@bank.example", code: code() })).toMatchObject({
    ok: false,
    refusal: { kind: "not_now" },
  });
});

test("of several who set up at the same moment one becomes admin", async () => {
  const tries = [1, 2, 3].map((n) => setUp(room.ctx, { ...person, email: `p${n}@bank.example`, code: code() }));
  expect((await Promise.all(tries)).filter(({ ok }) => ok)).toHaveLength(1);
  expect(await room.ctx.db.user.count()).toBe(1);
});

test("an empty panel is not taken without the code", async () => {
  expect(await setUp(room.ctx, { ...person, code: "AAAA-AAAA-AAAA" })).toMatchObject({
    ok: false,
    refusal: { kind: "not_permitted" },
  });
  expect(await room.ctx.db.user.count()).toBe(0);
});
