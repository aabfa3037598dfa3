import { expect, test } from "vitest";
import { settingsSchema } from "../settings.ts";
import { choiceOf, SWITCH_NAMES, valueOfText } from "./switch-choice.ts";

const preset = settingsSchema.parse({});

test.each(SWITCH_NAMES)("the form can say every position of %s, and its default", (name) => {
  const choice = choiceOf(name);
  const schema = settingsSchema.shape[name];
  const positions = choice.kind === "positions" ? choice.positions : [preset[name]];
  expect(positions).toContain(preset[name]);
  for (const position of positions) {
    const text = Array.isArray(position) ? position.join(", ") : String(position);
    expect(schema.parse(valueOfText(name, text))).toEqual(position);
  }
});

test("a text that is no position, no number or nothing at all is not taken for one", () => {
  expect(settingsSchema.shape.createdStatus.safeParse(valueOfText("createdStatus", "202")).success).toBe(false);
  expect(settingsSchema.shape.latencyMs.safeParse(valueOfText("latencyMs", "soon")).success).toBe(false);
  expect(valueOfText("latencyMs", " ")).toBeUndefined();
});
