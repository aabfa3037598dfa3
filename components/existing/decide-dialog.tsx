"use client";
import { Stack, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useState } from "react";
import { countOf } from "#components/chunks/number-words.ts";
import { unplacedProblem } from "#components/records/unplaced-problem.ts";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { ProblemAlert } from "#components/ui/problem-alert.tsx";
import { ReasonField } from "#components/ui/reason-field.tsx";
import { useCommand } from "#lib/client/mutations.ts";
import type { BodyOf } from "#lib/contracts/contract.ts";
import { decideMatches } from "#lib/contracts/existing-profiles.ts";
import type { MatchDecision } from "#lib/domain/profile-match.ts";

export type Deciding = {
  what: Pick<BodyOf<typeof decideMatches>, "matchIds" | "grounds">;
  /** How many matches that is at this moment. */
  count: number;
  decision: MatchDecision;
  title: string;
};

const sentences: Record<MatchDecision, string> = {
  adopt:
    "No profile is created for the client; the existing one is taken over as it is. Where several clients or several profiles could be meant, decide them one by one.",
  create: "A profile of its own is created for the client, although one of its name exists.",
};

const doneSentences: Record<MatchDecision, string> = {
  adopt: "What exists is taken over when the chunk is launched.",
  create: "A profile of its own is created when the chunk is launched.",
};

/** A person says whose the existing profile is, and why. */
export function DecideDialog({
  migrationId,
  deciding: { what, count, decision, title },
  onClose,
}: {
  migrationId: string;
  deciding: Deciding;
  onClose: () => void;
}) {
  const [reason, setReason] = useState("");
  const decide = useCommand(decideMatches, {
    onDone: ({ decided }) => {
      const left = count - decided;
      notifications.show({
        title: `${countOf(decided, "match", "matches")} decided`,
        message:
          left > 0
            ? `${countOf(left, "match", "matches")} left: several clients or profiles could be meant. Decide them one by one.`
            : doneSentences[decision],
        color: left > 0 ? "yellow" : "green",
      });
      onClose();
    },
  });
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={title}
      confirmLabel={decision === "adopt" ? "Take over" : "Somebody else"}
      onConfirm={() => decide.mutate({ params: { migrationId }, body: { ...what, decision, reason } })}
      loading={decide.isPending}
      disabled={reason.trim().length < 3}
    >
      <Stack gap="sm">
        <Text size="sm">{sentences[decision]}</Text>
        <ReasonField
          value={reason}
          onChange={setReason}
          placeholder="For example: looked at it in the portal"
          error={decide.error}
        />
        <ProblemAlert error={unplacedProblem(decide.error, ["reason"])} />
      </Stack>
    </ConfirmDialog>
  );
}
