import {
  bringBackSavedMapping as bringBackContract,
  retireSavedMapping as retireContract,
} from "#lib/contracts/mapping-library.ts";
import { handle } from "#lib/http/handle.ts";
import { bringBackSavedMapping, retireSavedMapping } from "#lib/settings/mapping-library/command/retirement.ts";

export const POST = handle(retireContract, (ctx, { params }) => retireSavedMapping(ctx, params.savedMappingId));
export const DELETE = handle(bringBackContract, (ctx, { params }) => bringBackSavedMapping(ctx, params.savedMappingId));
