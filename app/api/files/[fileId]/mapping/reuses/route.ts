import { reuseMappingVersion as contract } from "#lib/contracts/mapping-library.ts";
import { handle } from "#lib/http/handle.ts";
import { reuseMappingVersion } from "#lib/stages/map/command/reuse-mapping-version.ts";

export const POST = handle(contract, (ctx, { params, body }) => reuseMappingVersion(ctx, params.fileId, body.version));
