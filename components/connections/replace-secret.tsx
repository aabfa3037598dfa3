"use client";
import { PasswordInput } from "@mantine/core";
import { useState } from "react";
import { useCommand } from "#lib/client/mutations.ts";
import { replaceWebhookSecret } from "#lib/contracts/connections.ts";
import { ChangeDialog } from "./change-dialog.tsx";
import type { Connection } from "./connection.ts";

export function ReplaceSecret({ connection, onClose }: { connection: Connection; onClose: () => void }) {
  const [webhookSecret, setWebhookSecret] = useState("");
  const replace = useCommand(replaceWebhookSecret, { onDone: onClose });
  return (
    <ChangeDialog
      opened
      title={`Replace the webhook secret of ${connection.name}`}
      sentence="Put the new secret here first and into Passfort afterwards. For one day both are taken, so that no webhook is turned away in between."
      field="webhookSecret"
      saveLabel="Replace"
      error={replace.error}
      loading={replace.isPending}
      onSave={() => replace.mutate({ params: { connectionId: connection.id }, body: { webhookSecret } })}
      onClose={onClose}
    >
      <PasswordInput
        data-autofocus
        label="New webhook secret"
        description="At least 8 characters."
        required
        minLength={8}
        autoComplete="new-password"
        value={webhookSecret}
        error={replace.error?.problem.fields?.webhookSecret}
        onChange={(event) => setWebhookSecret(event.currentTarget.value)}
      />
    </ChangeDialog>
  );
}
