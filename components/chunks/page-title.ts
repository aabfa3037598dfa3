import type { ChunkStatus } from "#lib/domain/chunk.ts";
import { type DeliveryCounts, settledOf } from "./identity-rows.ts";
import { percentOf } from "./number-words.ts";

type Titled = {
  number: number;
  status: ChunkStatus;
  clientCount: number;
  deliveries: DeliveryCounts;
  migrationName: string;
};

const showsProgress: Record<ChunkStatus, boolean> = {
  draft: false,
  submitted: false,
  approved: false,
  running: true,
  pausing: true,
  paused: true,
  stopping: true,
  stopped: false,
  finished: false,
};

/** The document title: progress first, so that a tab in the background tells how far it is. */
export function pageTitleOf(chunk: Titled): string {
  const name = `Chunk ${chunk.number}, ${chunk.status} · ${chunk.migrationName} · Causeway`;
  return showsProgress[chunk.status]
    ? `${percentOf(settledOf(chunk.deliveries), chunk.clientCount)} % · ${name}`
    : name;
}
