"use client";
import { Box, Button, Card, Group, Stack, Text } from "@mantine/core";
import { type ComponentType, type ReactNode, useState } from "react";
import { useMe } from "#components/shell/me.tsx";
import { Instant } from "#components/ui/instant.tsx";
import { ChangeAddress } from "./change-address.tsx";
import { ChangeName } from "./change-name.tsx";
import type { Connection } from "./connection.ts";
import { FormerSecret } from "./former-secret.tsx";
import { ReplaceKey } from "./replace-key.tsx";
import { ReplaceSecret } from "./replace-secret.tsx";
import { WebhookAddress } from "./webhook-address.tsx";

type Dialog = ComponentType<{ connection: Connection; onClose: () => void }>;

/** What a connection is made of. Key and secret are never shown: only when they were set. */
export function ConnectionSettings({ connection }: { connection: Connection }) {
  const { formerSecretUntil } = connection;
  const formerSecret = formerSecretUntil && <FormerSecret connectionId={connection.id} until={formerSecretUntil} />;
  return (
    <Card>
      <Stack component="dl" gap="sm" m={0}>
        <Setting label="Name" change={{ label: "Rename", dialog: ChangeName }} connection={connection}>
          {connection.name}
        </Setting>
        <Setting label="Address of the API" change={{ label: "Change", dialog: ChangeAddress }} connection={connection}>
          {connection.baseUrl}
        </Setting>
        <Setting label="API key" change={{ label: "Replace", dialog: ReplaceKey }} connection={connection}>
          Set on <Instant at={connection.apiKeySetAt} />; sealed, never shown again
        </Setting>
        <Setting
          label="Webhook secret"
          change={{ label: "Replace", dialog: ReplaceSecret }}
          connection={connection}
          note={formerSecret}
        >
          Set on <Instant at={connection.webhookSecretSetAt} />; sealed, never shown again
        </Setting>
        <Setting label="Webhooks go to" connection={connection}>
          <WebhookAddress url={connection.webhookUrl} name={connection.name} />
        </Setting>
        <Setting label="Last webhook heard" connection={connection}>
          {connection.lastWebhookAt ? <Instant at={connection.lastWebhookAt} /> : "None yet"}
        </Setting>
      </Stack>
    </Card>
  );
}

type Props = {
  label: string;
  connection: Connection;
  change?: { label: string; dialog: Dialog };
  /** Below the whole row. */
  note?: ReactNode;
  children: ReactNode;
};

function Setting({ label, connection, change, note, children }: Props) {
  const me = useMe();
  const [isOpen, setOpen] = useState(false);
  const Dialog = change?.dialog;
  return (
    <Box>
      <Text component="dt" size="xs" c="dimmed">
        {label}
      </Text>
      <Group component="dd" m={0} justify="space-between" align="flex-start" gap="xs">
        <Text component="div" flex="1 1 220px" miw={0} style={{ overflowWrap: "anywhere" }}>
          {children}
        </Text>
        {change && me.may("settle_in") && (
          <Button size="xs" variant="default" onClick={() => setOpen(true)} aria-label={`${change.label}: ${label}`}>
            {change.label}
          </Button>
        )}
      </Group>
      {note && (
        <Box component="dd" m={0}>
          {note}
        </Box>
      )}
      {Dialog && isOpen && <Dialog connection={connection} onClose={() => setOpen(false)} />}
    </Box>
  );
}
