"use client";
import { Anchor, Group, Text } from "@mantine/core";
import { useDocumentTitle } from "@mantine/hooks";
import Link from "next/link";
import { PageSkeleton } from "#components/records/page-skeleton.tsx";
import { EnvironmentBadge } from "#components/ui/environment-banner.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { ProblemAlert } from "#components/ui/problem-alert.tsx";
import { StatusBadge } from "#components/ui/status-badge.tsx";
import { useContract } from "#lib/client/queries.ts";
import { readChunk } from "#lib/contracts/chunks.ts";
import type { ChunkDashboard } from "./chunk-dashboard.ts";
import { pageTitleOf } from "./page-title.ts";
import { StatusAnnouncer } from "./status-announcer.tsx";
import { chunkStatusSentences, pollMsByChunkStatus } from "./status-words.ts";
import { viewByStatus } from "./view-by-status.ts";

/** One chunk, from draft to its end; each status has its own view. */
export function ChunkScreen({ chunkId }: { chunkId: string }) {
  const chunk = useContract(
    readChunk,
    { params: { chunkId } },
    { refetchInterval: (query) => pollMsByChunkStatus[query.state.data?.status ?? "draft"] },
  );
  if (chunk.data) {
    return (
      <>
        <ProblemAlert error={chunk.error} onRetry={() => void chunk.refetch()} />
        <LoadedChunk chunk={chunk.data} />
      </>
    );
  }
  return (
    <>
      <PageHead title="Chunk" />
      <ProblemAlert error={chunk.error} onRetry={() => void chunk.refetch()} />
      {chunk.isPending && <PageSkeleton what="the chunk" />}
    </>
  );
}

function LoadedChunk({ chunk }: { chunk: ChunkDashboard }) {
  useDocumentTitle(pageTitleOf(chunk));
  const View = viewByStatus[chunk.status];
  return (
    <>
      <Anchor component={Link} href={`/migrations/${chunk.migrationId}/chunks`} size="sm">
        All chunks
      </Anchor>
      <PageHead
        title={
          <Group gap="xs" component="span">
            Chunk {chunk.number}
            <StatusBadge status={chunk.status} size="lg" />
            <EnvironmentBadge environment={chunk.environment} size="lg" />
          </Group>
        }
        description={<Text c="dimmed">{chunkStatusSentences[chunk.status]}</Text>}
      />
      <StatusAnnouncer chunk={chunk} />
      <View chunk={chunk} />
    </>
  );
}
