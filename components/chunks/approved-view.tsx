"use client";
import { Alert, Button, Stack } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconClockExclamation, IconRocket } from "@tabler/icons-react";
import { Instant } from "#components/ui/instant.tsx";
import { ActionCard } from "./action-card.tsx";
import type { ChunkDashboard } from "./chunk-dashboard.ts";
import { Guarded } from "./guarded.tsx";
import { LaunchDialog } from "./launch-dialog.tsx";
import { PeopleOfChunk } from "./people-of-chunk.tsx";
import { WhatWillBeSent } from "./what-will-be-sent.tsx";

/** Approved: an operator launches it by typing the count, before the approval expires. */
export function ApprovedView({ chunk }: { chunk: ChunkDashboard }) {
  const [launching, dialog] = useDisclosure(false);
  return (
    <Stack gap="lg">
      <ActionCard
        title="Launch"
        sentence={`It was approved by ${chunk.people.approvedBy ?? "another person"}. Launching begins to create profiles in ${chunk.connectionName}; it can be paused or stopped at any moment, but what was created stays.`}
      >
        <Guarded permission="launch">
          <Button leftSection={<IconRocket size={16} aria-hidden />} onClick={dialog.open}>
            Launch…
          </Button>
        </Guarded>
      </ActionCard>
      {chunk.approvalExpiresAt && (
        <Alert variant="light" color="gray" icon={<IconClockExclamation aria-hidden />}>
          The approval holds until <Instant at={chunk.approvalExpiresAt} />, as long as nothing in it changes.
        </Alert>
      )}
      <WhatWillBeSent chunk={chunk} />
      <PeopleOfChunk chunk={chunk} />
      <LaunchDialog chunk={chunk} opened={launching} onClose={dialog.close} />
    </Stack>
  );
}
