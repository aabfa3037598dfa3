"use client";
import { Stack } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { countOf } from "#components/chunks/number-words.ts";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { ProblemAlert } from "#components/ui/problem-alert.tsx";
import { useCommand } from "#lib/client/mutations.ts";
import { includeChosen } from "#lib/contracts/chosen-records.ts";
import type { ChosenRecords } from "./chosen-records.ts";
import { ChosenSummary } from "./chosen-summary.tsx";
import { useChosen } from "./use-chosen.ts";

type Props = { chosen: ChosenRecords; onClose: () => void; onDone: () => void };

/** Takes those of the chosen records back in that are left out. */
export function BulkIncludeDialog({ chosen, onClose, onDone }: Props) {
  const { migrationId } = chosen;
  const found = useChosen(chosen);
  const include = useCommand(includeChosen, {
    onDone: ({ included }) => {
      notifications.show({
        title: `${countOf(included, "record")} taken back in`,
        message: "They were judged by what is known of them.",
        color: "green",
      });
      onDone();
    },
  });
  const count = countOf(found.look.data?.excluded ?? 0, "record");
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={`Take ${chosen.words} back in?`}
      confirmLabel={`Take ${count} back in`}
      onConfirm={() => found.seen && include.mutate({ params: { migrationId }, body: found.seen })}
      loading={include.isPending}
      disabled={!found.seen || found.look.data?.excluded === 0}
    >
      <Stack gap="sm">
        <ChosenSummary chosen={chosen} found={found}>
          {count} will be taken back in, whoever left them out, and judged again. The others stay as they are.
        </ChosenSummary>
        <ProblemAlert error={include.error} />
      </Stack>
    </ConfirmDialog>
  );
}
