import { Text } from "@mantine/core";
import { IconBuilding, IconQuestionMark, IconUser } from "@tabler/icons-react";
import { Handle, type Node, type NodeProps, Position, useReactFlow } from "@xyflow/react";
import type { FocusEvent } from "react";
import { StatusBadge } from "#components/ui/status-badge.tsx";
import { NodeName } from "./node-name.tsx";
import type { ShownNode } from "./structure.ts";
import classes from "./structure-drawing.module.css";
import { kindWords } from "./structure-words.ts";

export type NodeData = { node: ShownNode; migrationId: string; isRoot: boolean; isDimmed: boolean };

const icons = { individual: IconUser, company: IconBuilding, nobody: IconQuestionMark };

/** A person or company in the drawing. Who comes to it with the keys sees it. */
export function DrawnNode({ data, positionAbsoluteX, positionAbsoluteY, width, height }: NodeProps<Node<NodeData>>) {
  const { node, migrationId, isRoot, isDimmed } = data;
  const { setCenter, getZoom } = useReactFlow();
  const Icon = icons[node.entityType ?? "nobody"];
  const show = ({ currentTarget }: FocusEvent) => {
    if (!currentTarget.matches(":focus-visible")) return;
    void setCenter(positionAbsoluteX + (width ?? 0) / 2, positionAbsoluteY + (height ?? 0) / 2, { zoom: getZoom() });
  };
  return (
    <div className={classes.node} data-root={isRoot || undefined} data-dimmed={isDimmed || undefined}>
      <Handle type="target" position={Position.Left} isConnectable={false} className={classes.handle} />
      <div className={classes.name}>
        <Icon size={14} aria-hidden />
        <NodeName node={node} migrationId={migrationId} isRoot={isRoot} onFocus={show} />
      </div>
      <Text size="xs" c="dimmed" lineClamp={2}>
        {kindWords(node)}
      </Text>
      {node.standing && <StatusBadge status={node.standing} size="sm" />}
      <Handle type="source" position={Position.Right} isConnectable={false} className={classes.handle} />
    </div>
  );
}
