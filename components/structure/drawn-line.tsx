import { BaseEdge, type Edge, EdgeLabelRenderer, type EdgeProps } from "@xyflow/react";
import classes from "./structure-drawing.module.css";
import type { PlacedLine } from "./structure-layout.ts";

export type LineData = { line: PlacedLine };

/** The links of one associate to one company, with their words. Broken where the associate has resigned or a circle closes. */
export function DrawnLine({ id, data, markerEnd }: EdgeProps<Edge<LineData>>) {
  if (!data) return null;
  const { path, label, words, edges } = data.line;
  const isOver = edges.every(({ isResigned }) => isResigned);
  const closesCircle = edges.some(({ closesCircle }) => closesCircle);
  return (
    <>
      <BaseEdge id={id} path={path} markerEnd={markerEnd} style={dashes(isOver, closesCircle)} />
      <EdgeLabelRenderer>
        <div
          className={classes.label}
          data-dimmed={isOver || undefined}
          style={{ transform: `translate(${label.x}px, ${label.y}px)`, width: label.width, minHeight: label.height }}
        >
          {words.map((text, at) => (
            <div key={edges[at]?.id}>
              <span>{text}</span>
            </div>
          ))}
        </div>
      </EdgeLabelRenderer>
    </>
  );
}

function dashes(isOver: boolean, closesCircle: boolean) {
  if (closesCircle) return { strokeDasharray: "2 4" };
  return isOver ? { strokeDasharray: "6 4" } : {};
}
