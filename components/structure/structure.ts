import type { ReplyOf } from "#lib/contracts/contract.ts";
import type { readStructure } from "#lib/contracts/structure.ts";

/** The structure around a record as its page gets it: names masked. */
export type ShownStructure = ReplyOf<typeof readStructure>;
export type ShownNode = ShownStructure["nodes"][number];
export type ShownEdge = ShownStructure["edges"][number];
