"use client";
import { Anchor, Group, Select, Text } from "@mantine/core";
import Link from "next/link";
import { EnvironmentBadge } from "#components/ui/environment-banner.tsx";
import type { listConnections } from "#lib/contracts/connections.ts";
import type { ReplyOf } from "#lib/contracts/contract.ts";
import { environmentWords } from "#lib/domain/connection.ts";

export type Connection = ReplyOf<typeof listConnections>["connections"][number];
type Props = {
  connections: readonly Connection[];
  value: string | null;
  onChange: (connectionId: string | null) => void;
  error: string | undefined;
  disabled: boolean;
};

/** The Passfort account the clients go to; its environment in words and colour. */
export function ConnectionChoice({ connections, value, onChange, error, disabled }: Props) {
  const chosen = connections.find((connection) => connection.id === value);
  return (
    <div>
      <Select
        label="Connection"
        description="The Passfort account the clients go to."
        placeholder={connections.length === 0 ? "No connection yet" : "Choose a connection"}
        data={connections.map((connection) => ({
          value: connection.id,
          label: `${connection.name} · ${environmentWords[connection.environment].label}`,
        }))}
        value={value}
        onChange={onChange}
        error={error}
        disabled={disabled}
        allowDeselect={false}
        withAsterisk
      />
      {chosen && (
        <Group gap="xs" mt={6}>
          <EnvironmentBadge environment={chosen.environment} />
          <Text size="sm" c="dimmed">
            {chosen.institutionName ?? "Not tested yet: an admin can test it in the settings."}
          </Text>
        </Group>
      )}
      {connections.length === 0 && (
        <Text size="sm" mt={6}>
          An admin adds one under{" "}
          <Anchor component={Link} href="/settings/connections" inherit underline="always">
            Settings, Connections
          </Anchor>
          .
        </Text>
      )}
    </div>
  );
}
