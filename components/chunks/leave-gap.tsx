"use client";
import { Button, Checkbox, Stack, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useState } from "react";
import { unplacedProblem } from "#components/records/unplaced-problem.ts";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { ProblemAlert } from "#components/ui/problem-alert.tsx";
import { ReasonField } from "#components/ui/reason-field.tsx";
import { useCommand } from "#lib/client/mutations.ts";
import { leaveGaps } from "#lib/contracts/gaps.ts";
import { countOf } from "./number-words.ts";
import { useAllowed } from "./use-allowed.ts";

export type LeavableGap = {
  stepId: string;
  reference: string;
  sentence: string;
  /** How many of the chunk say the same. */
  alike: number;
};

/** A button with which a person leaves what Passfort holds otherwise as it is; nothing for who may not. */
export function LeaveGapButton({ reference, onClick }: { reference: string; onClick: () => void }) {
  const { allowed } = useAllowed("launch");
  if (!allowed) return null;
  return (
    <Button size="compact-xs" variant="default" aria-label={`Leave as it is… (${reference})`} onClick={onClick}>
      Leave as it is…
    </Button>
  );
}

type Props = { chunkId: string; gap: LeavableGap; onClose: () => void };

/** Stands beside the list, which may change meanwhile: who is slower than somebody else is told, and keeps their words. */
export function LeaveGapDialog({ chunkId, gap, onClose }: Props) {
  const { alike } = gap;
  const [reason, setReason] = useState("");
  const [alsoAlike, setAlsoAlike] = useState(false);
  const leave = useCommand(leaveGaps, {
    onDone: ({ left }) => {
      notifications.show({
        title: "Left as it is",
        message: `${countOf(left, "client")} no longer ${left === 1 ? "counts" : "count"} as created with this gap. What was found, and your reason, stay with ${left === 1 ? "it" : "each"}.`,
        color: "green",
      });
      onClose();
    },
  });
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={`Leave ${gap.reference} as it is?`}
      confirmLabel={alsoAlike ? `Leave all ${countOf(alike, "client")} as they are` : "Leave it as it is"}
      onConfirm={() => leave.mutate({ params: { chunkId }, body: { stepId: gap.stepId, alsoAlike, reason } })}
      loading={leave.isPending}
      disabled={reason.trim().length < 3}
    >
      <Stack gap="sm">
        <Text size="sm" style={{ overflowWrap: "anywhere" }}>
          {gap.sentence}
        </Text>
        <Text size="sm">
          Nothing changes in Passfort. The gap becomes a remark with your reason, also when the client is read again and
          the same is found.
        </Text>
        {alike > 1 && (
          <Checkbox
            checked={alsoAlike}
            onChange={(event) => setAlsoAlike(event.currentTarget.checked)}
            label={`Also the other ${countOf(alike - 1, "client")} of this chunk of whom the same is said`}
          />
        )}
        <ReasonField
          value={reason}
          onChange={setReason}
          placeholder="For example: corrected in the portal after a call with the client"
          error={leave.error}
        />
        <ProblemAlert error={unplacedProblem(leave.error, ["reason"])} />
      </Stack>
    </ConfirmDialog>
  );
}
