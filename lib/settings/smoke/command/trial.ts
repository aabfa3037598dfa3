import type { Context } from "../../../context.ts";
import type { Environment } from "../../../domain/connection.ts";
import type { EntityType } from "../../../domain/entity.ts";
import { makePassfort, type PassfortClient } from "../../../passfort/client.ts";
import type { DataVersion } from "../../../passfort/collected-data.ts";
import type { OpenConnection } from "../../../store/open-connection.ts";
import { type MadeUp, madeUpOf } from "../made-up.ts";

/** Patience, which a test does not have. */
export type SmokeHand = { wait(ms: number): Promise<void> };

/** A run under way: what it works with, and what its steps have found so far for those after them. */
export type Trial = {
  ctx: Context;
  hand: SmokeHand;
  runId: string;
  connectionId: string;
  environment: Environment;
  /** The institution the connection was tested as; null: never tested. */
  knownInstitution: string | null;
  keyDigest: string;
  startedAt: Date;
  productAlias: Record<EntityType, string | null>;
  madeUp: MadeUp;
  passfort: PassfortClient;
  /** The HTTP status of the last call of this name. */
  httpStatusOf(call: string): number | undefined;
  /** Profiles in the order in which they were made. */
  made: string[];
  individualId?: string;
  companyId?: string;
  associateId?: string;
  /** The data as it was before it was replaced, with its ETag. */
  outdated?: DataVersion;
  taggedAt?: Date;
  isIndexed?: boolean;
};

export type TrialOf = {
  runId: string;
  connection: OpenConnection;
  keyDigest: string;
  startedAt: Date;
  productAlias: Trial["productAlias"];
};

export function openTrial(ctx: Context, hand: SmokeHand, of: TrialOf): Trial {
  const statuses = new Map<string, number>();
  // The client tells the HTTP status of a success to its log only, and 200 or 201 is one of the questions.
  const log = {
    info(sentence: string, ids: Parameters<Context["log"]["info"]>[1] = {}) {
      if (typeof ids.call === "string" && typeof ids.httpStatus === "number") statuses.set(ids.call, ids.httpStatus);
      ctx.log.info(sentence, { ...ids, smokeRunId: of.runId });
    },
  };
  return {
    ctx,
    hand,
    runId: of.runId,
    connectionId: of.connection.id,
    environment: of.connection.environment,
    knownInstitution: of.connection.institutionName,
    keyDigest: of.keyDigest,
    startedAt: of.startedAt,
    productAlias: of.productAlias,
    madeUp: madeUpOf(of.runId),
    passfort: makePassfort({ log })(of.connection),
    httpStatusOf: (call) => statuses.get(call),
    made: [],
  };
}
