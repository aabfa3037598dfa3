import type { Context, SignedInContext } from "../../context.ts";
import type { BodyOf, ReplyOf } from "../../contracts/contract.ts";
import type { addPerson as addPersonContract, setUp as setUpContract } from "../../contracts/people.ts";
import { done, type Outcome, refused } from "../../domain/refusal.ts";
import { addAccount } from "./command/add-account.ts";
import { isSetUpCode } from "./set-up-code.ts";

/** The first admin, once. Two people setting up at the same moment: the lock lets one through. */
export async function setUp(
  ctx: Context,
  { code, ...person }: BodyOf<typeof setUpContract>,
): Promise<Outcome<ReplyOf<typeof setUpContract>>> {
  if (!isSetUpCode(code, ctx.env.CAUSEWAY_SECRET))
    return refused("not_permitted", "This is not the set-up code. It was printed where the panel was started.");
  return ctx.db.$transaction(async (tx) => {
    await tx.$queryRaw`select pg_advisory_xact_lock(hashtext('set-up'))::text`;
    if ((await tx.user.count()) > 0)
      return refused("not_now", "The panel has its first admin already. Ask them to add you.");
    return done({ personId: await addAccount(tx, { ...person, role: "admin" }) });
  });
}

export async function addPerson(
  ctx: SignedInContext,
  body: BodyOf<typeof addPersonContract>,
): Promise<Outcome<ReplyOf<typeof addPersonContract>>> {
  const known = await ctx.db.user.findUnique({ where: { email: body.email.toLowerCase() } });
  if (known) return refused("not_met", `${body.email} is a person of this panel already.`);
  return done({ personId: await addAccount(ctx.db, body) });
}
