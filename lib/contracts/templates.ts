import { z } from "zod";
import { type TemplateKind, templateKinds } from "../domain/template-kind.ts";

export const templateFormats = ["csv", "xlsx"] as const;
export type TemplateFormat = (typeof templateFormats)[number];

/** `GET /api/templates/individuals.xlsx` (permission `look`): an empty file to fill in, with three example rows. The body is the file. */
export const templateHref = (kind: TemplateKind, format: TemplateFormat): string => `/api/templates/${kind}.${format}`;

export const templateParams = z.object({ fileName: z.string() }).transform(({ fileName }, context) => {
  for (const kind of templateKinds)
    for (const format of templateFormats) if (fileName === `${kind}.${format}`) return { kind, format };
  context.addIssue({ code: "custom", message: "There is no such template." });
  return z.NEVER;
});
