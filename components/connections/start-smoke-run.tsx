"use client";
import { Button, Group, Stack, Text, TextInput } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconFlame } from "@tabler/icons-react";
import { useState } from "react";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { EnvironmentBadge } from "#components/ui/environment-banner.tsx";
import { ProblemAlert } from "#components/ui/problem-alert.tsx";
import { useCommand } from "#lib/client/mutations.ts";
import type { ReplyOf } from "#lib/contracts/contract.ts";
import { type listSmokeRuns, startSmokeRun } from "#lib/contracts/smoke-runs.ts";
import { accountWords, type Connection } from "./connection.ts";

type Aliases = Pick<ReplyOf<typeof listSmokeRuns>, "productAliasIndividual" | "productAliasCompany">;
type Props = { connection: Connection; aliases: Aliases; isUnderWay: boolean };

/** Says what will be made where, before it is made. */
export function StartSmokeRun({ connection, aliases, isUnderWay }: Props) {
  const [isAsking, asking] = useDisclosure(false);
  const [individual, setIndividual] = useState("");
  const [company, setCompany] = useState("");
  const start = useCommand(startSmokeRun, { invalidates: ["/api/connections"], onDone: asking.close });
  const open = () => {
    setIndividual(aliases.productAliasIndividual ?? "");
    setCompany(aliases.productAliasCompany ?? "");
    start.reset();
    asking.open();
  };
  const body = { productAliasIndividual: individual || null, productAliasCompany: company || null };
  return (
    <>
      <Button size="xs" leftSection={<IconFlame size={14} aria-hidden />} onClick={open} disabled={isUnderWay}>
        Start a smoke run
      </Button>
      <ConfirmDialog
        opened={isAsking}
        title="Start a smoke run?"
        confirmLabel="Start"
        onConfirm={() => start.mutate({ params: { connectionId: connection.id }, body })}
        onClose={asking.close}
        loading={start.isPending}
      >
        <Stack gap="sm">
          <Group gap="xs">
            <EnvironmentBadge environment={connection.environment} />
            <Text>{accountWords(connection)}</Text>
          </Group>
          <Text>
            Two individuals, a company and an associate are made there, all made up and tagged. Nothing deletes a
            profile: they stay, with their applications rejected or cancelled. It takes up to two minutes.
          </Text>
          <TextInput
            label="Product for individuals"
            description="Its alias in Passfort. Empty: whatever the account applies by itself."
            value={individual}
            maxLength={200}
            onChange={(event) => setIndividual(event.currentTarget.value)}
          />
          <TextInput
            label="Product for companies"
            description="One whose tasks take associates."
            value={company}
            maxLength={200}
            onChange={(event) => setCompany(event.currentTarget.value)}
          />
          <ProblemAlert error={start.error} />
        </Stack>
      </ConfirmDialog>
    </>
  );
}
