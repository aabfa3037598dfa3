import type { Context } from "../../context.ts";
import type { ReplyOf } from "../../contracts/contract.ts";
import type { listPeople as listPeopleContract, readMe as readMeContract } from "../../contracts/people.ts";
import { done, type Outcome } from "../../domain/refusal.ts";
import { demoPassword, demoPeople } from "./demo-people.ts";

export async function readMe(ctx: Context): Promise<Outcome<ReplyOf<typeof readMeContract>>> {
  if (ctx.operator) return done({ person: ctx.operator, setUpNeeded: false, demoPeople: [], demoPassword: null });
  const people = await ctx.db.user.findMany({
    where: { email: { in: demoPeople.map((person) => person.email) } },
    select: { email: true },
  });
  const isReal =
    ctx.env.hasRealPassfort || (await ctx.db.connection.count({ where: { environment: "production" } })) > 0;
  const offered = isReal ? [] : demoPeople.filter((person) => people.some((known) => known.email === person.email));
  return done({
    person: null,
    setUpNeeded: people.length === 0 && (await ctx.db.user.count()) === 0,
    demoPeople: [...offered],
    demoPassword: offered.length > 0 ? demoPassword : null,
  });
}

export async function listPeople(ctx: Context): Promise<Outcome<ReplyOf<typeof listPeopleContract>>> {
  const people = await ctx.db.user.findMany({
    orderBy: { name: "asc" },
    select: { id: true, name: true, email: true, role: true, createdAt: true },
  });
  return done({ people: people.map((person) => ({ ...person, createdAt: person.createdAt.toISOString() })) });
}
