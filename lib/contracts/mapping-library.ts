import { z } from "zod";
import { entityTypes } from "../domain/entity.ts";
import { fileKinds } from "../domain/file-kind.ts";
import { portableMappingSchema } from "../domain/portable-mapping.ts";
import { contract, fileParams, instant, none } from "./contract.ts";

export const savedMappingParams = z.object({ savedMappingId: z.uuid() });
/** A version by its number. */
export const savedVersionParams = savedMappingParams.extend({ version: z.coerce.number().int().min(1) });

const savedName = z.string().trim().min(1, "The name is missing").max(100);
const note = z.string().trim().max(500);
const sourceSystem = z.string().trim().min(1, "The source system is missing").max(200);

/** A mapping in words (lib/domain/mapping-words.ts). */
export const mappingWords = z.object({
  columns: z.array(
    z.object({ column: z.string(), answer: z.enum(["mapped", "ignored", "open"]), becomes: z.array(z.string()) }),
  ),
  everywhere: z.array(z.string()),
});

const savedMapping = z.object({
  id: z.uuid(),
  name: z.string(),
  sourceSystem: z.string(),
  kind: z.enum(fileKinds),
  entityType: z.enum(entityTypes),
  retiredAt: instant.nullable(),
  retiredByName: z.string().nullable(),
});

/** By source system, then by name. `uses`: files whose mapping began with one of its versions. */
export const listSavedMappings = contract({
  method: "GET",
  path: "/api/mapping-library",
  needs: "look",
  reply: z.object({
    mappings: z.array(
      savedMapping.extend({ newestVersion: z.number(), newestByName: z.string(), newestAt: instant, uses: z.number() }),
    ),
  }),
});

/** One mapping with all its versions, newest first. `changes`: in words, against the version before; empty for the first. */
export const readSavedMapping = contract({
  method: "GET",
  path: "/api/mapping-library/:savedMappingId",
  needs: "look",
  params: savedMappingParams,
  reply: savedMapping.extend({
    versions: z.array(
      z.object({
        version: z.number(),
        note: z.string(),
        madeOn: z.string(),
        createdByName: z.string(),
        createdAt: instant,
        uses: z.number(),
        columns: z.number(),
        changes: z.array(z.string()),
      }),
    ),
  }),
});

export const readSavedVersion = contract({
  method: "GET",
  path: "/api/mapping-library/:savedMappingId/versions/:version",
  needs: "look",
  params: savedVersionParams,
  reply: z.object({ version: z.number(), words: mappingWords }),
});

/** Any two versions of one mapping, in words. */
export const compareSavedVersions = contract({
  method: "GET",
  path: "/api/mapping-library/:savedMappingId/difference",
  needs: "look",
  params: savedMappingParams,
  query: z.object({ from: z.coerce.number().int().min(1), to: z.coerce.number().int().min(1) }),
  reply: z.object({ changes: z.array(z.string()) }),
});

const mappingFile = z.object({
  /** The uploaded JSON, not looked at yet. */
  document: z.unknown(),
  /** Instead of what the file says. */
  name: savedName.optional(),
  sourceSystem: sourceSystem.optional(),
});

/** What taking in a mapping file would do. Changes nothing. */
export const lookAtMappingFile = contract({
  method: "POST",
  path: "/api/mapping-library/readings",
  needs: "prepare",
  body: mappingFile,
  reply: z.object({
    name: z.string(),
    sourceSystem: z.string(),
    kind: z.enum(fileKinds),
    entityType: z.enum(entityTypes),
    words: mappingWords,
    /** What will happen, in a sentence. */
    sentence: z.string(),
    /** Against the version that it would follow. */
    changes: z.array(z.string()),
    /** False: there is nothing to take in, or it may not be. */
    isTakeable: z.boolean(),
  }),
});

