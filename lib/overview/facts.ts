import type { ChunkStatus } from "../domain/chunk.ts";
import type { Counts } from "../domain/counts.ts";
import type { SourceFileStatus } from "../domain/source-file.ts";

/** What the overview is derived from; nothing of it is stored a second time. */
export type Facts = {
  counts: Counts;
  /** Created clients of which something is missing. */
  withGaps: number;
  /** Associates and places with errors: their companies leave without them. */
  invalidAssociates: number;
  files: readonly {
    status: SourceFileStatus;
    rowCount: number | null;
    mappingVersion: number | null;
    isChecking: boolean;
  }[];
  hasPlan: boolean;
  chunks: readonly { number: number; status: ChunkStatus }[];
};

export const filesOf = (facts: Facts) => facts.files.filter((file) => file.status !== "withdrawn");
export const count = (n: number, one: string, many = `${one}s`) =>
  `${n.toLocaleString("en-GB")} ${n === 1 ? one : many}`;
