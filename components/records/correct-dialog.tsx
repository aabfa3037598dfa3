"use client";
import { Select, Stack, Text, TextInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useState } from "react";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { ProblemAlert } from "#components/ui/problem-alert.tsx";
import { ReasonField } from "#components/ui/reason-field.tsx";
import { useCommand } from "#lib/client/mutations.ts";
import { correctRecord } from "#lib/contracts/fixes.ts";
import { fixableFieldsOf } from "#lib/domain/fixable.ts";
import { howToWrite } from "./how-to-write.ts";
import type { ShownRecord } from "./record.ts";
import { unplacedProblem } from "./unplaced-problem.ts";

/** The field that is being corrected (null: one that has no value yet); null: no dialog is open. */
export type Correcting = { field: string | null } | null;

/** `field` null: a value that the client has not got yet, chosen here. */
type Props = { record: ShownRecord; field: string | null; opened: boolean; onClose: () => void };

/** Says what one field of a client is. The row stays as the source wrote it; the correction stands beside it with its reason. */
export function CorrectDialog({ record, field: asked, opened, onClose }: Props) {
  const [chosen, setChosen] = useState<string | null>(null);
  const [text, setText] = useState("");
  const [reason, setReason] = useState("");
  const key = asked ?? chosen;
  const field = fixableFieldsOf(record.role, record.entityType).find((each) => each.key === key);
  const known = record.values.find((value) => value.field === key);
  const correct = useCommand(correctRecord, {
    onDone: ({ readiness, issues }) => {
      setText("");
      setReason("");
      setChosen(null);
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
  return (
    <ConfirmDialog
      opened={opened}
      onClose={close}
      title={asked === null ? "Add a value" : `Correct ${field?.label.toLowerCase() ?? "a value"}`}
      confirmLabel="Correct and check again"
      onConfirm={() =>
        key !== null &&
        mutate({ params: { recordId: record.id }, body: { seen: record.seen, texts: { [key]: text }, reason } })
      }
      loading={isPending}
      disabled={key === null}
    >
      <Stack gap="sm">
        {asked === null && (
          <Select
            label="Field"
            data={record.blankFields.map(({ field: value, label }) => ({ value, label }))}
            value={chosen}
            onChange={setChosen}
            searchable
            required
          />
        )}
        {known && (
          <Text size="sm">
            In the file: {known.raw === "" ? "nothing" : known.raw}. Told to Passfort now:{" "}
            {known.value === "" ? "nothing" : known.value}.
          </Text>
        )}
        <TextInput
          label="Should be"
          description={
            field && `${howToWrite(field.kind)}${asked === null ? "" : " Leave it empty to take the value away."}`
          }
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          error={key === null ? undefined : error?.problem.fields?.[key]}
        />
        <ReasonField
          value={reason}
          onChange={setReason}
          placeholder="For example: asked the client on the phone"
          error={error}
        />
        <ProblemAlert error={unplacedProblem(error, ["reason", ...(key === null ? [] : [key])])} />
      </Stack>
    </ConfirmDialog>
  );
}
