"use client";
import { Button, Card, Group, Progress, Stack, Text } from "@mantine/core";
import { IconPlayerStop, IconUserSearch } from "@tabler/icons-react";
import { Guarded } from "#components/chunks/guarded.tsx";
import { countOf } from "#components/chunks/number-words.ts";
import { Instant } from "#components/ui/instant.tsx";
import { ProblemAlert } from "#components/ui/problem-alert.tsx";
import { StatusBadge } from "#components/ui/status-badge.tsx";
import { useCommand } from "#lib/client/mutations.ts";
import { startProfileSweep, stopProfileSweep } from "#lib/contracts/existing-profiles.ts";
import type { Existing } from "./existing.ts";
import { sweepPercent, sweepSentence } from "./sweep-sentence.ts";

/** How the look at the existing profiles stands, with its progress, and the buttons that start and stop it. */
export function SweepCard({ migrationId, existing }: { migrationId: string; existing: Existing }) {
  const start = useCommand(startProfileSweep);
  const stop = useCommand(stopProfileSweep);
  const { sweep, connection } = existing;
  const isRunning = sweep?.status === "running";
  const percent = sweepPercent(existing);
  return (
    <Card>
      <Stack gap="sm">
        <Group justify="space-between" gap="sm" align="flex-start">
          <Stack gap={4} flex="1 1 320px">
            {sweep && (
              <Group gap="xs">
                <StatusBadge status={sweep.status} />
                <Text size="sm" c="dimmed">
                  Started by {sweep.startedByName} on <Instant at={sweep.startedAt} />
                </Text>
              </Group>
            )}
            <Text role="status" style={{ overflowWrap: "anywhere" }}>
              {sweepSentence(existing)}
            </Text>
            {sweep && sweep.hidden > 0 && (
              <Text size="sm">
                {countOf(sweep.hidden, "profile")} {sweep.hidden === 1 ? "is" : "are"} hidden from this key and could
                not be compared. An admin of Passfort can let the key see them.
              </Text>
            )}
          </Stack>
          {connection && (
            <Guarded permission="prepare">
              {isRunning ? (
                <Button
                  variant="default"
                  leftSection={<IconPlayerStop size={16} aria-hidden />}
                  onClick={() => stop.mutate({ params: { migrationId } })}
                  loading={stop.isPending}
                >
                  Stop
                </Button>
              ) : (
                <Button
                  variant={sweep?.status === "done" ? "default" : "filled"}
                  leftSection={<IconUserSearch size={16} aria-hidden />}
                  onClick={() => start.mutate({ params: { migrationId } })}
                  loading={start.isPending}
                >
                  {sweep ? "Look through them again" : "Look through them"}
                </Button>
              )}
            </Guarded>
          )}
        </Group>
        {isRunning && (
          <Progress
            value={percent ?? 100}
            animated={percent === null}
            aria-label="Looking through the existing profiles"
          />
        )}
        <ProblemAlert error={start.error ?? stop.error} />
      </Stack>
    </Card>
  );
}
