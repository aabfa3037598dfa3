import { z } from "zod";
import { contract, recordParams } from "./contract.ts";
import { revealBody } from "./records.ts";

/** `recordId` null: the reference is in no file. `companies`: in how many companies of the migration it is an associate. */
const node = z.object({
  key: z.string(),
  recordId: z.uuid().nullable(),
  reference: z.string().nullable(),
  maskedName: z.string().nullable(),
  entityType: z.enum(["individual", "company"]).nullable(),
  isClient: z.boolean(),
  /** `created` when it has its profiles; else, of a client, the status of its delivery; else its readiness. */
  standing: z.string().nullable(),
  companies: z.number(),
});

/** One place in a company. `below`: on a way down from the root, `above`: on a way up; `closesCircle`: it leads back to where one came from. */
const edge = z.object({
  id: z.string(),
  ownerKey: z.string(),
  associateKey: z.string(),
  below: z.boolean(),
  above: z.boolean(),
  closesCircle: z.boolean(),
  role: z.string(),
  percentage: z.number().nullable(),
  appointedOn: z.string().nullable(),
  resignedOn: z.string().nullable(),
  isResigned: z.boolean(),
});

/** The structure around a record: its associates and theirs, and the companies it is an associate of. Names are masked. */
export const readStructure = contract({
  method: "GET",
  path: "/api/records/:recordId/structure",
  needs: "look",
  params: recordParams,
  reply: z.object({
    rootKey: z.string(),
    nodes: z.array(node),
    edges: z.array(edge),
    leftOut: z.boolean(),
    tooDeep: z.boolean(),
    /** Of a client that is a company: the links of its family that become profiles, and how many of them have errors. */
    profiles: z.object({ associates: z.number(), invalid: z.number() }).nullable(),
  }),
});

/** The names of a structure unmasked, with a reason; audited. */
export const revealStructure = contract({
  method: "POST",
  path: "/api/records/:recordId/structure/reveals",
  needs: "look",
  params: recordParams,
  body: revealBody,
  reply: z.object({ names: z.array(z.object({ recordId: z.uuid(), name: z.string() })) }),
});
