import { z } from "zod";
import { columnInWords, placesOf } from "../../domain/column-name.ts";
import { mappingBodySchema } from "../../domain/mapping.ts";
import { placedMapping } from "../../domain/placed-mapping.ts";
import {
  holdsColumns,
  isJsonObject,
  portableFormat,
  portableMappingSchema,
  portableOf,
} from "../../domain/portable-mapping.ts";
import { isSameJson } from "../../domain/same-json.ts";
import { mappingProblem } from "./mapping-problem.ts";

/** A mapping as it is downloaded and uploaded: a PortableMapping with the name it has in the library. */
export const mappingFileSchema = portableMappingSchema.extend({ name: z.string().trim().min(1).max(100) });
export type MappingFile = z.infer<typeof mappingFileSchema>;

export type FileReading = { ok: true; file: MappingFile } | { ok: false; sentence: string };

/** A mapping file as a whole or not at all; what is wrong with it is one sentence that says where. */
export function readMappingFile(document: unknown): FileReading {
  const stranger = strangerSentence(document);
  if (stranger) return wrong(stranger);
  const parsed = mappingFileSchema.safeParse(document);
  if (!parsed.success) return wrong(placeSentence(parsed.error));
  const { name: _, ...portable } = parsed.data;
  const numbered = columnByNumber(portable.mapping);
  if (numbered !== undefined)
    return wrong(`A column is named by the number ${numbered} in it; a mapping file names columns by their headers.`);
  const { placed, notTaken } = placedMapping(portable.mapping, placesOf(portable.columns));
  const [missing] = notTaken.flatMap((part) => part.missing);
  if (missing) return wrong(`It uses ${columnInWords(missing)}, which is not among its “columns”.`);
  const body = mappingBodySchema.safeParse(placed);
  if (!body.success) return wrong(placeSentence(body.error, "mapping"));
  const unknown = unknownPart(portable.mapping, portableOf(body.data, portable.columns, portable).mapping, "mapping");
  if (unknown) return wrong(`It has a part that this panel does not know: ${unknown}. It may come from a newer panel.`);
  const problem = mappingProblem(body.data, portable.columns, portable);
  return problem ? wrong(problem) : { ok: true, file: parsed.data };
}

const wrong = (what: string): FileReading => ({ ok: false, sentence: `This file cannot be taken in. ${what}` });

function strangerSentence(document: unknown): string | undefined {
  if (!isJsonObject(document) || document.format === undefined)
    return `It is no mapping: a mapping file begins with "format": "${portableFormat}".`;
  if (document.format !== portableFormat)
    return `Its format is “${String(document.format).slice(0, 60)}”; this panel reads ${portableFormat}.`;
  // PostgreSQL keeps neither NUL nor halves of characters; JSON.stringify writes just these as escapes.
  if (/\\u(0000|d[89a-f])/.test(JSON.stringify(document))) return "It holds a character that is no text.";
  return undefined;
}

/** The first thing zod complains about, with its place as people count: from 1. */
function placeSentence({ issues }: z.ZodError, under?: string): string {
  const [issue] = issues;
  const path = [...(under ? [under] : []), ...(issue?.path ?? [])].map((part) =>
    typeof part === "number" ? `number ${part + 1}` : String(part),
  );
  return `In “${path.join(", ")}”: ${(issue?.message ?? "not as it must be").replace(/\.$/, "")}.`;
}

/** A place instead of a name, somewhere in it. */
function columnByNumber(value: unknown, member = ""): number | undefined {
  if (typeof value === "number") return holdsColumns(member) ? value : undefined;
  if (Array.isArray(value))
    return value.map((each) => columnByNumber(each, member)).find((found) => found !== undefined);
  if (!isJsonObject(value)) return undefined;
  return Object.entries(value)
    .map(([key, each]) => columnByNumber(each, key))
    .find((found) => found !== undefined);
}

/** What the file says and the panel did not understand: it would be lost without a word. */
function unknownPart(given: unknown, understood: unknown, path: string): string | undefined {
  if (isSameJson(given, understood)) return undefined;
  if (typeof given !== "object" || given === null) return `“${path}”`;
  const others = new Map(typeof understood === "object" && understood !== null ? Object.entries(understood) : []);
  for (const [key, each] of Object.entries(given)) {
    const place = Array.isArray(given) ? `number ${Number(key) + 1}` : key;
    const found = unknownPart(each, others.get(key), `${path}, ${place}`);
    if (found) return found;
  }
  return `“${path}”`;
}
