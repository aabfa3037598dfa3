"use client";
import { Button, Card, Group, Stack, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconArrowBackUp } from "@tabler/icons-react";
import { countOf } from "#components/chunks/number-words.ts";
import { useAllowed } from "#components/chunks/use-allowed.ts";
import { Section } from "#components/records/section.tsx";
import { plainNumber } from "#components/ui/count-identity.ts";
import { Instant } from "#components/ui/instant.tsx";
import { ProblemAlert } from "#components/ui/problem-alert.tsx";
import { useCommand } from "#lib/client/mutations.ts";
import { useContract } from "#lib/client/queries.ts";
import type { ReplyOf } from "#lib/contracts/contract.ts";
import { listExclusions, undoExclusion } from "#lib/contracts/issues.ts";

type Exclusion = ReplyOf<typeof listExclusions>["exclusions"][number];

/** What people left out many at a time, with the way back as a whole. Single ones stand in the list of excluded clients. */
export function ExclusionsList({ migrationId }: { migrationId: string }) {
  const prepare = useAllowed("prepare");
  const list = useContract(listExclusions, { params: { migrationId } }, { refetchInterval: 15_000 });
  const undo = useCommand(undoExclusion, {
    onDone: ({ included }) =>
      notifications.show({
        title: `${countOf(included, "record")} taken back in`,
        message: "They were judged by what is known of them.",
        color: "green",
      }),
  });
  const ofMany = list.data?.exclusions.filter(({ records }) => records > 1) ?? [];
  if (ofMany.length === 0) return <ProblemAlert error={list.error} />;
  return (
    <Section title="Excluded at once">
      <Stack gap="xs">
        <ProblemAlert error={undo.error} />
        {ofMany.map((exclusion) => (
          <ExclusionCard
            key={exclusion.id}
            exclusion={exclusion}
            onUndo={prepare.allowed ? () => undo.mutate({ params: { exclusionId: exclusion.id } }) : undefined}
            isUndoing={undo.isPending}
          />
        ))}
      </Stack>
    </Section>
  );
}

type CardProps = { exclusion: Exclusion; onUndo: (() => void) | undefined; isUndoing: boolean };

function ExclusionCard({ exclusion, onUndo, isUndoing }: CardProps) {
  const { records, standing, reason, by, at, undoneBy, undoneAt } = exclusion;
  const what = `${countOf(records, "record")} excluded`;
  return (
    <Card p="sm" component="article" aria-label={`${what}: ${reason}`}>
      <Group justify="space-between" gap="sm" wrap="wrap">
        <Stack gap={2} flex="1 1 240px" miw={0}>
          <Text size="sm" fw={600} td={undoneAt ? "line-through" : undefined}>
            {what}
            {standing < records && !undoneAt && `, ${plainNumber(standing)} of them still are`}
          </Text>
          <Text size="sm" c="dimmed" style={{ overflowWrap: "anywhere" }}>
            {by}, <Instant at={at} />: {reason}
          </Text>
          {undoneAt && (
            <Text size="sm" c="dimmed">
              Taken back in by {undoneBy}, <Instant at={undoneAt} />
            </Text>
          )}
        </Stack>
        {!undoneAt && standing > 0 && onUndo && (
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconArrowBackUp size={14} aria-hidden />}
            onClick={onUndo}
            disabled={isUndoing}
            aria-label={`Take ${countOf(standing, "record")} back in: ${reason}`}
          >
            Take {countOf(standing, "record")} back in
          </Button>
        )}
      </Group>
    </Card>
  );
}
