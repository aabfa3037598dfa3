import type { NotCreatedStatus } from "../domain/failure-filter.ts";
import type { Db, Tx } from "./client.ts";

export type FailureCode = {
  status: NotCreatedStatus;
  code: string;
  count: number;
  /** One of their sentences. */
  example: string | null;
};

/** What went wrong in a chunk, by code, most frequent first. Counted from the clients that are wrong now. */
export async function failureCodes(db: Db | Tx, chunkId: string): Promise<FailureCode[]> {
  return db.$queryRaw<FailureCode[]>`
    select status::text as status, coalesce("failureCode", '') as code, count(*)::int as count, min("failureMessage") as example
    from "Delivery" where "chunkId" = ${chunkId}::uuid and status in ('failed', 'refused', 'uncertain')
    group by 1, 2 order by count(*) desc, 1, 2 limit 100`;
}
