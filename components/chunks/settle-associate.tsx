"use client";
import { Button, Stack, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useState } from "react";
import { unplacedProblem } from "#components/records/unplaced-problem.ts";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { ProblemAlert } from "#components/ui/problem-alert.tsx";
import { ReasonField } from "#components/ui/reason-field.tsx";
import { useCommand } from "#lib/client/mutations.ts";
import { settleAssociate } from "#lib/contracts/gaps.ts";
import { ProfileIdField } from "./profile-id-field.tsx";
import { useAllowed } from "./use-allowed.ts";

export type UndecidedAssociate = { stepId: string; what: string; sentence: string };

/** A button with which a person says which of several profiles an associate is; nothing for who may not. */
export function SettleAssociateButton({ what, onClick }: { what: string; onClick: () => void }) {
  const { allowed } = useAllowed("launch");
  if (!allowed) return null;
  return (
    <Button size="compact-xs" variant="default" aria-label={`Say which it is… (${what})`} onClick={onClick}>
      Say which it is…
    </Button>
  );
}

type Props = { chunkId: string; associate: UndecidedAssociate; onClose: () => void };

/** Stands beside the list, which may change meanwhile. */
export function SettleAssociateDialog({ chunkId, associate: { stepId, sentence }, onClose }: Props) {
  const [profileId, setProfileId] = useState("");
  const [reason, setReason] = useState("");
  const settle = useCommand(settleAssociate, {
    onDone: () => {
      notifications.show({
        title: "Settled",
        message: "Its client goes on with what waited for this associate.",
        color: "green",
      });
      onClose();
    },
  });
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title="Which profile is this associate?"
      confirmLabel="This profile is it"
      onConfirm={() => settle.mutate({ params: { chunkId }, body: { stepId, profileId: profileId.trim(), reason } })}
      loading={settle.isPending}
      disabled={reason.trim().length < 3 || profileId.trim() === ""}
    >
      <Stack gap="sm">
        <Text size="sm" style={{ overflowWrap: "anywhere" }}>
          {sentence}
        </Text>
        <ProfileIdField value={profileId} onChange={setProfileId} error={settle.error?.problem.fields?.profileId} />
        <ReasonField
          value={reason}
          onChange={setReason}
          placeholder="For example: the other one was entered by hand and is closed"
          error={settle.error}
        />
        <ProblemAlert error={unplacedProblem(settle.error, ["reason", "profileId"])} />
      </Stack>
    </ConfirmDialog>
  );
}
