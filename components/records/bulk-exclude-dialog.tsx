"use client";
import { Stack } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useState } from "react";
import { countOf } from "#components/chunks/number-words.ts";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { ProblemAlert } from "#components/ui/problem-alert.tsx";
import { ReasonField } from "#components/ui/reason-field.tsx";
import { useCommand } from "#lib/client/mutations.ts";
import { excludeChosen } from "#lib/contracts/chosen-records.ts";
import type { ChosenRecords } from "./chosen-records.ts";
import { ChosenSummary } from "./chosen-summary.tsx";
import { unplacedProblem } from "./unplaced-problem.ts";
import { useChosen } from "./use-chosen.ts";

type Props = { chosen: ChosenRecords; onClose: () => void; onDone: () => void };

/** Leaves all chosen records out, with one reason; undone as a whole in the review. */
export function BulkExcludeDialog({ chosen, onClose, onDone }: Props) {
  const { migrationId } = chosen;
  const [reason, setReason] = useState("");
  const found = useChosen(chosen);
  const exclude = useCommand(excludeChosen, {
    onDone: ({ excluded, held }) => {
      const stay = held === 0 ? "" : ` ${countOf(held, "record")} in a submitted chunk stayed.`;
      notifications.show({
        title: `${countOf(excluded, "record")} excluded`,
        message: `They are listed in the review.${stay}`,
        color: "green",
      });
      onDone();
    },
  });
  const count = countOf(found.look.data?.fixable ?? 0, "record");
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={`Exclude ${chosen.words}?`}
      confirmLabel={`Exclude ${count}`}
      onConfirm={() => found.seen && exclude.mutate({ params: { migrationId }, body: { ...found.seen, reason } })}
      loading={exclude.isPending}
      disabled={!found.seen || found.look.data?.fixable === 0}
    >
      <Stack gap="sm">
        <ChosenSummary chosen={chosen} found={found}>
          {count} will not be sent to Passfort. They stay in the count as excluded, with your reason, and you can take
          them back in as a whole.
        </ChosenSummary>
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
