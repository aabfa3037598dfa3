import { Text } from "@mantine/core";
import type { ReactNode } from "react";

/** A small grey line: what is there besides the point. */
export function Dimmed({ children }: { children: ReactNode }) {
  return (
    <Text size="sm" c="dimmed" component="div">
      {children}
    </Text>
  );
}
