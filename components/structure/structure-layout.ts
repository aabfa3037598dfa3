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

export const nodeSize = { width: 208, height: 104 };
const label = { width: 164, charactersPerLine: 25, lineHeight: 15, padding: 6 };

/**
 * Companies to the left, their associates to the right of them: what is below in the list is a column further. Only a link that closes a
 * circle runs from right to left.
 */
export function layoutOf({ nodes, edges }: Pick<ShownStructure, "nodes" | "edges">): Layout {
  const graph = new dagre.graphlib.Graph({ multigraph: true });
  graph.setGraph({ rankdir: "LR", nodesep: 18, ranksep: 24, edgesep: 8 });
  for (const { key } of nodes) graph.setNode(key, { ...nodeSize });
  const links = linksOf(edges);
  for (const link of links)
    graph.setEdge({ ...endsOf(link), name: link.id }, { ...labelSize(link.words), labelpos: "c" });
  dagre.layout(graph);
  const { width = 0, height = 0 } = graph.graph();
  const boxOf = (key: string) => cornerOf(graph.node(key), nodeSize);
  return {
    nodes: nodes.map(({ key }) => ({ key, ...boxOf(key) })),
    lines: links.map(({ closesCircle, ...link }) => {
      const { points = [], x = 0, y = 0 } = graph.edge({ ...endsOf({ closesCircle, ...link }), name: link.id });
      // The first and the last point lie on the frames of the two; the line has its own ends there.
      const between = points.slice(1, -1);
      const path = pathOf(boxOf(link.ownerKey), boxOf(link.associateKey), closesCircle ? between.reverse() : between);
      return { ...link, path, label: cornerOf({ x, y }, labelSize(link.words)) };
    }),
    width,
    height,
  };
}

type Link = Pick<PlacedLine, "id" | "ownerKey" | "associateKey" | "edges" | "words"> & { closesCircle: boolean };

/** All edges of one associate to one company are one link. They close a circle together or not at all. */
function linksOf(edges: readonly ShownEdge[]): Link[] {
  const edgesByEnds = Map.groupBy(edges, ({ ownerKey, associateKey }) => JSON.stringify([ownerKey, associateKey]));
  return [...edgesByEnds].flatMap(([id, together]) => {
    const [first] = together;
    if (!first) return [];
    const { ownerKey, associateKey, closesCircle } = first;
    return [{ id, ownerKey, associateKey, closesCircle, edges: together, words: together.map(wordsOnLine) }];
  });
}

/** Turned round where it closes a circle: what is laid out has none, and keeps every other link from left to right. */
const endsOf = ({ ownerKey, associateKey, closesCircle }: Link) =>
  closesCircle ? { v: associateKey, w: ownerKey } : { v: ownerKey, w: associateKey };

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

/** From side to side, level at every point on its way, so that it runs through its own words. */
function pathOf(owner: Box, associate: Box, between: Point[]): string {
  const isRightward = owner.x < associate.x;
  const from = sideOf(owner, isRightward ? "right" : "left");
  const to = sideOf(associate, isRightward ? "left" : "right");
  let { x, y } = from;
  const curves = [...between, to].map((next) => {
    const middle = (x + next.x) / 2;
    const curve = `C ${middle} ${y} ${middle} ${next.y} ${next.x} ${next.y}`;
    ({ x, y } = next);
    return curve;
  });
  return [`M ${from.x} ${from.y}`, ...curves].join(" ");
}

const sideOf = ({ x, y, width, height }: Box, side: "left" | "right"): Point => ({
  x: side === "left" ? x : x + width,
  y: y + height / 2,
});
