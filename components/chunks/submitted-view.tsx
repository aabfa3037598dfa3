"use client";
import { Button, Stack, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconArrowBackUp, IconThumbDown, IconThumbUp } from "@tabler/icons-react";
import { ProblemAlert } from "#components/ui/problem-alert.tsx";
import { useCommand } from "#lib/client/mutations.ts";
import { takeBackChunk } from "#lib/contracts/chunks.ts";
import { ActionCard } from "./action-card.tsx";
import { ApproveDialog } from "./approve-dialog.tsx";
import type { ChunkDashboard } from "./chunk-dashboard.ts";
import { PeopleOfChunk } from "./people-of-chunk.tsx";
import { RefuseDialog } from "./refuse-dialog.tsx";
import { useAllowed } from "./use-allowed.ts";
import { WhatWillBeSent } from "./what-will-be-sent.tsx";

/** Waiting for a second person: approve or refuse for them, take back for the maker. */
export function SubmittedView({ chunk }: { chunk: ChunkDashboard }) {
  const [approving, approveDialog] = useDisclosure(false);
  const [refusing, refuseDialog] = useDisclosure(false);
  const prepare = useAllowed("prepare");
  const takeBack = useCommand(takeBackChunk);
  return (
    <Stack gap="lg">
      <ActionCard
        title="Approval"
        sentence="Whoever approves says: these clients, with these settings, may go to this Passfort account. If anything in it changes, the approval falls."
        problem={<ProblemAlert error={takeBack.error} />}
      >
        {chunk.mayNotApproveBecause === null ? (
          <>
            <Button leftSection={<IconThumbUp size={16} aria-hidden />} onClick={approveDialog.open}>
              Approve
            </Button>
            <Button variant="default" leftSection={<IconThumbDown size={16} aria-hidden />} onClick={refuseDialog.open}>
              Refuse
            </Button>
          </>
        ) : (
          <Text c="dimmed" w="100%">
            {chunk.mayNotApproveBecause}
          </Text>
        )}
        {prepare.allowed && (
          <Button
            variant="default"
            leftSection={<IconArrowBackUp size={16} aria-hidden />}
            onClick={() => takeBack.mutate({ params: { chunkId: chunk.id } })}
            loading={takeBack.isPending}
          >
            Take back to change it
          </Button>
        )}
      </ActionCard>
      <WhatWillBeSent chunk={chunk} />
      <PeopleOfChunk chunk={chunk} />
      <ApproveDialog chunk={chunk} opened={approving} onClose={approveDialog.close} />
      <RefuseDialog chunk={chunk} opened={refusing} onClose={refuseDialog.close} />
    </Stack>
  );
}
