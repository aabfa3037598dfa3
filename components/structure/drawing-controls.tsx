import { ActionIcon, Group, Tooltip } from "@mantine/core";
import { useReducedMotion } from "@mantine/hooks";
import {
  IconArrowDown,
  IconArrowLeft,
  IconArrowRight,
  IconArrowUp,
  IconFocusCentered,
  IconMaximize,
  IconZoomIn,
  IconZoomOut,
} from "@tabler/icons-react";
import { useReactFlow } from "@xyflow/react";
import type { View } from "./first-view.ts";

const stepPx = 120;
const durationMs = 200;

/** Everything one can do to the drawing with a mouse, as buttons. */
export function DrawingControls({ firstView }: { firstView: View }) {
  const isStill = useReducedMotion();
  const flow = useReactFlow();
  const motion = { duration: isStill ? 0 : durationMs };
  const move = (x: number, y: number) => () => {
    const view = flow.getViewport();
    void flow.setViewport({ ...view, x: view.x + x, y: view.y + y }, motion);
  };
  const controls = [
    { label: "Zoom in", icon: IconZoomIn, onClick: () => void flow.zoomIn(motion) },
    { label: "Zoom out", icon: IconZoomOut, onClick: () => void flow.zoomOut(motion) },
    { label: "Show everything", icon: IconMaximize, onClick: () => void flow.fitView({ ...motion, padding: 0.05 }) },
    {
      label: "Back to the beginning",
      icon: IconFocusCentered,
      onClick: () => void flow.setViewport(firstView, motion),
    },
    { label: "Look further left", icon: IconArrowLeft, onClick: move(stepPx, 0) },
    { label: "Look further right", icon: IconArrowRight, onClick: move(-stepPx, 0) },
    { label: "Look further up", icon: IconArrowUp, onClick: move(0, stepPx) },
    { label: "Look further down", icon: IconArrowDown, onClick: move(0, -stepPx) },
  ];
  return (
    <Group gap={4} mb={6} role="group" aria-label="Move the drawing">
      {controls.map(({ label, icon: Icon, onClick }) => (
        <Tooltip key={label} label={label}>
          <ActionIcon variant="default" size={30} aria-label={label} onClick={onClick}>
            <Icon size={16} aria-hidden />
          </ActionIcon>
        </Tooltip>
      ))}
    </Group>
  );
}
