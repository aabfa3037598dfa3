"use client";
import { Stack, Text } from "@mantine/core";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { ProblemAlert } from "#components/ui/problem-alert.tsx";
import { useCommand } from "#lib/client/mutations.ts";
import { withdrawFile } from "#lib/contracts/files.ts";
import type { ListedFile } from "./file-words.ts";

/** Asks before a file leaves the migration, and says what goes with it. */
export function WithdrawFile({ file, onClose }: { file: ListedFile | null; onClose: () => void }) {
  const withdraw = useCommand(withdrawFile, { onDone: onClose });
  const close = () => {
    withdraw.reset();
    onClose();
  };
  return (
    <ConfirmDialog
      opened={file !== null}
      title="Withdraw this file?"
      confirmLabel="Withdraw the file"
      danger
      loading={withdraw.isPending}
      onClose={close}
      onConfirm={() => file && withdraw.mutate({ params: { fileId: file.id } })}
    >
      <Stack gap="sm">
        <ProblemAlert error={withdraw.error} />
        <Text>
          <b>{file?.name}</b> leaves this migration. Its rows, its mapping and the issues found in it no longer count.
          Clients that are already in Passfort stay there.
        </Text>
        <Text>This cannot be undone; to bring it back, upload it again.</Text>
      </Stack>
    </ConfirmDialog>
  );
}
