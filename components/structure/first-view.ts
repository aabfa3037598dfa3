import type { Layout } from "./structure-layout.ts";

type Size = { width: number; height: number };
export type View = { x: number; y: number; zoom: number };

const margin = 16;
/** Below this, words can no longer be read. */
const zoomLegible = 0.75;

/** What is seen first: the whole drawing where it can be read as a whole, else its root and as much around it as there is room for. */
export function firstView(layout: Pick<Layout, "nodes" | "width" | "height">, rootKey: string, box: Size): View {
  const zoomWhole = Math.min((box.width - 2 * margin) / layout.width, (box.height - 2 * margin) / layout.height, 1);
  const zoom = Math.max(zoomWhole, zoomLegible);
  const root = layout.nodes.find(({ key }) => key === rootKey);
  const centre = (start: number | undefined, size: number | undefined) => (start ?? 0) + (size ?? 0) / 2;
  return {
    x: offsetOf(layout.width * zoom, box.width, centre(root?.x, root?.width) * zoom),
    y: offsetOf(layout.height * zoom, box.height, centre(root?.y, root?.height) * zoom),
    zoom,
  };
}

/** In the middle if it fits; else with `focus` in the middle, as far as no side is left empty for it. */
function offsetOf(length: number, room: number, focus: number): number {
  if (length + 2 * margin <= room) return (room - length) / 2;
  return Math.min(margin, Math.max(room - length - margin, room / 2 - focus));
}
