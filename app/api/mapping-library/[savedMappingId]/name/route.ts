import { renameSavedMapping as contract } from "#lib/contracts/mapping-library.ts";
import { handle } from "#lib/http/handle.ts";
import { renameSavedMapping } from "#lib/settings/mapping-library/command/rename-saved-mapping.ts";

export const PUT = handle(contract, (ctx, { params, body }) =>
  renameSavedMapping(ctx, params.savedMappingId, body.name),
);
