import { processesMax } from "../domain/chunk.ts";
import type { Environment } from "../domain/connection.ts";
import { processesOf, takenPlaces } from "./call-place.ts";
import type { Db } from "./client.ts";
import { Prisma } from "./generated/client.ts";

export type AccountStanding = {
  id: string;
  environment: Environment;
  /** Places taken among the calls it may have in flight, as claims count them. */
  inFlight: number;
  processesAllowed: number;
  heldUntil: Date | null;
};

/** How every connection stands with its calls, and until when its running chunk is held. */
export function accountStandings(db: Db, now: Date): Promise<AccountStanding[]> {
  return db.$queryRaw<AccountStanding[]>`
    select a.id::text as id, a.environment::text as environment, ${takenPlaces(Prisma.sql`a.id`, now)}::int as "inFlight",
      coalesce(min(${processesOf("c")}) filter (where c.id is not null), ${processesMax})::int as "processesAllowed", max(c."heldUntil") as "heldUntil"
    from "Connection" a left join "Chunk" c on c."connectionId" = a.id and c.status = 'running'
    group by a.id order by a.id`;
}
