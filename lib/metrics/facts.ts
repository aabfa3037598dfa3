import type { AttemptStatus } from "../domain/attempt.ts";
import type { ChunkStatus } from "../domain/chunk.ts";
import type { Environment } from "../domain/connection.ts";
import type { DeliveryStatus } from "../domain/delivery.ts";

export type CallOutcome = Exclude<AttemptStatus, "open">;

/** What the rows say of one connection. */
export type AccountFacts = {
  id: string;
  environment: Environment;
  inFlight: number;
  processesAllowed: number;
  /** Until when its running chunk is held; null: there is none, or it is not. */
  heldUntil: Date | null;
  chunks: ReadonlyMap<ChunkStatus, number>;
  /** Of its live chunk. */
  deliveries: ReadonlyMap<DeliveryStatus, number>;
  uncertain: number;
  createdWithGaps: number;
  limits: readonly { call: string; intervalMs: number; burst: number; arrivalAt: Date; calls: number }[];
  recentCalls: readonly { outcome: CallOutcome; code: string | null; count: number }[];
};

/** What the rows say of the whole panel. */
export type Facts = {
  accounts: readonly AccountFacts[];
  /** When deliveries and gaps were counted. */
  countedAt: Date;
  /** When each worker was heard last. */
  beats: readonly Date[];
  filesBeingRead: number;
  filesBeingChecked: number;
};

export type QueueFacts = {
  backend: "redis" | "postgres";
  isUp: boolean;
  /** Jobs in the lane of each connection whose lane answered. */
  jobs: ReadonlyMap<string, number>;
};
