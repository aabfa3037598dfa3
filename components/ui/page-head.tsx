import { Box, Group, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";

/** The top of a screen: its one h1, a sentence about it, and its main actions. */
export function PageHead({
  title,
  description,
  actions,
}: {
  title: ReactNode;
  description?: ReactNode;
  actions?: ReactNode;
}) {
  return (
    <Group justify="space-between" align="flex-start" gap="sm" mb="md">
      <Box flex="1 1 280px" miw={0}>
        <Title order={1}>{title}</Title>
        {description && (
          <Text c="dimmed" mt={2} maw={760} component="div">
            {description}
          </Text>
        )}
      </Box>
      {actions && <Group gap="xs">{actions}</Group>}
    </Group>
  );
}
