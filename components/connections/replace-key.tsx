"use client";
import { PasswordInput } from "@mantine/core";
import { useState } from "react";
import { useCommand } from "#lib/client/mutations.ts";
import { replaceKey } from "#lib/contracts/connections.ts";
import { ChangeDialog } from "./change-dialog.tsx";
import type { Connection } from "./connection.ts";

export function ReplaceKey({ connection, onClose }: { connection: Connection; onClose: () => void }) {
  const [apiKey, setApiKey] = useState("");
  const replace = useCommand(replaceKey, { onDone: onClose });
  return (
    <ChangeDialog
      opened
      title={`Replace the API key of ${connection.name}`}
      sentence="The new key is tried first, and must open the same account. Then it is sealed, and the old one is gone from here; revoke that one in Passfort afterwards."
      field="apiKey"
      saveLabel="Try and replace"
      error={replace.error}
      loading={replace.isPending}
      onSave={() => replace.mutate({ params: { connectionId: connection.id }, body: { apiKey } })}
      onClose={onClose}
    >
      <PasswordInput
        data-autofocus
        label="New API key"
        required
        autoComplete="new-password"
        value={apiKey}
        error={replace.error?.problem.fields?.apiKey}
        onChange={(event) => setApiKey(event.currentTarget.value)}
      />
    </ChangeDialog>
  );
}
