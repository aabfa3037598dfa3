"use client";
import { Stack, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { useCommand } from "#lib/client/mutations.ts";
import { correctRecord } from "#lib/contracts/fixes.ts";
import { fixableFieldsOf } from "#lib/domain/fixable.ts";
import { CorrectionFields } from "./correction-fields.tsx";
import type { ShownRecord } from "./record.ts";
import { useCorrectionDraft } from "./use-correction-draft.ts";

/** The field that is being corrected (null: one that has no value yet); null: no dialog is open. */
export type Correcting = { field: string | null } | null;

/** `field` null: a value that the client has not got yet, chosen here. */
type Props = { record: ShownRecord; field: string | null; opened: boolean; onClose: () => void };

/** Says what one field of a client is. The row stays as the source wrote it; the correction stands beside it with its reason. */
export function CorrectDialog({ record, field: asked, opened, onClose }: Props) {
  const draft = useCorrectionDraft(asked);
  const choices = fixableFieldsOf(record).map(({ key, label, kind }) => ({ field: key, label, kind }));
  const field = choices.find((each) => each.field === draft.field);
  const known = record.values.find((value) => value.field === draft.field);
  const correct = useCommand(correctRecord, {
    onDone: ({ readiness, issues }) => {
      draft.clear();
      notifications.show({
        title: `${field?.label ?? "The value"} is corrected`,
        message:
          readiness === "ready"
            ? "The client was checked again and is ready."
            : `The client was checked again: ${issues === 1 ? "1 issue is" : `${issues} issues are`} left.`,
        color: readiness === "ready" ? "green" : "yellow",
      });
      onClose();
    },
  });
  const { mutate, isPending, error, reset } = correct;
  const close = () => {
    reset();
    onClose();
  };
  const confirm = () => {
    if (draft.field === null) return;
    const { text, reason } = draft;
    mutate({ params: { recordId: record.id }, body: { seen: record.seen, texts: { [draft.field]: text }, reason } });
  };
  return (
    <ConfirmDialog
      opened={opened}
      onClose={close}
      title={asked === null ? "Add a value" : `Correct ${field?.label.toLowerCase() ?? "a value"}`}
      confirmLabel="Correct and check again"
      onConfirm={confirm}
      loading={isPending}
      disabled={draft.field === null}
    >
      <Stack gap="sm">
        {known && (
          <Text size="sm">
            In the file: {known.raw === "" ? "nothing" : known.raw}. Told to Passfort now:{" "}
            {known.value === "" ? "nothing" : known.value}.
          </Text>
        )}
        <CorrectionFields
          draft={draft}
          field={field}
          choices={
            asked === null
              ? choices.filter((choice) => record.blankFields.some((blank) => blank.field === choice.field))
              : undefined
          }
          mayBeEmpty={asked !== null}
          label="Should be"
          placeholder="For example: asked the client on the phone"
          error={error}
          nameOfText={draft.field ?? ""}
        />
      </Stack>
    </ConfirmDialog>
  );
}
