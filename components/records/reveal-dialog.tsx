"use client";
import { Stack, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { ProblemAlert } from "#components/ui/problem-alert.tsx";

import type { ProblemError } from "#lib/client/call.ts";
import { unplacedProblem } from "./unplaced-problem.ts";

type Props = {
  title: string;
  /** What is shown, as the beginning of a sentence. */
  what: string;
  opened: boolean;
  onClose: () => void;
  onReveal: (reason: string) => void;
  loading: boolean;
  error: ProblemError | null;
};

/** Asks why somebody wants to see personal values. The answer is kept in the audit log. */
export function RevealDialog({ title, what, opened, onClose, onReveal, loading, error }: Props) {
  const [reason, setReason] = useState("");
  return (
    <ConfirmDialog
      opened={opened}
      onClose={onClose}
      title={title}
      confirmLabel="Show for a minute"
      onConfirm={() => onReveal(reason)}
      loading={loading}
    >
      <Stack gap="sm">
        <Text size="sm">
          {what} are shown for 60 seconds. Your name, the time and your reason go into the audit log.
        </Text>
        <TextInput
          label="Reason"
          placeholder="For example: comparing with the paper file"
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          error={error?.problem.fields?.reason}
          maxLength={300}
          required
        />
        <ProblemAlert error={unplacedProblem(error, ["reason"])} />
      </Stack>
    </ConfirmDialog>
  );
}
