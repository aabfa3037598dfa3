import { TextInput } from "@mantine/core";
import { useState } from "react";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { ProblemAlert } from "#components/ui/problem-alert.tsx";
import { useCommand } from "#lib/client/mutations.ts";
import { renameSavedMapping } from "#lib/contracts/mapping-library.ts";
import type { SavedMapping } from "./saved-mapping.ts";

export function RenameDialog({ mapping, onClose }: { mapping: SavedMapping; onClose: () => void }) {
  const [name, setName] = useState(mapping.name);
  const rename = useCommand(renameSavedMapping, { onDone: onClose });
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={`Rename “${mapping.name}”`}
      confirmLabel="Rename it"
      onConfirm={() => rename.mutate({ params: { savedMappingId: mapping.id }, body: { name } })}
      loading={rename.isPending}
      disabled={name.trim() === ""}
    >
      <TextInput
        label="Name"
        description={`One name, one mapping, within ${mapping.sourceSystem}.`}
        maxLength={100}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <ProblemAlert error={rename.error} />
    </ConfirmDialog>
  );
}