export const takeInMapping = contract({
  method: "POST",
  path: "/api/mapping-library",
  needs: "prepare",
  body: mappingFile.extend({ note, fileName: z.string().max(255) }),
  reply: z.object({ savedMappingId: z.uuid(), version: z.number(), isNew: z.boolean() }),
});

/** The newest saved mapping of a file goes into the library: under a new name, or as the next version of that name. */
export const saveToLibrary = contract({
  method: "POST",
  path: "/api/files/:fileId/library",
  needs: "prepare",
  params: fileParams,
  body: z.object({ name: savedName, note }),
  reply: z.object({ savedMappingId: z.uuid(), version: z.number(), isNew: z.boolean() }),
});

export const renameSavedMapping = contract({
  method: "PUT",
  path: "/api/mapping-library/:savedMappingId/name",
  needs: "prepare",
  params: savedMappingParams,
  body: z.object({ name: savedName }),
  reply: none,
});
export const retireSavedMapping = contract({
  method: "POST",
  path: "/api/mapping-library/:savedMappingId/retirement",
  needs: "prepare",
  params: savedMappingParams,
  reply: none,
});
export const bringBackSavedMapping = contract({
  method: "DELETE",
  path: "/api/mapping-library/:savedMappingId/retirement",
  needs: "prepare",
  params: savedMappingParams,
  reply: none,
});

const place = z.object({ key: z.string(), words: z.string() });

/** What became of the columns of an earlier mapping in a file (lib/stages/map/drift.ts). */
export const driftSchema = z.object({
  same: z.number(),
  moved: z.array(z.string()),
  added: z.array(z.string()),
  missing: z.array(z.string()),
  /** `key`: of the earlier column; `column`: the place in the file of what it is probably called now. */
  renamed: z.array(place.extend({ column: z.number(), name: z.string(), reason: z.string(), isLikely: z.boolean() })),
  /** Values that are not as they were: sentences. */
  findings: z.array(z.string()),
  /** Places of date columns whose format does not fit any more: a person chooses again. */
  datesToChoose: z.array(z.number()),
});

/** Earlier mappings that could serve this file, the best first: of the library, and of other files of the migration. */
export const findEarlierMappings = contract({
  method: "GET",
  path: "/api/files/:fileId/library",
  needs: "look",
  params: fileParams,
  reply: z.object({
    offers: z.array(
      z.object({
        /** Of the library version; null: the mapping of another file of this migration. */
        savedVersionId: z.uuid().nullable(),
        title: z.string(),
        madeBy: z.string(),
        madeAt: instant,
        portable: portableMappingSchema,
        drift: driftSchema,
      }),
    ),
  }),
});

/** Every version of a file's mapping, newest first, and how the newest stands to the library. */
export const listMappingVersions = contract({
  method: "GET",
  path: "/api/files/:fileId/mapping/versions",
  needs: "look",
  params: fileParams,
  reply: z.object({
    versions: z.array(
      z.object({
        version: z.number(),
        createdByName: z.string(),
        createdAt: instant,
        /** The library version it began with, in words. */
        beganWith: z.string().nullable(),
        /** Against the version before; empty for the first. */
        changes: z.array(z.string()),
        /** What using it again would change in the newest. */
        back: z.array(z.string()),
      }),
    ),
    library: z
      .object({
        savedMappingId: z.uuid(),
        name: z.string(),
        version: z.number(),
        isRetired: z.boolean(),
        /** The file's mapping against that version. */
        changes: z.array(z.string()),
      })
      .nullable(),
    /** Names that saving would make the next version of. */
    names: z.array(z.string()),
  }),
});

/** Makes a new version with what an earlier one said, and has every row checked with it. */
export const reuseMappingVersion = contract({
  method: "POST",
  path: "/api/files/:fileId/mapping/reuses",
  needs: "prepare",
  params: fileParams,
  body: z.object({ version: z.number().int().min(1) }),
  reply: z.object({ version: z.number() }),
});
