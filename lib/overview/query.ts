import type { Context } from "../context.ts";
import type { ReplyOf } from "../contracts/contract.ts";
import type {
  listMigrations as listMigrationsContract,
  readMigration as readMigrationContract,
} from "../contracts/migrations.ts";
import type { Counts } from "../domain/counts.ts";
import { done, type Outcome, refused } from "../domain/refusal.ts";
import { countMigrationsWithGaps } from "../store/count-deliveries.ts";
import { countInvalidAssociates } from "../store/count-invalid-associates.ts";
import { countsOfMany } from "../store/counts-of.ts";
import type { Facts } from "./facts.ts";
import { stageStates } from "./stage-states.ts";
import { whoseMove } from "./whose-move.ts";

/** A worker that has not been heard for this long is not there. */
const workerSilenceMs = 30_000;

const include = {
  files: {
    select: {
      status: true,
      rowCount: true,
      checkingVersion: true,
      mappings: { select: { version: true }, orderBy: { version: "desc" }, take: 1 },
    },
  },
  plan: { select: { connection: { select: { name: true, environment: true } } } },
  chunks: { select: { number: true, status: true }, orderBy: { number: "asc" } },
} as const;

export async function listMigrations(ctx: Context): Promise<Outcome<ReplyOf<typeof listMigrationsContract>>> {
  const rows = await ctx.db.migration.findMany({ include, orderBy: { createdAt: "desc" } });
  const ids = rows.map((row) => row.id);
  const [countsById, gapsById, associatesById, nameById] = await Promise.all([
    countsOfMany(ctx.db, ids),
    countMigrationsWithGaps(ctx.db, ids),
    countInvalidAssociates(ctx.db, ids),
    namesOf(
      ctx,
      rows.map((row) => row.createdById),
    ),
  ]);
  return done({
    migrations: rows.map((row) => {
      const facts = factsOf(row, countsById.get(row.id), gapsById.get(row.id), associatesById.get(row.id));
      return { ...summaryOf(row, facts, nameById), move: whoseMove(facts) };
    }),
  });
}

export async function readMigration(
  ctx: Context,
  migrationId: string,
): Promise<Outcome<ReplyOf<typeof readMigrationContract>>> {
  const row = await ctx.db.migration.findUnique({ where: { id: migrationId }, include });
  if (!row) return refused("not_found", "There is no such migration.");
  const [countsById, gapsById, associatesById, nameById, beat] = await Promise.all([
    countsOfMany(ctx.db, [row.id]),
    countMigrationsWithGaps(ctx.db, [row.id]),
    countInvalidAssociates(ctx.db, [row.id]),
    namesOf(ctx, [row.createdById]),
    ctx.db.workerBeat.findFirst({
      where: { beatAt: { gt: new Date(ctx.clock.now().getTime() - workerSilenceMs) } },
      orderBy: { beatAt: "desc" },
    }),
  ]);
  const facts = factsOf(row, countsById.get(row.id), gapsById.get(row.id), associatesById.get(row.id));
  return done({
    ...summaryOf(row, facts, nameById),
    move: whoseMove(facts),
    stages: stageStates(facts),
    environment: row.plan?.connection.environment ?? null,
    connectionName: row.plan?.connection.name ?? null,
    workerHeardAt: beat?.beatAt.toISOString() ?? null,
  });
}

type Row = {
  id: string;
  name: string;
  sourceSystem: string;
  status: "preparing" | "migrating" | "completed" | "abandoned";
  createdAt: Date;
  createdById: string;
  files: {
    status: Facts["files"][number]["status"];
    rowCount: number | null;
    checkingVersion: number | null;
    mappings: { version: number }[];
  }[];
  plan: unknown;
  chunks: { number: number; status: Facts["chunks"][number]["status"] }[];
};

const noCounts: Counts = {
  clients: 0,
  excluded: 0,
  invalid: 0,
  unchecked: 0,
  waiting: 0,
  queued: 0,
  sending: 0,
  uncertain: 0,
  created: 0,
  failed: 0,
  refused: 0,
  withdrawn: 0,
};

function factsOf(row: Row, counts: Counts = noCounts, withGaps = 0, invalidAssociates = 0): Facts {
  const files = row.files.map((file) => ({
    status: file.status,
    rowCount: file.rowCount,
    mappingVersion: file.mappings[0]?.version ?? null,
    isChecking: file.checkingVersion !== null,
  }));
  return { counts, withGaps, invalidAssociates, files, hasPlan: row.plan !== null, chunks: row.chunks };
}

function summaryOf(row: Row, facts: Facts, nameById: Map<string, string>) {
  const { id, name, sourceSystem, status } = row;
  return {
    id,
    name,
    sourceSystem,
    status,
    createdAt: row.createdAt.toISOString(),
    createdByName: nameById.get(row.createdById) ?? "a former colleague",
    counts: facts.counts,
  };
}

async function namesOf(ctx: Context, ids: string[]): Promise<Map<string, string>> {
  const people = await ctx.db.user.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, name: true },
  });
  return new Map(people.map((person) => [person.id, person.name]));
}
