import type { Operator } from "../domain/person.ts";
import { webContext } from "./web-context.ts";

/** The signed-in person of a request, or null. The role is read from the row each time: taking it away works at once. */
export async function whoIsAsking(request: Request): Promise<Operator | null> {
  const { auth, ctx } = webContext();
  const session = await auth.api.getSession({ headers: request.headers }).catch(async (fault: unknown) => {
    // better-auth does not say why it failed; a database that is down says so itself.
    await ctx.db.$queryRaw`select 1`;
    throw fault;
  });
  if (!session) return null;
  return ctx.db.user.findUnique({
    where: { id: session.user.id },
    select: { id: true, name: true, email: true, role: true },
  });
}
