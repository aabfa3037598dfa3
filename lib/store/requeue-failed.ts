import type { Tx } from "./client.ts";
import { type FailureScope, failureScopeSql } from "./failure-scope.ts";
import { Prisma } from "./generated/client.ts";

type Requeuing = {
  scope: FailureScope;
  /** How many they must be; when there are more or fewer of them by now, nobody is queued. */
  expected?: number | undefined;
  byId: string;
  now: Date;
};

/** Queues failed deliveries of a chunk again, with their tries forgiven. @returns how many */
export async function requeueFailed(
  tx: Tx,
  chunkId: string,
  { scope, expected, byId, now }: Requeuing,
): Promise<number> {
  // Held while they are counted, so that those counted are those queued. Where no number is expected, nobody asks for them and this is not run.
  const areExpected =
    expected === undefined ? Prisma.empty : Prisma.sql`and (select count(*) from meant) = ${expected}::int`;
  return tx.$executeRaw`
    with meant as (select d.id from "Delivery" d where ${failed(chunkId, scope)} for update),
    requeued as (
      update "Delivery" d set status = 'queued', tries = 0, "notBefore" = ${now}, "finishedAt" = null
      where ${failed(chunkId, scope)} ${areExpected}
      returning d.id
    )
    insert into "Transition" (machine, "subjectId", "from", "to", "byId", because, at)
    select 'delivery', id, 'failed', 'queued', ${byId}, 'a person sends it again', ${now} from requeued`;
}

export async function countFailed(tx: Tx, chunkId: string, scope: FailureScope): Promise<number> {
  const [row] = await tx.$queryRaw<
    { count: number }[]
  >`select count(*)::int as count from "Delivery" d where ${failed(chunkId, scope)}`;
  return row?.count ?? 0;
}

const failed = (chunkId: string, scope: FailureScope): Prisma.Sql =>
  Prisma.sql`d."chunkId" = ${chunkId}::uuid and d.status = 'failed' ${failureScopeSql(scope)}`;
