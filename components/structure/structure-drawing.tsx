"use client";
import "@xyflow/react/dist/base.css";
import { Box, Text } from "@mantine/core";
import { useElementSize } from "@mantine/hooks";
import { MarkerType, ReactFlow, ReactFlowProvider } from "@xyflow/react";
import { useId, useMemo } from "react";
import { DrawingControls } from "./drawing-controls.tsx";
import { DrawnLine, type LineData } from "./drawn-line.tsx";
import { DrawnNode, type NodeData } from "./drawn-node.tsx";
import { firstView } from "./first-view.ts";
import type { ShownStructure } from "./structure.ts";
import classes from "./structure-drawing.module.css";
import { type Layout, layoutOf } from "./structure-layout.ts";

type Props = { structure: ShownStructure; migrationId: string };

const nodeTypes = { party: DrawnNode };
const edgeTypes = { place: DrawnLine };
const height = { min: 220, max: 520, margin: 32 };

/** The structure drawn: companies to the left, their associates to the right of them. What it says, the list says too. */
export function StructureDrawing({ structure, migrationId }: Props) {
  const hintId = useId();
  const layout = useMemo(() => layoutOf(structure), [structure]);
  const { ref, width } = useElementSize();
  const boxHeight = Math.min(height.max, Math.max(height.min, layout.height + height.margin));
  const view = firstView(layout, structure.rootKey, { width, height: boxHeight });
  return (
    <ReactFlowProvider>
      <Box component="section" aria-label="Structure as a drawing" aria-describedby={hintId}>
        <DrawingControls firstView={view} />
        <Box ref={ref} className={classes.box} h={boxHeight}>
          {width > 0 && (
            <ReactFlow
              nodes={nodesOf(structure, layout, migrationId)}
              edges={linesOf(layout)}
              nodeTypes={nodeTypes}
              edgeTypes={edgeTypes}
              defaultViewport={view}
              minZoom={0.1}
              maxZoom={2}
              nodesDraggable={false}
              nodesConnectable={false}
              nodesFocusable={false}
              edgesFocusable={false}
              elementsSelectable={false}
              // The wheel belongs to the page; there are buttons, and two fingers.
              zoomOnScroll={false}
              preventScrolling={false}
              disableKeyboardA11y
              className={classes.drawing}
            />
          )}
        </Box>
        <Text size="xs" c="dimmed" mt={4} id={hintId}>
          Companies stand to the left of their associates, and lines point at these. The tab “List” says the same in
          words.
        </Text>
      </Box>
    </ReactFlowProvider>
  );
}

function nodesOf({ nodes, edges, rootKey }: ShownStructure, layout: Layout, migrationId: string) {
  const boxByKey = new Map(layout.nodes.map((box) => [box.key, box]));
  return nodes.flatMap((node) => {
    const box = boxByKey.get(node.key);
    const places = edges.filter(({ associateKey }) => associateKey === node.key);
    const data: NodeData = {
      node,
      migrationId,
      isRoot: node.key === rootKey,
      isDimmed: places.length > 0 && places.every(({ isResigned }) => isResigned),
    };
    const { x, y, width, height } = box ?? { x: 0, y: 0, width: 0, height: 0 };
    return box ? [{ id: node.key, type: "party", position: { x, y }, width, height, data }] : [];
  });
}

// It points at the associate.
const markerEnd = { type: MarkerType.ArrowClosed };

const linesOf = (layout: Layout) =>
  layout.lines.map((line) => {
    const data: LineData = { line };
    return { id: line.id, source: line.ownerKey, target: line.associateKey, type: "place", data, markerEnd };
  });
