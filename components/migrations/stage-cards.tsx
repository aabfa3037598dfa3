import { Anchor, Badge, Card, Group, SimpleGrid, Text, Title, VisuallyHidden } from "@mantine/core";
import Link from "next/link";
import { type Stage, stageHref, stageLooks } from "./stage-looks.ts";

export function StageCards({ migrationId, stages }: { migrationId: string; stages: Stage[] }) {
  return (
    <section aria-labelledby="stages-title">
      <VisuallyHidden>
        <Title order={2} id="stages-title">
          Stages
        </Title>
      </VisuallyHidden>
      <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }} spacing="sm">
        {stages.map((stage, index) => {
          const { label, icon: Icon, colour } = stageLooks[stage.state];
          return (
            <Card key={stage.slug} padding="sm" pos="relative">
              <Group justify="space-between" wrap="nowrap" mb={4}>
                <Title order={3}>
                  <Anchor component={Link} href={stageHref(migrationId, stage.slug)} inherit>
                    {index + 1}. {stage.label}
                  </Anchor>
                </Title>
                <Badge color={colour} size="sm" leftSection={<Icon size={11} aria-hidden />}>
                  {label}
                </Badge>
              </Group>
              <Text size="xs" c="dimmed">
                {stage.fact}
              </Text>
            </Card>
          );
        })}
      </SimpleGrid>
    </section>
  );
}
