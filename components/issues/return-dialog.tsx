"use client";
import { Button, FileButton, Group, Modal, Stack, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconFileSpreadsheet } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { countOf } from "#components/chunks/number-words.ts";
import { PageSkeleton } from "#components/records/page-skeleton.tsx";
import { unplacedProblem } from "#components/records/unplaced-problem.ts";
import { ProblemAlert } from "#components/ui/problem-alert.tsx";
import { ReasonField } from "#components/ui/reason-field.tsx";
import type { ProblemError } from "#lib/client/call.ts";
import { useCommand } from "#lib/client/mutations.ts";
import { useContract } from "#lib/client/queries.ts";
import type { ReplyOf } from "#lib/contracts/contract.ts";
import { applyReturn, previewReturn, putReturnAway } from "#lib/contracts/returns.ts";
import { ReturnPreview } from "./return-preview.tsx";
import { sendReturn } from "./send-return.ts";

type Props = { migrationId: string; opened: boolean; onClose: () => void };

/** A corrected problem sheet comes back: chosen, looked at, then applied with a reason or put away. */
export function ReturnDialog({ migrationId, opened, onClose }: Props) {
  const [returnId, setReturnId] = useState<string | null>(null);
  const [reason, setReason] = useState("");
  const send = useMutation<{ returnId: string }, ProblemError, File>({
    mutationFn: (file) => sendReturn(migrationId, file),
    onSuccess: (taken) => setReturnId(taken.returnId),
  });
  const away = useCommand(putReturnAway, { invalidates: [] });
  const preview = useContract(
    previewReturn,
    { params: { returnId: returnId ?? "" } },
    { enabled: returnId !== null, refetchOnWindowFocus: false, staleTime: Number.POSITIVE_INFINITY },
  );
  const leave = () => {
    setReturnId(null);
    setReason("");
    send.reset();
    apply.reset();
    onClose();
  };
  const apply = useCommand(applyReturn, {
    onDone: (reply) => {
      leave();
      notifications.show(doneNote(reply));
    },
  });
  const putAway = () => {
    if (returnId !== null) away.mutate({ params: { returnId } });
    leave();
  };
  const shown = returnId === null ? undefined : preview.data;
  return (
    <Modal
      opened={opened}
      onClose={putAway}
      title="Return a corrected file"
      size="56rem"
      closeOnClickOutside={false}
      closeOnEscape={!apply.isPending}
    >
      <Stack gap="md">
        {returnId === null && (
          <>
            <Text size="sm">
              Choose the problem sheet as you saved it, XLSX or CSV. Nothing changes yet: what was corrected is shown
              first.
            </Text>
            <ProblemAlert error={send.error} />
          </>
        )}
        {returnId !== null && preview.isPending && <PageSkeleton what="what will change" />}
        {returnId !== null && <ProblemAlert error={preview.error} onRetry={() => void preview.refetch()} />}
        {shown && <ReturnPreview preview={shown} migrationId={migrationId} />}
        {shown && shown.changed > 0 && (
          <ReasonField
            value={reason}
            onChange={setReason}
            placeholder="For example: corrected by client services from the papers"
            error={apply.error}
          />
        )}
        <ProblemAlert error={unplacedProblem(apply.error, ["reason"])} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={putAway} disabled={apply.isPending}>
            {returnId === null ? "Cancel" : "Put it away"}
          </Button>
          {returnId === null && (
            <FileButton onChange={(file) => file && send.mutate(file)} inputProps={{ "aria-label": "Corrected file" }}>
              {(props) => (
                <Button {...props} loading={send.isPending} leftSection={<IconFileSpreadsheet size={16} aria-hidden />}>
                  Choose the file
                </Button>
              )}
            </FileButton>
          )}
          {shown && shown.changed > 0 && returnId !== null && (
            <Button
              onClick={() => apply.mutate({ params: { returnId }, body: { seen: shown.seen, reason } })}
              loading={apply.isPending}
            >
              Correct {countOf(shown.changed, "cell")}
            </Button>
          )}
        </Group>
      </Stack>
    </Modal>
  );
}

function doneNote({ cells, rows, isDone }: ReplyOf<typeof applyReturn>) {
  return {
    title: `${countOf(cells, "cell")} in ${countOf(rows, "row")} corrected`,
    message: isDone
      ? `The ${rows === 1 ? "row is" : "rows are"} checked again. The correction is listed below the causes, where it can be taken back.`
      : "The rows are being checked again; the list of corrections tells how far that is.",
    color: "green",
  };
}
