"use client";
import { Stack, Text, Textarea } from "@mantine/core";
import { useState } from "react";
import { countOf } from "#components/chunks/number-words.ts";
import { unplacedProblem } from "#components/records/unplaced-problem.ts";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { ProblemAlert } from "#components/ui/problem-alert.tsx";
import { useCommand } from "#lib/client/mutations.ts";
import type { BodyOf } from "#lib/contracts/contract.ts";
import { excludeRecords } from "#lib/contracts/issues.ts";

type Props = {
  migrationId: string;
  count: number;
  what: Omit<BodyOf<typeof excludeRecords>, "reason">;
  opened: boolean;
  onClose: () => void;
  onExcluded?: (excluded: number) => void;
};

/** Leaves clients out of the migration, with a reason. They stay counted and can come back. */
export function ExcludeDialog({ migrationId, count, what, opened, onClose, onExcluded }: Props) {
  const [reason, setReason] = useState("");
  const exclude = useCommand(excludeRecords, {
    onDone: (reply) => {
      setReason("");
      onExcluded?.(reply.excluded);
      onClose();
    },
  });
  return (
    <ConfirmDialog
      opened={opened}
      onClose={onClose}
      title={`Exclude ${countOf(count, "client")}?`}
      confirmLabel={`Exclude ${countOf(count, "client")}`}
      onConfirm={() => exclude.mutate({ params: { migrationId }, body: { ...what, reason } })}
      loading={exclude.isPending}
    >
      <Stack gap="sm">
        <Text size="sm">
          They are not sent to Passfort. They stay in the count as excluded, with your reason, and you can take them
          back in at any time.
        </Text>
        <Textarea
          label="Reason"
          description="Read later by the approver and the auditor."
          placeholder="For example: closed before 2019, confirmed by client services"
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          error={exclude.error?.problem.fields?.reason}
          autosize
          minRows={2}
          required
        />
        <ProblemAlert error={unplacedProblem(exclude.error, ["reason"])} />
      </Stack>
    </ConfirmDialog>
  );
}
