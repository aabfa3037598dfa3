import type { ChunkKind, ChunkStatus } from "../../domain/chunk.ts";
import type { Environment } from "../../domain/connection.ts";
import type { DeliveryStatus } from "../../domain/delivery.ts";

type Row = {
  id: string;
  number: number;
  kind: ChunkKind;
  status: ChunkStatus;
  processes: number;
  clientCount: number;
  createdById: string;
  createdAt: Date;
  connection: { name: string; environment: Environment };
};

/** What lists and the dashboard alike say about a chunk. */
export function summaryOfChunk(
  chunk: Row,
  names: ReadonlyMap<string, string>,
  deliveries: Record<DeliveryStatus, number>,
  withGaps: number,
) {
  return {
    id: chunk.id,
    number: chunk.number,
    kind: chunk.kind,
    status: chunk.status,
    processes: chunk.processes,
    clientCount: chunk.clientCount,
    environment: chunk.connection.environment,
    connectionName: chunk.connection.name,
    createdByName: names.get(chunk.createdById) ?? "somebody who left",
    createdAt: chunk.createdAt.toISOString(),
    deliveries,
    withGaps,
  };
}
