"use client";
import { Text } from "@mantine/core";
import type { ReactNode } from "react";
import type { Permission } from "#lib/domain/person.ts";
import { useAllowed } from "./use-allowed.ts";

/** Shows what a role may do; to the others it says, where the buttons would be, whose part it is. */
export function Guarded({ permission, children }: { permission: Permission; children: ReactNode }) {
  const { allowed, because } = useAllowed(permission);
  if (allowed) return children;
  if (because === null) return null;
  return (
    <Text size="sm" c="dimmed">
      {because}
    </Text>
  );
}
