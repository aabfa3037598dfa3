import type { Track } from "../domain/track.ts";
import { fullOnlyCodes } from "../domain/track-issues.ts";
import type { Db, Tx } from "./client.ts";

export type ReadyCounts = { individual: number; company: number; thin: number };

/**
 * Ready clients of a migration by type, and how many of them have an address too thin for full onboarding. Counted as in counts-of.ts: all,
 * less those that are not ready, so that most are never looked at. An address is too thin once for a client, and for clients alone
 * (lib/stages/validate/rules/full-address.ts).
 */
export async function countReady(db: Db | Tx, migrationId: string): Promise<ReadyCounts> {
  const [row] = await db.$queryRaw<ReadyCounts[]>`
    select known.individual - judged.individual as individual, known.company - judged.company as company, thin.n - unready.n as thin
    from (
      select coalesce(sum(individuals), 0)::int as individual, coalesce(sum(companies), 0)::int as company
      from "SourceFile" where "migrationId" = ${migrationId}::uuid
    ) known, (
      select (count(*) filter (where r."entityType" = 'individual'))::int as individual, (count(*) filter (where r."entityType" = 'company'))::int as company
      from "Record" r where r."migrationId" = ${migrationId}::uuid and r.role = 'client' and r.readiness <> 'ready'
    ) judged, (
      select count(*)::int as n from "Issue" i where i."migrationId" = ${migrationId}::uuid and i.code = any(${[...fullOnlyCodes]}::text[])
    ) thin, (
      select count(*)::int as n from "Record" r join "Issue" i on i."recordId" = r.id
      where r."migrationId" = ${migrationId}::uuid and r.role = 'client' and r.readiness <> 'ready' and i.code = any(${[...fullOnlyCodes]}::text[])
    ) unready`;
  return row ?? { individual: 0, company: 0, thin: 0 };
}

/** How many clients could take each track as they are now. */
export const readyForOf = ({ individual, company, thin }: ReadyCounts): Record<Track, number> => ({
  full_onboarding: individual + company - thin,
  limited_compliance: individual + company,
});
