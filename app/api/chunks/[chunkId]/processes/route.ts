import { setProcesses as setProcessesContract } from "#lib/contracts/chunks.ts";
import { handle } from "#lib/http/handle.ts";
import { setProcesses } from "#lib/stages/send/command/set-processes.ts";

export const PUT = handle(setProcessesContract, (ctx, { params, body }) => setProcesses(ctx, params.chunkId, body));
