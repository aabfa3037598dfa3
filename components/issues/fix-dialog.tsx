"use client";
import { Radio, ScrollArea, Stack, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useState } from "react";
import { CorrectionFields } from "#components/records/correction-fields.tsx";
import { countOfRole } from "#components/records/role-words.ts";
import { useCorrectionDraft } from "#components/records/use-correction-draft.ts";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { ProblemAlert } from "#components/ui/problem-alert.tsx";
import { useCommand } from "#lib/client/mutations.ts";
import { useLook } from "#lib/client/queries.ts";
import type { ReplyOf } from "#lib/contracts/contract.ts";
import { fixCause, listCauseValues } from "#lib/contracts/fixes.ts";
import type { Cause } from "./cause.ts";
import { mayBeTakenAway, whatToCorrect } from "./what-to-correct.ts";

type Props = { cause: Cause; migrationId: string; opened: boolean; onClose: () => void };

/** Corrects one field of every client of a cause, or of those whose source says one value; it can be taken back as a whole. */
export function FixDialog({ cause, migrationId, opened, onClose }: Props) {
  const where = { code: cause.code, field: cause.field, fileId: cause.fileId, role: cause.role };
  const values = useLook(listCauseValues, { params: { migrationId }, body: { cause: where } }, { enabled: opened });
  const [place, setPlace] = useState<string>(everyone);
  const { first, fields } = whatToCorrect(cause);
  const draft = useCorrectionDraft(first);
  const choices = fields.map(({ key, label, kind }) => ({ field: key, label, kind }));
  const field = choices.find((each) => each.field === draft.field);
  const mayBeEmpty = mayBeTakenAway(
    cause,
    fields.find(({ key }) => key === draft.field),
  );
  const only = values.data?.values[Number(place)];
  const count = place === everyone ? cause.count : (only?.count ?? 0);
  const fix = useCommand(fixCause, {
    onDone: (reply) => {
      draft.clear();
      notifications.show(doneNote(reply, cause.role));
      onClose();
    },
  });
  const { error, reset } = fix;
  const close = () => {
    reset();
    onClose();
  };
  const whom = countOfRole(count, cause.role);
  return (
    <ConfirmDialog
      opened={opened}
      onClose={close}
      title={`Correct ${countOfRole(cause.count, cause.role)}`}
      confirmLabel={mayBeEmpty && draft.text.trim() === "" ? `Take the value away from ${whom}` : `Correct ${whom}`}
      onConfirm={() =>
        draft.field !== null &&
        fix.mutate({
          params: { migrationId },
          body: {
            cause: where,
            ...(only && place !== everyone ? { value: only.value } : {}),
            field: draft.field,
            text: draft.text,
            reason: draft.reason,
          },
        })
      }
      loading={fix.isPending}
      disabled={draft.field === null || count === 0}
    >
      <Stack gap="sm">
        <Text size="sm">
          The rows stay as the source wrote them. The corrected clients are checked again, and you can take the
          correction back.
        </Text>
        <ProblemAlert error={values.error} onRetry={() => void values.refetch()} />
        {values.data && values.data.values.length > 1 && (
          <Radio.Group label="Which of them" value={place} onChange={setPlace}>
            <ScrollArea.Autosize mah={220} viewportProps={{ tabIndex: 0, "aria-label": "Values of this cause" }}>
              <Stack gap={6} mt={6}>
                <Radio value={everyone} label={`All ${countOfRole(cause.count, cause.role)}`} />
                {values.data.values.map(({ value, count: n }, at) => (
                  <Radio
                    key={value ?? "nothing"}
                    value={String(at)}
                    label={`${value === null ? "Without a value" : `“${value}”`}: ${countOfRole(n, cause.role)}`}
                  />
                ))}
              </Stack>
            </ScrollArea.Autosize>
            {values.data.different > values.data.values.length && (
              <Text size="xs" c="dimmed" mt={4}>
                The {values.data.values.length} most frequent of {values.data.different.toLocaleString("en-GB")}{" "}
                different values.
              </Text>
            )}
          </Radio.Group>
        )}
        <CorrectionFields
          draft={draft}
          field={field}
          choices={cause.field === "" || choices.length > 1 ? choices : undefined}
          mayBeEmpty={mayBeEmpty}
          label={`${field?.label ?? "The value"} should be`}
          placeholder="For example: the old system wrote the country in words"
          error={error}
          nameOfText="text"
        />
      </Stack>
    </ConfirmDialog>
  );
}

const everyone = "everyone";

function doneNote({ records, held, isDone }: ReplyOf<typeof fixCause>, role: Cause["role"]) {
  const stay = held === 0 ? "" : ` ${countOfRole(held, role)} in a submitted chunk stayed.`;
  return isDone
    ? { title: `${countOfRole(records, role)} corrected`, message: `They were checked again.${stay}`, color: "green" }
    : {
        title: `${countOfRole(records, role)} are being checked again`,
        message: `See how far it is below the causes.${stay}`,
        color: "blue",
      };
}
