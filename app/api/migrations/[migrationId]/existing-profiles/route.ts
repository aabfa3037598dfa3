import {
  readExistingProfiles as readContract,
  startProfileSweep as startContract,
  stopProfileSweep as stopContract,
} from "#lib/contracts/existing-profiles.ts";
import { handle } from "#lib/http/handle.ts";
import { startProfileSweep, stopProfileSweep } from "#lib/stages/plan/command/start-profile-sweep.ts";
import { readExistingProfiles } from "#lib/stages/plan/query/read-existing-profiles.ts";

export const GET = handle(readContract, (ctx, { params }) => readExistingProfiles(ctx, params.migrationId));
export const POST = handle(startContract, (ctx, { params }) => startProfileSweep(ctx, params.migrationId));
export const DELETE = handle(stopContract, (ctx, { params }) => stopProfileSweep(ctx, params.migrationId));
