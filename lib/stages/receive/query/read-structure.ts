import type { SignedInContext } from "../../../context.ts";
import type { ReplyOf } from "../../../contracts/contract.ts";
import type { readStructure as contract } from "../../../contracts/structure.ts";
import { maskText } from "../../../domain/mask.ts";
import { done, type Outcome, refused } from "../../../domain/refusal.ts";
import { countCompaniesOf } from "../../../store/count-companies-of.ts";
import { countFamily } from "../../../store/count-family.ts";
import { standingsInStructure } from "../../../store/standings-in-structure.ts";
import { structureRoot, structureRows } from "../../../store/structure-rows.ts";
import { type Structure, type StructureNode, structureOf } from "../structure-of.ts";

type Reply = ReplyOf<typeof contract>;

/** Ten levels, as in Passfort (API contract §4.1); more nodes than 300 nobody can look at. */
const limits = { depthMax: 10, nodesMax: 300, rowsMax: 1000 };

/** Who stands below and above a record, names masked, and how many profiles its family becomes. */
export async function readStructure(ctx: SignedInContext, recordId: string): Promise<Outcome<Reply>> {
  const rootId = await structureRoot(ctx.db, recordId);
  if (rootId === null) return refused("not_found", "There is no such client or associate.");
  const today = ctx.clock.now().toISOString().slice(0, 10);
  const rows = await structureRows(ctx.db, rootId, limits);
  const { nodes, edges, leftOut, tooDeep } = structureOf(rootId, rows, { ...limits, today });
  return done({
    rootKey: rootId,
    nodes: await shownNodes(ctx, nodes, await standingsOf(ctx, rootId, { nodes, edges })),
    edges,
    leftOut,
    tooDeep,
    profiles: await profilesOf(ctx, rootId),
  });
}

/** What stands below a client is told by its profiles in the family of this client; all others by those that they have anywhere. */
async function standingsOf(
  ctx: SignedInContext,
  rootId: string,
  { nodes, edges }: Pick<Structure, "nodes" | "edges">,
): Promise<Map<string, string>> {
  const root = await ctx.db.record.findUniqueOrThrow({ where: { id: rootId }, select: { role: true } });
  const below = new Set(edges.filter((edge) => edge.below).map(({ associateKey }) => associateKey));
  const isOfFamily = (id: string) => root.role === "client" && id !== rootId && below.has(id);
  const ids = nodes.flatMap(({ recordId }) => recordId ?? []);
  const [inFamily, others] = await Promise.all([
    standingsInStructure(ctx.db, ids.filter(isOfFamily), rootId),
    standingsInStructure(
      ctx.db,
      ids.filter((id) => !isOfFamily(id)),
      null,
    ),
  ]);
  return new Map([...inFamily, ...others]);
}

async function shownNodes(
  ctx: SignedInContext,
  nodes: StructureNode[],
  standings: ReadonlyMap<string, string>,
): Promise<Reply["nodes"]> {
  const ids = nodes.flatMap(({ recordId }) => recordId ?? []);
  const select = {
    id: true,
    reference: true,
    displayName: true,
    entityType: true,
    role: true,
  } as const;
  const [records, companies] = await Promise.all([
    ctx.db.record.findMany({ where: { id: { in: ids } }, select }),
    countCompaniesOf(ctx.db, ids),
  ]);
  const recordById = new Map(records.map((record) => [record.id, record]));
  return nodes.map(({ key, recordId, reference }) => {
    const record = recordId === null ? undefined : recordById.get(recordId);
    return {
      key,
      recordId: record?.id ?? null,
      reference: record ? record.reference : reference,
      maskedName: record ? maskText(record.displayName) : null,
      entityType: record?.entityType ?? null,
      isClient: record?.role === "client",
      standing: standings.get(key) ?? null,
      companies: companies.get(key) ?? 0,
    };
  });
}

/** Null where nobody becomes a family: a person, or a company that is an associate only. */
async function profilesOf(ctx: SignedInContext, rootId: string): Promise<Reply["profiles"]> {
  const root = await ctx.db.record.findUnique({ where: { id: rootId } });
  if (root?.role !== "client" || root.entityType !== "company" || root.readiness === "excluded") return null;
  return countFamily(ctx.db, rootId);
}
