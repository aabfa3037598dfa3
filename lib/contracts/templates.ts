import { z } from "zod";
import { type EntityType, entityTypes } from "../domain/entity.ts";

export const templateFormats = ["csv", "xlsx"] as const;
export type TemplateFormat = (typeof templateFormats)[number];

const names: Record<EntityType, string> = { individual: "individuals", company: "companies" };

/** `GET /api/templates/individuals.xlsx` (permission `look`): an empty file to fill in, with three example rows. The body is the file. */
export const templateHref = (kind: EntityType, format: TemplateFormat): string =>
  `/api/templates/${names[kind]}.${format}`;

export const templateParams = z.object({ fileName: z.string() }).transform(({ fileName }, context) => {
  for (const kind of entityTypes)
    for (const format of templateFormats) if (fileName === `${names[kind]}.${format}`) return { kind, format };
  context.addIssue({ code: "custom", message: "There is no such template." });
  return z.NEVER;
});
