"use client";
import { Stack, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useState } from "react";
import { countOfRole } from "#components/records/role-words.ts";
import { unplacedProblem } from "#components/records/unplaced-problem.ts";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { ProblemAlert } from "#components/ui/problem-alert.tsx";
import { ReasonField } from "#components/ui/reason-field.tsx";
import { useCommand } from "#lib/client/mutations.ts";
import { acknowledgeCause } from "#lib/contracts/issues.ts";
import type { Cause } from "./cause.ts";

type Props = { cause: Cause; migrationId: string; opened: boolean; onClose: () => void };

/** Lets the clients of a cause of warnings go along with it, with a reason. */
export function AcknowledgeDialog({ cause, migrationId, opened, onClose }: Props) {
  const [reason, setReason] = useState("");
  const acknowledge = useCommand(acknowledgeCause, {
    onDone: () => {
      setReason("");
      notifications.show({
        title: `“${cause.title}” is acknowledged`,
        message: "It is to be looked at again if more clients come to have it.",
        color: "green",
      });
      onClose();
    },
  });
  const { error, reset } = acknowledge;
  const { code, field, fileId, role, count } = cause;
  return (
    <ConfirmDialog
      opened={opened}
      onClose={() => {
        reset();
        onClose();
      }}
      title={`Acknowledge “${cause.title}”?`}
      confirmLabel={`Acknowledge for ${countOfRole(count, role)}`}
      onConfirm={() =>
        acknowledge.mutate({ params: { migrationId }, body: { cause: { code, field, fileId, role }, count, reason } })
      }
      loading={acknowledge.isPending}
    >
      <Stack gap="sm">
        <Text size="sm">
          They may be sent as they are. The approver sees the warning; if it comes to concern more than{" "}
          {countOfRole(count, role)}, somebody has to look again.
        </Text>
        <ReasonField
          value={reason}
          onChange={setReason}
          placeholder="For example: agreed with compliance, addresses are completed on the next review"
          error={error}
        />
        <ProblemAlert error={unplacedProblem(error, ["reason"])} />
      </Stack>
    </ConfirmDialog>
  );
}
