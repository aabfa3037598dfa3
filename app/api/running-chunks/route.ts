import {
  listRunning as listRunningContract,
  pauseEverything as pauseEverythingContract,
} from "#lib/contracts/kill-switch.ts";
import { handle } from "#lib/http/handle.ts";
import { pauseEverything } from "#lib/stages/send/command/pause-everything.ts";
import { listRunning } from "#lib/stages/send/query/list-running.ts";

export const GET = handle(listRunningContract, (ctx) => listRunning(ctx));
export const DELETE = handle(pauseEverythingContract, (ctx, { body }) => pauseEverything(ctx, body));
