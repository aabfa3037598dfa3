"use client";
import { useState } from "react";
import { useCommand } from "#lib/client/mutations.ts";
import { changeAddress } from "#lib/contracts/connections.ts";
import { AddressFields } from "./address-fields.tsx";
import { ChangeDialog } from "./change-dialog.tsx";
import type { Connection } from "./connection.ts";

export function ChangeAddress({ connection, onClose }: { connection: Connection; onClose: () => void }) {
  const [baseUrl, setBaseUrl] = useState(connection.baseUrl);
  const change = useCommand(changeAddress, { onDone: onClose });
  return (
    <ChangeDialog
      opened
      title={`Change the address of ${connection.name}`}
      sentence="The key is tried at the new address first. It must answer there as the same institution, or the old address is kept."
      field="baseUrl"
      saveLabel="Try and change"
      error={change.error}
      loading={change.isPending}
      onSave={() => change.mutate({ params: { connectionId: connection.id }, body: { baseUrl } })}
      onClose={onClose}
    >
      <AddressFields
        environment={connection.environment}
        baseUrl={baseUrl}
        error={change.error?.problem.fields?.baseUrl}
        onChange={setBaseUrl}
      />
    </ChangeDialog>
  );
}
