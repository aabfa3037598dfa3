import { Box, Group, Title } from "@mantine/core";
import { type ReactNode, useId } from "react";

/** A part of a screen under its own h2, named by it for screen readers. */
export function Section({ title, aside, children }: { title: string; aside?: ReactNode; children: ReactNode }) {
  const titleId = useId();
  return (
    <Box component="section" aria-labelledby={titleId}>
      <Group justify="space-between" align="center" gap="xs" mb="xs">
        <Title order={2} id={titleId}>
          {title}
        </Title>
        {aside}
      </Group>
      {children}
    </Box>
  );
}
