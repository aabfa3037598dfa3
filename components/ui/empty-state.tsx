import { Paper, Stack, Text, ThemeIcon, Title } from "@mantine/core";
import { IconInbox } from "@tabler/icons-react";
import type { ReactNode } from "react";

/** Nothing here yet: says what would be here, and what to do about it. */
export function EmptyState({
  title,
  sentence,
  action,
  icon,
}: {
  title: string;
  sentence: ReactNode;
  action?: ReactNode;
  icon?: ReactNode;
}) {
  return (
    <Paper p="xl" style={{ borderStyle: "dashed" }}>
      <Stack align="center" gap="xs" ta="center">
        <ThemeIcon size={44} radius="xl" variant="light" aria-hidden>
          {icon ?? <IconInbox size={22} />}
        </ThemeIcon>
        <Title order={2}>{title}</Title>
        <Text c="dimmed" maw={520} component="div">
          {sentence}
        </Text>
        {action}
      </Stack>
    </Paper>
  );
}
