"use client";
import { Stack, Text, Textarea } from "@mantine/core";
import { useState } from "react";
import { unplacedProblem } from "#components/records/unplaced-problem.ts";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { ProblemAlert } from "#components/ui/problem-alert.tsx";
import { useCommand } from "#lib/client/mutations.ts";
import { refuseChunk } from "#lib/contracts/chunks.ts";
import type { ChunkDashboard } from "./chunk-dashboard.ts";

/** Sends the chunk back to its maker with a reason. */
export function RefuseDialog({
  chunk,
  opened,
  onClose,
}: {
  chunk: ChunkDashboard;
  opened: boolean;
  onClose: () => void;
}) {
  const [reason, setReason] = useState("");
  const refuse = useCommand(refuseChunk, { onDone: onClose });
  return (
    <ConfirmDialog
      opened={opened}
      onClose={onClose}
      title={`Refuse chunk ${chunk.number}?`}
      confirmLabel="Refuse the chunk"
      onConfirm={() => refuse.mutate({ params: { chunkId: chunk.id }, body: { reason } })}
      loading={refuse.isPending}
    >
      <Stack gap="sm">
        <Text size="sm">It becomes a draft again, and its maker reads your reason. Nothing is sent.</Text>
        <Textarea
          label="Reason"
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          error={refuse.error?.problem.fields?.reason}
          autosize
          minRows={2}
          maxLength={1000}
          required
        />
        <ProblemAlert error={unplacedProblem(refuse.error, ["reason"])} />
      </Stack>
    </ConfirmDialog>
  );
}
