import type { Context } from "../../context.ts";
import type { listConnections as listConnectionsContract } from "../../contracts/connections.ts";
import type { ReplyOf } from "../../contracts/contract.ts";
import { done, type Outcome } from "../../domain/refusal.ts";

export async function listConnections(ctx: Context): Promise<Outcome<ReplyOf<typeof listConnectionsContract>>> {
  const rows = await ctx.db.connection.findMany({
    orderBy: { name: "asc" },
    include: { smokeRuns: { orderBy: { createdAt: "desc" }, take: 1 } },
  });
  const heard = await ctx.db.webhookEvent.groupBy({ by: ["connectionId"], _max: { receivedAt: true } });
  const heardAtById = new Map(heard.map((group) => [group.connectionId, group._max.receivedAt]));
  const now = ctx.clock.now();
  return done({
    connections: rows.map((row) => {
      const [smoke] = row.smokeRuns;
      const until = row.formerSecretUntil;
      return {
        id: row.id,
        name: row.name,
        environment: row.environment,
        baseUrl: row.baseUrl,
        institutionName: row.institutionName,
        keyName: row.keyName,
        testedAt: row.testedAt?.toISOString() ?? null,
        apiKeySetAt: row.apiKeySetAt.toISOString(),
        webhookSecretSetAt: row.webhookSecretSetAt.toISOString(),
        formerSecretUntil: until && now < until ? until.toISOString() : null,
        webhookUrl: `${ctx.env.BASE_URL}/api/webhooks/passfort/${row.id}`,
        lastWebhookAt: heardAtById.get(row.id)?.toISOString() ?? null,
        smoke: smoke ? { status: smoke.status, at: (smoke.endedAt ?? smoke.createdAt).toISOString() } : null,
      };
    }),
  });
}
