"use client";
import { Stack, Text } from "@mantine/core";
import { useState } from "react";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { ProblemAlert } from "#components/ui/problem-alert.tsx";
import { useCommand } from "#lib/client/mutations.ts";
import { changeFileKind } from "#lib/contracts/files.ts";
import type { ListedFile } from "./file-words.ts";
import { RowKindRadios } from "./row-kind-radios.tsx";
import { type RowKind, rowKindLooks, rowKindOf } from "./row-kinds.ts";

/** Says anew what the rows of a file are, and beforehand what goes with the answer before. */
export function ChangeKind({ file, onClose }: { file: ListedFile | null; onClose: () => void }) {
  const [chosen, setChosen] = useState<RowKind | null>(null);
  const close = () => {
    setChosen(null);
    change.reset();
    onClose();
  };
  const change = useCommand(changeFileKind, { onDone: close });
  const present = file && rowKindOf(file);
  const isOther = chosen !== null && chosen !== present;
  return (
    <ConfirmDialog
      opened={file !== null}
      title={`What are the rows of ${file?.name ?? "this file"}?`}
      confirmLabel="Change it"
      loading={change.isPending}
      disabled={!isOther}
      onClose={close}
      onConfirm={() => {
        if (file && chosen) change.mutate({ params: { fileId: file.id }, body: rowKindLooks[chosen].file });
      }}
    >
      <Stack gap="sm">
        <ProblemAlert error={change.error} />
        <RowKindRadios value={chosen ?? present} description="Other rows have other fields." onChoose={setChosen} />
        {isOther && file?.mappingVersion !== null && (
          <Text size="sm">
            The mapping of this file speaks of other fields, so it goes, and the issues found with it. The rows stay as
            they were read; map them again.
          </Text>
        )}
      </Stack>
    </ConfirmDialog>
  );
}
