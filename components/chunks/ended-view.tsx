"use client";
import { Button, Card, Group, Stack, Text } from "@mantine/core";
import { IconDownload, IconRefresh } from "@tabler/icons-react";
import { Section } from "#components/records/section.tsx";
import { ProblemAlert } from "#components/ui/problem-alert.tsx";
import type { ChunkDashboard } from "./chunk-dashboard.ts";
import { ChunkIdentity } from "./chunk-identity.tsx";
import { ChunkProgress } from "./chunk-progress.tsx";
import { endingSentences } from "./ending-sentences.ts";
import { FailureCodes } from "./failure-codes.tsx";
import { FailureList } from "./failure-list.tsx";
import { GapList } from "./gap-list.tsx";
import { Guarded } from "./guarded.tsx";
import { HistorySection } from "./history-section.tsx";
import { countOf } from "./number-words.ts";
import { PaceFacts } from "./pace-facts.tsx";
import { PaceOverTime } from "./pace-over-time.tsx";
import { PeopleOfChunk } from "./people-of-chunk.tsx";
import { useRetry } from "./use-retry.ts";

/** A chunk that came to its end: what became of everybody, the error report, and the failed ones once more. */
export function EndedView({ chunk }: { chunk: ChunkDashboard }) {
  const retry = useRetry();
  const mayRetry = chunk.status === "finished" && chunk.deliveries.failed > 0;
  return (
    <Stack gap="lg">
      <Section title="How it ended">
        <Card>
          <Stack gap="md">
            <ChunkProgress
              number={chunk.number}
              clientCount={chunk.clientCount}
              deliveries={chunk.deliveries}
              withGaps={chunk.withGaps}
              size="xl"
            />
            {endingSentences(chunk.deliveries, chunk.withGaps).map((sentence) => (
              <Text key={sentence}>{sentence}</Text>
            ))}
            <ProblemAlert error={retry.error} />
            <Group gap="xs">
              <Button
                component="a"
                href={`/api/chunks/${chunk.id}/errors.csv`}
                download
                variant="default"
                leftSection={<IconDownload size={16} aria-hidden />}
              >
                Download the error report (CSV)
              </Button>
              {mayRetry && (
                <Guarded permission="launch">
                  <Button
                    leftSection={<IconRefresh size={16} aria-hidden />}
                    onClick={() => retry.mutate({ params: { chunkId: chunk.id } })}
                    loading={retry.isPending}
                  >
                    Send {countOf(chunk.deliveries.failed, "failed client")} again
                  </Button>
                </Guarded>
              )}
            </Group>
          </Stack>
        </Card>
      </Section>
      <ChunkIdentity chunk={chunk} />
      <FailureCodes chunk={chunk} />
      <FailureList chunk={chunk} />
      <GapList chunk={chunk} />
      <HistorySection chunk={chunk} />
      <PaceFacts chunk={chunk} />
      <PaceOverTime chunk={chunk} />
      <PeopleOfChunk chunk={chunk} />
    </Stack>
  );
}
