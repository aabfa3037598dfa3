import type { SignedInContext } from "../../../context.ts";
import type { ReplyOf } from "../../../contracts/contract.ts";
import type { readStructure as contract } from "../../../contracts/structure.ts";
import { maskText } from "../../../domain/mask.ts";
import { done, type Outcome, refused } from "../../../domain/refusal.ts";
import { countCompaniesOf } from "../../../store/count-companies-of.ts";
import { countFamily } from "../../../store/count-family.ts";
import { structureRoot, structureRows } from "../../../store/structure-rows.ts";
import { type StructureNode, structureOf } from "../structure-of.ts";

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
    nodes: await shownNodes(ctx, nodes),
    edges,
    leftOut,
    tooDeep,
    profiles: await profilesOf(ctx, rootId),
  });
}

async function shownNodes(ctx: SignedInContext, nodes: StructureNode[]): Promise<Reply["nodes"]> {
  const ids = nodes.flatMap(({ recordId }) => recordId ?? []);
  const select = {
    id: true,
    reference: true,
    displayName: true,
    entityType: true,
    role: true,
    readiness: true,
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
      readiness: record?.readiness ?? null,
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
