import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { z } from "zod";
import { settingsSchema } from "./settings.ts";
import { simulatorForTest } from "./test-client.ts";
import { SWITCHES } from "./test-switches.ts";

type Position = string | number | boolean;

/** Every value that a switch can take, from its schema; nothing for times and lists of words. */
function positionsOf(schema: z.ZodType): Position[] {
  if (schema instanceof z.ZodEnum) return schema.options as Position[];
  if (schema instanceof z.ZodBoolean) return [true, false];
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((one) => (one as z.ZodLiteral).value as Position);
  return [];
}

const POSITIONS = Object.entries(settingsSchema.shape).flatMap(([name, schema]) =>
  positionsOf(schema.unwrap()).map((position) => [name as keyof typeof SWITCHES, position] as const),
);

test("every switch is tried below in each of its positions", () => {
  const tried = Object.entries(SWITCHES).flatMap(([name, row]) => Object.keys(row.seen).map((at) => `${name}=${at}`));
  expect(tried.sort()).toEqual(POSITIONS.map(([name, at]) => `${name}=${at}`).sort());
});

const LOADED_MACHINE_MS = 20_000;

test.each(POSITIONS)(
  "with %s at %s a client sees what that position promises",
  async (name, position) => {
    const client = await simulatorForTest({ settings: { [name]: position } });
    expect(await SWITCHES[name].probe(client)).toEqual(SWITCHES[name].seen[String(position)]);
  },
  LOADED_MACHINE_MS,
);

test("every switch can be put into each of its positions while the simulator runs", async () => {
  const { control } = await simulatorForTest();
  for (const [name, position] of POSITIONS)
    expect((await control("POST", "/settings", { [name]: position })).body).toMatchObject({ [name]: position });
});

test("the README names every setting", () => {
  const readme = readFileSync(new URL("./README.md", import.meta.url), "utf8");
  expect(Object.keys(settingsSchema.shape).filter((name) => !readme.includes(`\`${name}\``))).toEqual([]);
});
