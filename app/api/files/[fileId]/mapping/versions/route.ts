import { listMappingVersions as contract } from "#lib/contracts/mapping-library.ts";
import { handle } from "#lib/http/handle.ts";
import { listMappingVersions } from "#lib/stages/map/query/list-mapping-versions.ts";

export const GET = handle(contract, (ctx, { params }) => listMappingVersions(ctx, params.fileId));
