import { Prisma } from "./generated/client.ts";

/**
 * SQL: was the record `r` left out by a person after its delivery `d` had ended without a profile? Then it stands where its readiness says, and
 * the delivery is history.
 */
export const leftOutSince = (r: string, d: string): Prisma.Sql =>
  Prisma.raw(
    `(${r}.readiness = 'excluded' and ${d}."profileId" is null and ${d}.status in ('refused', 'failed', 'withdrawn'))`,
  );
