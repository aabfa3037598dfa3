import type { Layout } from "./structure-layout.ts";

type Size = { width: number; height: number };
export type View = { x: number; y: number; zoom: number };

const margin = 16;
/** Below this, words can no longer be read. */
const zoomLegible = 0.75;

/** What is seen first: the whole drawing where it can be read as a whole, else its root and as much of what hangs on it as there is room for. */
export function firstView(layout: Layout, rootKey: string, box: Size): View {
  const zoomWhole = Math.min((box.width - 2 * margin) / layout.width, (box.height - 2 * margin) / layout.height, 1);
  const zoom = Math.max(zoomWhole, zoomLegible);
  const { x, y, width, height } = layout.nodes.find(({ key }) => key === rootKey) ?? nowhere;
  const goesRight = layout.lines.some(({ ownerKey }) => ownerKey === rootKey);
  const edgeInRoom = goesRight ? margin - x * zoom : box.width - margin - (x + width) * zoom;
  return {
    x: offsetOf(layout.width * zoom, box.width, edgeInRoom),
    y: offsetOf(layout.height * zoom, box.height, box.height / 2 - (y + height / 2) * zoom),
    zoom,
  };
}

const nowhere = { x: 0, y: 0, width: 0, height: 0 };

/** In the middle if it fits; else as wished, as far as no side is left empty for it. */
function offsetOf(length: number, room: number, wished: number): number {
  if (length + 2 * margin <= room) return (room - length) / 2;
  return Math.min(margin, Math.max(room - length - margin, wished));
}
