import { Anchor, Text } from "@mantine/core";
import Link from "next/link";
import type { FocusEventHandler } from "react";
import type { ShownNode } from "./structure.ts";
import { nameWords } from "./structure-words.ts";

type Props = {
  node: ShownNode;
  migrationId: string;
  isRoot: boolean;
  onFocus?: FocusEventHandler<HTMLAnchorElement> | undefined;
};

/** What somebody is called, leading to their page; of whom one is looking at the page, and of nobody, there is none. */
export function NodeName({ node, migrationId, isRoot, onFocus }: Props) {
  if (isRoot || node.recordId === null)
    return (
      <Text span size="sm" fw={isRoot ? 650 : undefined}>
        {nameWords(node)}
      </Text>
    );
  return (
    <Anchor
      component={Link}
      href={`/migrations/${migrationId}/records/${node.recordId}`}
      size="sm"
      underline="always"
      prefetch={false}
      draggable={false}
      onFocus={onFocus}
    >
      {nameWords(node)}
    </Anchor>
  );
}
