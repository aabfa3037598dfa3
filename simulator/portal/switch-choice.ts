import { z } from "zod";
import { type Settings, settingsSchema } from "../settings.ts";

export type SwitchName = keyof Settings;

/** How a person sets a switch: one of a few positions, a number, or words separated by commas. */
export type Choice =
  | { kind: "positions"; positions: (string | number | boolean)[] }
  | { kind: "number" }
  | { kind: "words" };

export const SWITCH_NAMES = Object.keys(settingsSchema.shape) as SwitchName[];

/** Reads the choice off the switch's own schema, so that a new switch needs no form of its own. */
export function choiceOf(name: SwitchName): Choice {
  const schema: unknown = settingsSchema.shape[name].unwrap();
  if (schema instanceof z.ZodBoolean) return { kind: "positions", positions: [true, false] };
  if (schema instanceof z.ZodEnum) return { kind: "positions", positions: schema.options };
  if (schema instanceof z.ZodUnion) return { kind: "positions", positions: schema.options.flatMap(literalsOf) };
  return schema instanceof z.ZodArray ? { kind: "words" } : { kind: "number" };
}

function literalsOf(schema: unknown): (string | number | boolean)[] {
  if (!(schema instanceof z.ZodLiteral)) return [];
  return [...schema.values].filter((value) => ["string", "number", "boolean"].includes(typeof value)) as (
    | string
    | number
    | boolean
  )[];
}

/** The value that a form's text stands for; still to be checked by the switch's schema. */
export function valueOfText(name: SwitchName, text: string): unknown {
  const choice = choiceOf(name);
  switch (choice.kind) {
    case "positions":
      return choice.positions.find((position) => String(position) === text) ?? text;
    case "words":
      return text
        .split(",")
        .map((word) => word.trim())
        .filter(Boolean);
    case "number":
      return text.trim() === "" ? undefined : Number(text);
  }
}
