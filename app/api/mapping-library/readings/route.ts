import { lookAtMappingFile as contract } from "#lib/contracts/mapping-library.ts";
import { handle } from "#lib/http/handle.ts";
import { lookAtMappingFile } from "#lib/stages/map/query/look-at-mapping-file.ts";

export const POST = handle(contract, (ctx, { body }) => lookAtMappingFile(ctx, body));
