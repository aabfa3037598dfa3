"use client";
import { Button, Stack, Text } from "@mantine/core";
import { IconRefresh } from "@tabler/icons-react";
import { useState } from "react";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { plainNumber } from "#components/ui/count-identity.ts";
import { ProblemAlert } from "#components/ui/problem-alert.tsx";
import type { FailureFilter, NotCreatedStatus } from "#lib/domain/failure-filter.ts";
import type { ChunkDashboard } from "./chunk-dashboard.ts";
import { leftOutSentences } from "./left-out-sentences.ts";
import { countOf } from "./number-words.ts";
import { useMayRetry } from "./use-may-retry.ts";
import { useRetry } from "./use-retry.ts";

/** What fits a filter, and how much of it stands where. */
type Found = { filter: FailureFilter; counts: Readonly<Record<NotCreatedStatus, number>> };

/** Sends the failed clients of a filter again. The filter travels with the number the person saw, not their ids. */
export function RetryFiltered({ chunk, filter, counts }: Found & { chunk: ChunkDashboard }) {
  const mayRetry = useMayRetry(chunk);
  // As it was when the button was pressed: a list that moves on below the dialog does not change what is agreed to.
  const [asked, setAsked] = useState<Found | null>(null);
  const retry = useRetry(() => setAsked(null));
  const ask = () => {
    retry.reset();
    setAsked({ filter, counts });
  };
  return (
    <>
      {mayRetry && counts.failed > 0 && (
        <Button size="xs" variant="default" leftSection={<IconRefresh size={16} aria-hidden />} onClick={ask}>
          Send the {plainNumber(counts.failed)} failed of these again
        </Button>
      )}
      {asked && (
        <ConfirmDialog
          opened
          onClose={() => setAsked(null)}
          title={`Send ${countOf(asked.counts.failed, "client")} again?`}
          confirmLabel={`Send ${countOf(asked.counts.failed, "client")} again`}
          onConfirm={() =>
            retry.mutate({
              params: { chunkId: chunk.id },
              body: { which: { kind: "filter", filter: asked.filter, expected: asked.counts.failed } },
            })
          }
          loading={retry.isPending}
        >
          <Stack gap="sm">
            <Text>
              Those that fit the filter and have failed. Each goes on at the step it failed at; nothing is sent twice.
            </Text>
            {leftOutSentences(asked.counts).map((sentence) => (
              <Text key={sentence}>{sentence}</Text>
            ))}
            <ProblemAlert error={retry.error} />
          </Stack>
        </ConfirmDialog>
      )}
    </>
  );
}
