import { readStructure as readStructureContract } from "#lib/contracts/structure.ts";
import { handle } from "#lib/http/handle.ts";
import { readStructure } from "#lib/stages/receive/query/read-structure.ts";

export const GET = handle(readStructureContract, (ctx, { params }) => readStructure(ctx, params.recordId));
