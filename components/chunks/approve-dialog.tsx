"use client";
import { Code, Stack, Text, Textarea } from "@mantine/core";
import { useState } from "react";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { EnvironmentBadge } from "#components/ui/environment-banner.tsx";
import { ProblemAlert } from "#components/ui/problem-alert.tsx";
import { useCommand } from "#lib/client/mutations.ts";
import { approveChunk } from "#lib/contracts/chunks.ts";
import { approvalValidHours } from "#lib/domain/chunk.ts";
import type { ChunkDashboard } from "./chunk-dashboard.ts";
import { countOf } from "./number-words.ts";

type Props = { chunk: ChunkDashboard; opened: boolean; onClose: () => void };

/** Approves what the fingerprint covers: the one that was on the screen when the dialog opened, not whatever came since. */
export function ApproveDialog({ chunk, opened, onClose }: Props) {
  const [comment, setComment] = useState("");
  const approve = useCommand(approveChunk, { onDone: onClose });
  return (
    <ConfirmDialog
      opened={opened}
      onClose={onClose}
      title={`Approve chunk ${chunk.number}?`}
      confirmLabel={`Approve ${countOf(chunk.clientCount, "client")}`}
      onConfirm={() =>
        approve.mutate({ params: { chunkId: chunk.id }, body: { fingerprint: chunk.fingerprint, comment } })
      }
      loading={approve.isPending}
    >
      <Stack gap="sm">
        <EnvironmentBadge environment={chunk.environment} />
        <Text size="sm">
          You approve {countOf(chunk.clientCount, "client")} to {chunk.connectionName} with{" "}
          {countOf(chunk.processes, "process", "processes")}, exactly as shown: fingerprint{" "}
          <Code>{chunk.fingerprint.slice(0, 12)}</Code>.
        </Text>
        <Text size="sm">
          Nothing is sent by approving. An operator can launch it within {approvalValidHours} hours.
        </Text>
        <Textarea
          label="Comment"
          description="Optional. Kept with the approval."
          value={comment}
          onChange={(event) => setComment(event.currentTarget.value)}
          autosize
          minRows={2}
          maxLength={1000}
        />
        <ProblemAlert error={approve.error} />
      </Stack>
    </ConfirmDialog>
  );
}
