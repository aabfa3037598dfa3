import { z } from "zod";
import { oneOf, uuid } from "./scalars.ts";
import vocabulary from "./vocabulary.json" with { type: "json" };

const shared = {
  task_ids: z.array(uuid).optional(),
  variant: z.looseObject({ id: uuid }).optional(),
};

const documentCheck = z.looseObject({
  check_type: z.enum(["DOCUMENT_VERIFICATION", "COMPANY_DOCUMENT_VERIFICATION"]),
  document_id: uuid,
  ...shared,
});

const fetchCheck = z.looseObject({
  check_type: z.literal("DOCUMENT_FETCH"),
  source: oneOf(["JUMIO", "ONFIDO"]),
  reference: z.string(),
  ...shared,
});

const screen = z.looseObject({
  check_type: z.enum(["PEPS_AND_SANCTIONS_SCREEN", "COMPANY_PEPS_AND_SANCTIONS_SCREEN"]),
  disable_initial_screen: z.boolean().optional(),
  disable_monitoring: z.boolean().optional(),
  ...shared,
});

const NAMED = [...documentCheck.shape.check_type.options, "DOCUMENT_FETCH", ...screen.shape.check_type.options];

const plainCheck = z.looseObject({
  check_type: z.enum(vocabulary.CheckType.filter((type) => !(NAMED as string[]).includes(type))),
  form_id: z.string().optional(),
  source_id: z.string().optional(),
  ...shared,
});

/** The order for a check; API contract §5.4. Three kinds need more than their type. */
export const checkRequest = z.discriminatedUnion("check_type", [documentCheck, fetchCheck, screen, plainCheck], {
  error: "check_type must be a check type",
});

const DETAILS = [
  "document_id",
  "source",
  "reference",
  "disable_initial_screen",
  "disable_monitoring",
  "form_id",
  "source_id",
];

/** What the order said beyond type, tasks and variant; the check shows it again. */
export function checkDetails(sent: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(DETAILS.flatMap((name) => (sent[name] === undefined ? [] : [[name, sent[name]]])));
}
