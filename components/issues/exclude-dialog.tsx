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
import type { BodyOf, ReplyOf } from "#lib/contracts/contract.ts";
import { excludeRecords } from "#lib/contracts/issues.ts";
import type { RecordRole } from "#lib/domain/record-role.ts";

type Props = {
  migrationId: string;
  count: number;
  /** Clients, unless something else is said. */
  role?: RecordRole;
  what: Omit<BodyOf<typeof excludeRecords>, "reason">;
  opened: boolean;
  onClose: () => void;
};

function excludedNote({ excluded, held }: ReplyOf<typeof excludeRecords>, role: RecordRole) {
  const title = `${countOfRole(excluded, role)} excluded`;
  if (held === 0) return { title, message: "They are listed below the causes.", color: "green" };
  const stay = `${countOfRole(held, role)} ${held === 1 ? "stays" : "stay"}: a submitted chunk holds ${held === 1 ? "it" : "them"}. Take the chunk back first.`;
  return { title, message: stay, color: "yellow", autoClose: 12_000 };
}

/** Leaves clients out of the migration, with a reason. They stay counted and can come back. */
export function ExcludeDialog({ migrationId, count, role = "client", what, opened, onClose }: Props) {
  const [reason, setReason] = useState("");
  const exclude = useCommand(excludeRecords, {
    onDone: (reply) => {
      setReason("");
      notifications.show(excludedNote(reply, role));
      onClose();
    },
  });
  return (
    <ConfirmDialog
      opened={opened}
      onClose={onClose}
      title={`Exclude ${countOfRole(count, role)}?`}
      confirmLabel={`Exclude ${countOfRole(count, role)}`}
      onConfirm={() => exclude.mutate({ params: { migrationId }, body: { ...what, reason } })}
      loading={exclude.isPending}
    >
      <Stack gap="sm">
        <Text size="sm">
          They are not sent to Passfort. They stay in the count as excluded, with your reason, and you can take them
          back in at any time.
        </Text>
        <ReasonField
          value={reason}
          onChange={setReason}
          placeholder="For example: closed before 2019, confirmed by client services"
          error={exclude.error}
        />
        <ProblemAlert error={unplacedProblem(exclude.error, ["reason"])} />
      </Stack>
    </ConfirmDialog>
  );
}
