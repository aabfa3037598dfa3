import { Prisma } from "./generated/client.ts";

/**
 * SQL, of an attempt `a` that is uncertain: before when its call left, where Passfort may still be at work on it; null where it answered, however
 * badly, and so has ended. What answers 502 to 504 stands between us and Passfort, and 408 is its own impatience.
 */
export const leftBySql = Prisma.sql`
  case when a."httpStatus" is null or a."httpStatus" in (408, 502, 503, 504) then coalesce(a."closedAt", a."openedAt") end`;
