import type { LinkList } from "../../domain/link.ts";
import { circlesOf } from "./circles-of.ts";
import { roleInWords } from "./family-lines.ts";

type Row = {
  direction: "below" | "above";
  depth: number;
  linkId: string;
  nearId: string;
  farId: string | null;
  farReference: string | null;
  list: LinkList | null;
  role: string | null;
  percentage: number | null;
  appointedOn: string | null;
  resignedOn: string | null;
};

/** A link between two nodes, by their keys. `below`: on a way down from the root; `above`: on a way up; both, in a circle through it. */
export type StructureEdge = {
  id: string;
  ownerKey: string;
  associateKey: string;
  below: boolean;
  above: boolean;
  closesCircle: boolean;
  role: string;
  percentage: number | null;
  appointedOn: string | null;
  resignedOn: string | null;
  isResigned: boolean;
};
/** A node is a record, or a reference that is in no file. */
export type StructureNode = { key: string; recordId: string | null; reference: string | null };
export type Structure = {
  nodes: StructureNode[];
  edges: StructureEdge[];
  /** There are more links than are shown. */
  leftOut: boolean;
  /** There are levels below or above the last one shown. */
  tooDeep: boolean;
};
type Limits = { depthMax: number; nodesMax: number; rowsMax: number; today: string };

/** Nodes and edges from rows that come nearest first. What goes over a limit is left out, and that it is, is said. */
export function structureOf(rootId: string, rows: readonly Row[], limits: Limits): Structure {
  const nodes = new Map<string, StructureNode>([[rootId, { key: rootId, recordId: rootId, reference: null }]]);
  const edges = new Map<string, StructureEdge>();
  const linksByNear = new Map<string, number>();
  let leftOut = rows.length > limits.rowsMax;
  let tooDeep = false;
  for (const row of rows.slice(0, limits.rowsMax)) {
    if (row.depth >= limits.depthMax) {
      tooDeep = true;
      continue;
    }
    const near = `${row.direction} ${row.nearId}`;
    linksByNear.set(near, (linksByNear.get(near) ?? 0) + 1);
    const far = farOf(row);
    const fits = nodes.has(row.nearId) && (nodes.has(far.key) || nodes.size < limits.nodesMax);
    if (!fits || (linksByNear.get(near) ?? 0) > limits.nodesMax) {
      leftOut = true;
      continue;
    }
    nodes.set(far.key, nodes.get(far.key) ?? far);
    const edge = edges.get(row.linkId) ?? edgeOf(row, far.key, limits.today);
    edges.set(row.linkId, { ...edge, [row.direction]: true });
  }
  return { nodes: [...nodes.values()], edges: withCircles(rootId, [...edges.values()]), leftOut, tooDeep };
}

function farOf({ linkId, farId, farReference }: Row): StructureNode {
  if (farId !== null) return { key: farId, recordId: farId, reference: null };
  return {
    key: farReference === null ? `nobody ${linkId}` : `missing ${farReference}`,
    recordId: null,
    reference: farReference,
  };
}

function edgeOf(row: Row, farKey: string, today: string): StructureEdge {
  const isBelow = row.direction === "below";
  return {
    id: row.linkId,
    ownerKey: isBelow ? row.nearId : farKey,
    associateKey: isBelow ? farKey : row.nearId,
    below: false,
    above: false,
    closesCircle: false,
    role: roleInWords(row),
    percentage: row.percentage,
    appointedOn: row.appointedOn,
    resignedOn: row.resignedOn,
    isResigned: row.list === "resigned" || (row.resignedOn !== null && row.resignedOn <= today),
  };
}

/** What is below is gone through from the root down, what is only above it from the root up, as one reads it. */
function withCircles(rootKey: string, edges: StructureEdge[]): StructureEdge[] {
  const down = edges.filter(({ below }) => below).map((edge) => arrowOf(edge, "below"));
  const up = edges.filter(({ below }) => !below).map((edge) => arrowOf(edge, "above"));
  const closing = new Set([...circlesOf(rootKey, down), ...circlesOf(rootKey, up)]);
  return edges.map((edge) => ({ ...edge, closesCircle: closing.has(edge.id) }));
}

type Ends = Pick<StructureEdge, "id" | "ownerKey" | "associateKey">;

/** A link as one comes along it: from the company to the associate, or from the associate up to the company. */
export const arrowOf = ({ id, ownerKey, associateKey }: Ends, direction: "below" | "above") =>
  direction === "below" ? { id, from: ownerKey, to: associateKey } : { id, from: associateKey, to: ownerKey };
