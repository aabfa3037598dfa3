"use client";
import { Stack, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { countOf } from "#components/chunks/number-words.ts";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { useCommand } from "#lib/client/mutations.ts";
import { fixChosen } from "#lib/contracts/chosen-records.ts";
import type { ReplyOf } from "#lib/contracts/contract.ts";
import { listInWords } from "#lib/domain/list-words.ts";
import type { ChosenRecords } from "./chosen-records.ts";
import { ChosenSummary } from "./chosen-summary.tsx";
import { CorrectionFields } from "./correction-fields.tsx";
import { useChosen } from "./use-chosen.ts";
import { useCorrectionDraft } from "./use-correction-draft.ts";

type Props = { chosen: ChosenRecords; onClose: () => void; onDone: () => void };

/** Sets one field of all chosen records, or takes it away; undone as a whole in the review. */
export function BulkFixDialog({ chosen, onClose, onDone }: Props) {
  const { migrationId } = chosen;
  const draft = useCorrectionDraft(null);
  const found = useChosen(chosen);
  const fix = useCommand(fixChosen, {
    onDone: (reply) => {
      notifications.show(doneNote(reply));
      onDone();
    },
  });
  const { data } = found.look;
  const choices = data?.fields ?? [];
  const files = data?.files ?? [];
  const confirm = () => {
    if (!found.seen || draft.field === null) return;
    const { field, text, reason } = draft;
    fix.mutate({ params: { migrationId }, body: { ...found.seen, field, text, reason } });
  };
  const count = countOf(data?.fixable ?? 0, "record");
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={`Set a value of ${chosen.words}`}
      confirmLabel={draft.text.trim() === "" ? `Take the value away from ${count}` : `Set the value of ${count}`}
      onConfirm={confirm}
      loading={fix.isPending}
      disabled={!found.seen || draft.field === null || data?.fixable === 0 || files.length > 1}
    >
      <Stack gap="sm">
        <ChosenSummary chosen={chosen} found={found}>
          {count} will be changed. The rows stay as the source wrote them; the records are checked again, and you can
          take the change back as a whole.
        </ChosenSummary>
        {files.length > 1 && (
          <Text size="sm" c="var(--mantine-color-error)">
            They are of several files: {listInWords(files.map(({ name }) => name))}. Choose one file in the list, then
            set the value.
          </Text>
        )}
        <CorrectionFields
          draft={draft}
          field={choices.find(({ field }) => field === draft.field)}
          choices={choices}
          mayBeEmpty
          label="Should be"
          placeholder="For example: the whole portfolio is of one branch"
          error={fix.error}
          nameOfText="text"
        />
      </Stack>
    </ConfirmDialog>
  );
}

function doneNote({ records, held, isDone }: ReplyOf<typeof fixChosen>) {
  const stay = held === 0 ? "" : ` ${countOf(held, "record")} in a submitted chunk stayed.`;
  return isDone
    ? { title: `${countOf(records, "record")} changed`, message: `They were checked again.${stay}`, color: "green" }
    : {
        title: `${countOf(records, "record")} are being checked again`,
        message: `The list tells how far it is.${stay}`,
        color: "blue",
      };
}
