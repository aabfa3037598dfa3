import { addPerson as addContract, listPeople as listContract } from "#lib/contracts/people.ts";
import { handle } from "#lib/http/handle.ts";
import { addPerson } from "#lib/settings/people/command.ts";
import { listPeople } from "#lib/settings/people/query.ts";

export const GET = handle(listContract, (ctx) => listPeople(ctx));
export const POST = handle(addContract, (ctx, { body }) => addPerson(ctx, body));
