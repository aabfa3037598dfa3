import dagre from "@dagrejs/dagre";
import type { ShownEdge, ShownStructure } from "./structure.ts";
import { placeWords } from "./structure-words.ts";

type Point = { x: number; y: number };
type Box = Point & { width: number; height: number };
/** A node by its upper left corner. */
export type PlacedNode = Box & { key: string };
/** All links of one associate to one company: their line as an SVG path, and where its words stand (upper left corner). */
export type PlacedLine = {
  id: string;
  ownerKey: string;
  associateKey: string;
  edges: ShownEdge[];
  words: string[];
  path: string;
  label: Box;
};
export type Layout = { nodes: PlacedNode[]; lines: PlacedLine[]; width: number; height: number };

export const nodeSize = { width: 208, height: 84 };
const label = { width: 164, charactersPerLine: 27, lineHeight: 15, padding: 6 };

/** Companies to the left, their associates to the right of them: what is below in the list is a column further. */
export function layoutOf({ nodes, edges }: Pick<ShownStructure, "nodes" | "edges">): Layout {
  const graph = new dagre.graphlib.Graph({ multigraph: false });
  graph.setGraph({ rankdir: "LR", nodesep: 18, ranksep: 24, edgesep: 8 });
  for (const { key } of nodes) graph.setNode(key, { ...nodeSize });
  const edgesByEnds = Map.groupBy(edges, ({ ownerKey, associateKey }) => JSON.stringify([ownerKey, associateKey]));
  const links = [...edgesByEnds].map(([id, together]) => ({ id, edges: together, words: together.map(wordsOnLine) }));
  for (const {
    edges: [first],
    words,
  } of links)
    if (first) graph.setEdge(first.ownerKey, first.associateKey, { ...labelSize(words), labelpos: "c" });
  dagre.layout(graph);
  const { width = 0, height = 0 } = graph.graph();
  return {
    nodes: nodes.map(({ key }) => ({ key, ...cornerOf(graph.node(key), nodeSize) })),
    lines: links.flatMap(({ id, edges: together, words }) => {
      const { ownerKey, associateKey } = together[0] ?? {};
      if (ownerKey === undefined || associateKey === undefined) return [];
      const { points, x = 0, y = 0 } = graph.edge(ownerKey, associateKey);
      const place = cornerOf({ x, y }, labelSize(words));
      return [{ id, ownerKey, associateKey, edges: together, words, path: pathOf(points ?? []), label: place }];
    }),
    width,
    height,
  };
}

const wordsOnLine = (edge: ShownEdge): string =>
  edge.closesCircle ? `${placeWords(edge)}, leads back in a circle` : placeWords(edge);

/** Long words take another line; the drawing does not cut them off. */
function labelSize(words: string[]): { width: number; height: number } {
  const lines = words.reduce((sum, text) => sum + Math.ceil(text.length / label.charactersPerLine), 0);
  return { width: label.width, height: lines * label.lineHeight + label.padding };
}

const cornerOf = ({ x, y }: Point, { width, height }: { width: number; height: number }): Box => ({
  x: x - width / 2,
  y: y - height / 2,
  width,
  height,
});

/** Straight at its ends and round at the points between. */
function pathOf(points: Point[]): string {
  const [first, ...rest] = points;
  const last = rest.pop();
  if (!first || !last) return "";
  const curves = rest.map((point, at) => {
    const next = rest[at + 1];
    const end = next ? { x: (point.x + next.x) / 2, y: (point.y + next.y) / 2 } : last;
    return `Q ${point.x} ${point.y} ${end.x} ${end.y}`;
  });
  return [`M ${first.x} ${first.y}`, ...(curves.length > 0 ? curves : [`L ${last.x} ${last.y}`])].join(" ");
}
