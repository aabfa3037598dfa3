import { circlesOf } from "#lib/stages/receive/circles-of.ts";
import { arrowOf } from "#lib/stages/receive/structure-of.ts";
import type { ShownEdge, ShownStructure } from "./structure.ts";

export type Direction = "below" | "above";
/** One line of the list: a node under the one it was come to from, with all its places there. `cut`: why nothing follows below it. */
export type Entry = { key: string; places: ShownEdge[]; entries: Entry[]; cut: "circle" | "elsewhere" | null };

/**
 * The structure as a tree, from its root down to associates or up to companies. Every link is in it once. What is met more than once is
 * followed where it is nearest to the root, and nothing is followed along the link that closes a circle.
 */
export function treeOf({ rootKey, edges }: Pick<ShownStructure, "rootKey" | "edges">, direction: Direction): Entry[] {
  const here = edges.filter((edge) => edge[direction]);
  const closing = circlesOf(
    rootKey,
    here.map((edge) => arrowOf(edge, direction)),
  );
  const edgesFrom = Map.groupBy(here, (edge) => arrowOf(edge, direction).from);
  const followed = new Set([rootKey]);
  const root: Entry = { key: rootKey, places: [], entries: [], cut: null };
  const waiting = [root];
  for (let entry = waiting.shift(); entry; entry = waiting.shift()) {
    const edgesByFar = Map.groupBy(edgesFrom.get(entry.key) ?? [], (edge) => arrowOf(edge, direction).to);
    for (const [key, places] of edgesByFar) {
      const child: Entry = { key, places, entries: [], cut: null };
      entry.entries.push(child);
      if (places.some(({ id }) => closing.has(id))) child.cut = "circle";
      else if (followed.has(key)) child.cut = edgesFrom.has(key) ? "elsewhere" : null;
      else {
        followed.add(key);
        waiting.push(child);
      }
    }
  }
  return root.entries;
}
