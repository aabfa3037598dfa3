"use client";
import { Grid, Stack, Text } from "@mantine/core";
import { PageSkeleton } from "#components/records/page-skeleton.tsx";
import { Section } from "#components/records/section.tsx";
import { plainNumber } from "#components/ui/count-identity.ts";
import { PageHead } from "#components/ui/page-head.tsx";
import { ProblemAlert } from "#components/ui/problem-alert.tsx";
import { useContract } from "#lib/client/queries.ts";
import { listChunks } from "#lib/contracts/chunks.ts";
import { ChunkRow } from "./chunk-row.tsx";
import { NextChunk } from "./next-chunk.tsx";
import { countOf } from "./number-words.ts";

/** Chunks: clients that travel together, each chunk approved by a second person before it leaves. */
export function ChunksScreen({ migrationId }: { migrationId: string }) {
  const chunks = useContract(listChunks, { params: { migrationId } }, { refetchInterval: 2000 });
  const answer = chunks.data;
  return (
    <>
      <PageHead
        title="Chunks"
        description="Clients travel in chunks: drafted by one person, approved by another, launched by typing the count. Begin small and grow."
      />
      <ProblemAlert error={chunks.error} onRetry={() => void chunks.refetch()} />
      {chunks.isPending && <PageSkeleton what="the chunks" />}
      {answer && (
        <Grid gap="xl">
          <Grid.Col span={{ base: 12, md: 5 }}>
            <Section title="Next chunk">
              <Stack gap="sm">
                <Text>
                  <strong>{plainNumber(answer.available)}</strong> ready{" "}
                  {answer.available === 1 ? "client is" : "clients are"} in no chunk yet.
                </Text>
                {answer.correctable > 0 && (
                  <Text>
                    <strong>{plainNumber(answer.correctable)}</strong>{" "}
                    {answer.correctable === 1 ? "client that was" : "clients that were"} refused, failed or created with
                    gaps can leave again with a correction chunk.
                  </Text>
                )}
                {answer.taken > 0 && (
                  <Text c="dimmed">
                    {countOf(answer.taken, "ready client")} already went to this connection, by this or another
                    migration. Nobody is sent twice.
                  </Text>
                )}
                {answer.barred > 0 && (
                  <Text c="dimmed">
                    {countOf(answer.barred, "ready client")} {answer.barred === 1 ? "lacks" : "lack"} what the plan’s
                    track needs and {answer.barred === 1 ? "stays" : "stay"} behind. The review says what is missing.
                  </Text>
                )}
                <NextChunk answer={answer} migrationId={migrationId} />
              </Stack>
            </Section>
          </Grid.Col>
          <Grid.Col span={{ base: 12, md: 7 }}>
            <Section title={countOf(answer.chunks.length, "chunk")}>
              {answer.chunks.length === 0 && (
                <Text c="dimmed">None yet. The first is best a small one: a pilot, or the first step of the ramp.</Text>
              )}
              <Stack component="ul" gap="sm" p={0} m={0} style={{ listStyle: "none" }}>
                {answer.chunks.map((chunk) => (
                  <ChunkRow key={chunk.id} chunk={chunk} migrationId={migrationId} />
                ))}
              </Stack>
            </Section>
          </Grid.Col>
        </Grid>
      )}
    </>
  );
}
