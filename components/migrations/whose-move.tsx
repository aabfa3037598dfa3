import { Button, Card, Group, Text, ThemeIcon, Title } from "@mantine/core";
import { IconArrowRight, IconUserBolt } from "@tabler/icons-react";
import Link from "next/link";
import { stages } from "#lib/stages/order.ts";
import { stageHref } from "./stage-looks.ts";

/** Who must do what next, and the way there. */
export function WhoseMove({
  migrationId,
  move,
}: {
  migrationId: string;
  move: { who: string; what: string; stage: string };
}) {
  const label = stages.find((stage) => stage.slug === move.stage)?.label ?? move.stage;
  return (
    <Card
      component="section"
      aria-labelledby="move-title"
      style={{ borderLeft: "4px solid var(--mantine-primary-color-filled)" }}
    >
      <Group justify="space-between" gap="sm">
        <Group gap="sm" wrap="nowrap" flex="1 1 260px">
          <ThemeIcon size={38} radius="xl" variant="light" aria-hidden>
            <IconUserBolt size={20} />
          </ThemeIcon>
          <div>
            <Title order={2} id="move-title" fz="sm" c="dimmed" fw={550}>
              Next move: {move.who}
            </Title>
            <Text size="md" fw={600}>
              {move.what}
            </Text>
          </div>
        </Group>
        <Button
          component={Link}
          href={stageHref(migrationId, move.stage)}
          rightSection={<IconArrowRight size={16} aria-hidden />}
        >
          Go to {label}
        </Button>
      </Group>
    </Card>
  );
}
