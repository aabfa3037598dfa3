"use client";
import { Button, Group, Stack, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconPlayerPause, IconPlayerPlay, IconPlayerStop } from "@tabler/icons-react";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { ProblemAlert } from "#components/ui/problem-alert.tsx";
import { useCommand } from "#lib/client/mutations.ts";
import { pauseChunk, resumeChunk, stopChunk } from "#lib/contracts/chunks.ts";
import { type ChunkStatus, chunkMachine } from "#lib/domain/chunk.ts";
import type { ChunkDashboard } from "./chunk-dashboard.ts";
import { Guarded } from "./guarded.tsx";
import { countOf } from "./number-words.ts";

const mayMove = (from: ChunkStatus, to: ChunkStatus) =>
  chunkMachine.edges.some((edge) => edge.from === from && edge.to === to);

/** Pause, resume and stop: what the machine allows now. Braking needs no approval. */
export function LiveControls({ chunk }: { chunk: ChunkDashboard }) {
  const params = { chunkId: chunk.id };
  const [stopping, stopDialog] = useDisclosure(false);
  const pause = useCommand(pauseChunk);
  const resume = useCommand(resumeChunk);
  const stop = useCommand(stopChunk, { onDone: stopDialog.close });
  const mayStop = mayMove(chunk.status, "stopping");
  return (
    <Stack gap="sm">
      <ProblemAlert error={pause.error ?? resume.error ?? stop.error} />
      <Group gap="xs">
        {mayMove(chunk.status, "pausing") && (
          <Guarded permission="halt">
            <Button
              variant="default"
              leftSection={<IconPlayerPause size={16} aria-hidden />}
              onClick={() => pause.mutate({ params })}
              loading={pause.isPending}
            >
              Pause
            </Button>
          </Guarded>
        )}
        {mayMove(chunk.status, "running") && (
          <Guarded permission="launch">
            <Button
              leftSection={<IconPlayerPlay size={16} aria-hidden />}
              onClick={() => resume.mutate({ params })}
              loading={resume.isPending}
            >
              Resume
            </Button>
          </Guarded>
        )}
        {mayStop && (
          <Guarded permission="halt">
            <Button
              color="red.9"
              variant="filled"
              leftSection={<IconPlayerStop size={16} aria-hidden />}
              onClick={stopDialog.open}
            >
              Stop…
            </Button>
          </Guarded>
        )}
      </Group>
      <ConfirmDialog
        opened={stopping && mayStop}
        onClose={stopDialog.close}
        title={`Stop chunk ${chunk.number} for good?`}
        confirmLabel="Stop it for good"
        onConfirm={() => stop.mutate({ params })}
        loading={stop.isPending}
        danger
      >
        <Stack gap="xs">
          <Text size="sm">
            No new call starts. Calls in flight end first ({chunk.inFlight} now). The{" "}
            {countOf(chunk.deliveries.queued, "client")} still queued are withdrawn; the{" "}
            {countOf(chunk.deliveries.created, "client")} already created stay in Passfort.
          </Text>
          <Text size="sm">A stopped chunk cannot be resumed. If you only want it to wait, pause it instead.</Text>
        </Stack>
      </ConfirmDialog>
    </Stack>
  );
}
