import type { StateMachine } from "../domain/state-machine.ts";
import { sourcesOf } from "../domain/state-machine.ts";
import type { Db, Tx } from "./client.ts";
import { Prisma } from "./generated/client.ts";

/** Which table keeps the status of which machine. Readiness is moved set-based by move-readiness.ts. */
export const tableByMachine: Record<string, { table: string; column: string; type: string }> = {
  migration: { table: "Migration", column: "status", type: "MigrationStatus" },
  "source file": { table: "SourceFile", column: "status", type: "SourceFileStatus" },
  "record readiness": { table: "Record", column: "readiness", type: "Readiness" },
  chunk: { table: "Chunk", column: "status", type: "ChunkStatus" },
  delivery: { table: "Delivery", column: "status", type: "DeliveryStatus" },
  attempt: { table: "Attempt", column: "status", type: "AttemptStatus" },
  "webhook event": { table: "WebhookEvent", column: "status", type: "WebhookEventStatus" },
  "document bundle": { table: "DocumentBundle", column: "status", type: "BundleStatus" },
  "profile sweep": { table: "ProfileSweep", column: "status", type: "ProfileSweepStatus" },
  "smoke run": { table: "SmokeRun", column: "status", type: "SmokeRunStatus" },
};

type Value = string | number | boolean | Date | null;

export type Move<S extends string> = {
  id: string;
  /** Narrower than all edges into `to`, where the caller knows; every one must be an edge of the machine. */
  from?: S | readonly S[];
  to: S;
  /** The person, or null for the panel itself. */
  byId: string | null;
  because: string;
  /** Other columns that belong to the same moment. */
  set?: Record<string, Value>;
};

/**
 * Moves one status, in one compare-and-set statement that also writes the Transition row.
 * @returns true when this caller was the one who moved it; false when it was not in a status it may come from
 * @throws Error when the machine has no such edge: that is a bug, not a race
 */
export async function transition<S extends string>(
  db: Db | Tx,
  machine: StateMachine<S>,
  move: Move<S>,
): Promise<boolean> {
  const moved = await transitionMany(db, machine, { ...move, ids: [move.id] });
  return moved.length === 1;
}

export type MoveMany<S extends string> = Omit<Move<S>, "id"> & { ids: readonly string[] };

/** Moves those of `ids` that are in a status they may come from. @returns the ids this caller moved */
export async function transitionMany<S extends string>(
  db: Db | Tx,
  machine: StateMachine<S>,
  move: MoveMany<S>,
): Promise<string[]> {
  if (move.ids.length === 0) return [];
  const place = tableByMachine[machine.name];
  if (!place) throw new Error(`No table keeps the machine “${machine.name}”.`);
  const from = allowedFrom(machine, move);
  const status = Prisma.raw(`"${place.column}"`);
  const type = Prisma.raw(`"${place.type}"`);
  const table = Prisma.raw(`"${place.table}"`);
  const extra = Object.entries(move.set ?? {}).map(
    ([column, value]) => Prisma.sql`, ${Prisma.raw(`"${column}"`)} = ${value}`,
  );
  const rows = await db.$queryRaw<{ id: string }[]>`
    with before as (
      select id, ${status} as status from ${table}
      where id = any(${[...move.ids]}::uuid[]) and ${status} = any(${from}::${type}[])
      for update
    ), moved as (
      update ${table} as t set ${status} = ${move.to}::${type} ${extra.length > 0 ? Prisma.join(extra, "") : Prisma.empty}
      from before where t.id = before.id
      returning t.id
    ), logged as (
      insert into "Transition" (machine, "subjectId", "from", "to", "byId", because)
      select ${machine.name}, before.id, before.status::text, ${move.to}, ${move.byId}, ${move.because} from before
    )
    select id::text from moved`;
  return rows.map((row) => row.id);
}

function allowedFrom<S extends string>(machine: StateMachine<S>, move: Pick<Move<S>, "from" | "to">): S[] {
  const edges = sourcesOf(machine, move.to);
  if (move.from === undefined) return edges;
  const asked = typeof move.from === "string" ? [move.from] : [...move.from];
  const missing = asked.filter((status) => !edges.includes(status));
  if (missing.length > 0)
    throw new Error(`The ${machine.name} machine has no edge from ${missing.join(", ")} to ${move.to}.`);
  return asked;
}
