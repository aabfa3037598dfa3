import type { ReplyOf } from "#lib/contracts/contract.ts";
import type { readStructure, revealStructure } from "#lib/contracts/structure.ts";

type Reply = ReplyOf<typeof readStructure>;

/** Somebody in a structure, by the name that may be seen: masked, but for a minute. */
export type ShownNode = Omit<Reply["nodes"][number], "maskedName"> & { name: string | null };
export type ShownEdge = Reply["edges"][number];
export type ShownStructure = Omit<Reply, "nodes"> & { nodes: ShownNode[] };

/** The structure with masked names, or with those that were revealed. */
export function withNames(structure: Reply, revealed: ReplyOf<typeof revealStructure> | null): ShownStructure {
  const nameById = new Map(revealed?.names.map(({ recordId, name }) => [recordId, name]));
  const nodes = structure.nodes.map(({ maskedName, ...node }) => ({
    ...node,
    name: (node.recordId === null ? undefined : nameById.get(node.recordId)) ?? maskedName,
  }));
  return { ...structure, nodes };
}
