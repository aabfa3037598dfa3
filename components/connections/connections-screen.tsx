"use client";
import { Button, Skeleton, Stack } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconPlugConnected, IconPlus } from "@tabler/icons-react";
import { useMe } from "#components/shell/me.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { ProblemAlert } from "#components/ui/problem-alert.tsx";
import { useContract } from "#lib/client/queries.ts";
import { listConnections } from "#lib/contracts/connections.ts";
import { AddConnection } from "./add-connection.tsx";
import { ConnectionCard } from "./connection-card.tsx";

export function ConnectionsScreen() {
  const me = useMe();
  const list = useContract(listConnections);
  const [isAdding, adding] = useDisclosure(false);
  const add = me.may("settle_in") ? (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={adding.open}>
      Add a connection
    </Button>
  ) : null;
  return (
    <>
      <PageHead
        title="Connections"
        description="The Passfort accounts this panel may call. The API key alone decides which account it is; keys and secrets are kept sealed and never shown again."
        actions={add}
      />
      <Stack gap="sm">
        <ProblemAlert error={list.error} onRetry={() => void list.refetch()} />
        {list.isPending && <Skeleton h={130} />}
        {list.data?.connections.length === 0 && (
          <EmptyState
            icon={<IconPlugConnected size={22} />}
            title="No connection yet"
            sentence={`A connection is one Passfort account: its address, an API key used by nothing else, and the secret its webhooks carry.${add ? "" : " An admin adds it."}`}
          />
        )}
        <Stack component="ul" gap="sm" m={0} p={0} style={{ listStyle: "none" }}>
          {list.data?.connections.map((connection) => (
            <ConnectionCard key={connection.id} connection={connection} />
          ))}
        </Stack>
      </Stack>
      <AddConnection opened={isAdding} onClose={adding.close} />
    </>
  );
}
