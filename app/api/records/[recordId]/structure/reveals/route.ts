import { revealStructure as revealStructureContract } from "#lib/contracts/structure.ts";
import { handle } from "#lib/http/handle.ts";
import { revealStructure } from "#lib/stages/receive/command/reveal-structure.ts";

export const POST = handle(revealStructureContract, (ctx, { params }) => revealStructure(ctx, params.recordId));
