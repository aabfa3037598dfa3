"use client";
import { TextInput } from "@mantine/core";
import { useState } from "react";
import { useCommand } from "#lib/client/mutations.ts";
import { renameConnection } from "#lib/contracts/connections.ts";
import { ChangeDialog } from "./change-dialog.tsx";
import type { Connection } from "./connection.ts";

export function ChangeName({ connection, onClose }: { connection: Connection; onClose: () => void }) {
  const [name, setName] = useState(connection.name);
  const rename = useCommand(renameConnection, { onDone: onClose });
  return (
    <ChangeDialog
      opened
      title={`Rename ${connection.name}`}
      sentence="The name is the panel's own: Passfort does not see it. Plans and chunks keep their connection."
      field="name"
      saveLabel="Rename"
      error={rename.error}
      loading={rename.isPending}
      onSave={() => rename.mutate({ params: { connectionId: connection.id }, body: { name } })}
      onClose={onClose}
    >
      <TextInput
        data-autofocus
        label="Name"
        required
        maxLength={100}
        value={name}
        error={rename.error?.problem.fields?.name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
    </ChangeDialog>
  );
}
