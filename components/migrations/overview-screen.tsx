"use client";
import { Card, SimpleGrid, Skeleton, Stack, Text, Title } from "@mantine/core";
import { CountStrip } from "#components/ui/count-strip.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { ProblemAlert } from "#components/ui/problem-alert.tsx";
import { useContract } from "#lib/client/queries.ts";
import { readMigration } from "#lib/contracts/migrations.ts";
import { MigrationFacts } from "./migration-facts.tsx";
import { StageCards } from "./stage-cards.tsx";
import { WhoseMove } from "./whose-move.tsx";

/** What a colleague needs to take over: whose move it is, the numbers, how far each stage is. */
export function OverviewScreen({ migrationId }: { migrationId: string }) {
  const migration = useContract(readMigration, { params: { migrationId } }, { refetchInterval: 3000 });
  if (!migration.data) {
    return (
      <>
        <PageHead title="Overview" />
        {migration.isPending && <OverviewSkeleton />}
      </>
    );
  }
  return (
    <>
      <PageHead title="Overview" description={`${migration.data.name}, from ${migration.data.sourceSystem}`} />
      <Stack gap="md">
        {migration.error && <ProblemAlert error={migration.error} onRetry={() => void migration.refetch()} />}
        <WhoseMove migrationId={migrationId} move={migration.data.move} />
        <Card component="section" aria-labelledby="numbers-title">
          <Title order={2} id="numbers-title" mb="sm">
            Every client, counted
          </Title>
          <CountStrip counts={migration.data.counts} />
        </Card>
        <StageCards migrationId={migrationId} stages={migration.data.stages} />
        <MigrationFacts migration={migration.data} />
        <Text size="xs" c="dimmed">
          Numbers are counted from the records themselves and read again every three seconds.
        </Text>
      </Stack>
    </>
  );
}

function OverviewSkeleton() {
  return (
    <Stack aria-busy="true">
      <Skeleton h={72} />
      <Skeleton h={150} />
      <SimpleGrid cols={{ base: 1, sm: 3 }}>
        <Skeleton h={84} />
        <Skeleton h={84} />
        <Skeleton h={84} />
      </SimpleGrid>
    </Stack>
  );
}
