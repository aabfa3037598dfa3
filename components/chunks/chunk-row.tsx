import { Anchor, Box, Card, Group, Text } from "@mantine/core";
import Link from "next/link";
import { EnvironmentBadge } from "#components/ui/environment-banner.tsx";
import { Instant } from "#components/ui/instant.tsx";
import { StatusBadge } from "#components/ui/status-badge.tsx";
import type { listChunks } from "#lib/contracts/chunks.ts";
import type { ReplyOf } from "#lib/contracts/contract.ts";
import { ChunkProgress } from "./chunk-progress.tsx";
import { chunkKindWords } from "./kind-words.ts";
import { countOf } from "./number-words.ts";

export type ChunkSummary = ReplyOf<typeof listChunks>["chunks"][number];

/** One chunk in the list: what it is, where it goes, and how far it is. */
export function ChunkRow({ chunk, migrationId }: { chunk: ChunkSummary; migrationId: string }) {
  return (
    <Card component="li">
      <Group justify="space-between" gap="xs">
        <Group gap="xs">
          <Anchor component={Link} href={`/migrations/${migrationId}/chunks/${chunk.id}`} fw={600} underline="always">
            Chunk {chunk.number}
          </Anchor>
          <StatusBadge status={chunk.status} />
          <EnvironmentBadge environment={chunk.environment} size="sm" />
        </Group>
        <Text size="sm" c="dimmed">
          {chunkKindWords[chunk.kind].label} · {countOf(chunk.clientCount, "client")} ·{" "}
          {countOf(chunk.processes, "process", "processes")} · {chunk.connectionName}
        </Text>
      </Group>
      {isLaunched[chunk.status] && (
        <Box mt="xs">
          <ChunkProgress
            number={chunk.number}
            clientCount={chunk.clientCount}
            deliveries={chunk.deliveries}
            withGaps={chunk.withGaps}
            size="md"
          />
        </Box>
      )}
      <Text size="xs" c="dimmed" mt={4}>
        Drafted by {chunk.createdByName} on <Instant at={chunk.createdAt} />
      </Text>
    </Card>
  );
}

const isLaunched: Record<ChunkSummary["status"], boolean> = {
  draft: false,
  submitted: false,
  approved: false,
  running: true,
  pausing: true,
  paused: true,
  stopping: true,
  stopped: true,
  finished: true,
};
