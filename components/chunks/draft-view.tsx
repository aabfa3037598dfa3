"use client";
import { Alert, Button, Stack } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconMessageReport, IconSend, IconTrash } from "@tabler/icons-react";
import { useRouter } from "next/navigation";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { ProblemAlert } from "#components/ui/problem-alert.tsx";
import { useCommand } from "#lib/client/mutations.ts";
import { discardChunk, submitChunk } from "#lib/contracts/chunks.ts";
import { ActionCard } from "./action-card.tsx";
import type { ChunkDashboard } from "./chunk-dashboard.ts";
import { Guarded } from "./guarded.tsx";
import { countOf } from "./number-words.ts";
import { WhatWillBeSent } from "./what-will-be-sent.tsx";

/** A draft: look at what would be sent, then hand it to a second person or throw it away. */
export function DraftView({ chunk }: { chunk: ChunkDashboard }) {
  const router = useRouter();
  const params = { chunkId: chunk.id };
  const [discarding, discardDialog] = useDisclosure(false);
  const submit = useCommand(submitChunk);
  const discard = useCommand(discardChunk, {
    onDone: () => router.push(`/migrations/${chunk.migrationId}/chunks`),
    invalidates: [`/api/migrations/${chunk.migrationId}`],
  });
  return (
    <Stack gap="lg">
      {chunk.people.refusalReason && (
        <Alert color="orange" variant="light" icon={<IconMessageReport aria-hidden />} title="Why it is a draft again">
          {chunk.people.refusalReason}
        </Alert>
      )}
      <ActionCard
        title="Next step"
        sentence="Look at what will be sent, then submit it. A different person approves exactly this."
        problem={<ProblemAlert error={submit.error ?? discard.error} />}
      >
        <Guarded permission="prepare">
          <Button
            leftSection={<IconSend size={16} aria-hidden />}
            onClick={() => submit.mutate({ params })}
            loading={submit.isPending}
          >
            Submit for approval
          </Button>
          <Button variant="default" leftSection={<IconTrash size={16} aria-hidden />} onClick={discardDialog.open}>
            Discard
          </Button>
        </Guarded>
      </ActionCard>
      <WhatWillBeSent chunk={chunk} />
      <ConfirmDialog
        opened={discarding}
        onClose={discardDialog.close}
        title={`Discard chunk ${chunk.number}?`}
        confirmLabel="Discard the draft"
        onConfirm={() => discard.mutate({ params })}
        loading={discard.isPending}
        danger
      >
        The draft is deleted. Its {countOf(chunk.clientCount, "client")} stay ready and can go into another chunk.
        Nothing was sent.
      </ConfirmDialog>
    </Stack>
  );
}
