"use client";
import { Card, Skeleton, Stack, Text } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { Section } from "#components/records/section.tsx";
import { useMe } from "#components/shell/me.tsx";
import { ProblemAlert } from "#components/ui/problem-alert.tsx";
import { keyOf, useContract } from "#lib/client/queries.ts";
import { listConnections } from "#lib/contracts/connections.ts";
import { listSmokeRuns } from "#lib/contracts/smoke-runs.ts";
import { smokeStepKinds } from "#lib/domain/smoke-step.ts";
import type { Connection } from "./connection.ts";
import { SmokeHistory } from "./smoke-history.tsx";
import { SmokeRunView } from "./smoke-run-view.tsx";
import { isUnderWay } from "./smoke-words.ts";
import { StartSmokeRun } from "./start-smoke-run.tsx";

const lookEveryMs = 1000;

/** The trial of an account with made-up people: the newest run as it goes, and the ones before it. */
export function SmokeSection({ connection }: { connection: Connection }) {
  const me = useMe();
  const isProduction = connection.environment === "production";
  const list = useContract(
    listSmokeRuns,
    { params: { connectionId: connection.id } },
    { refetchInterval: (query) => (query.state.data?.runs.some(isUnderWay) ? lookEveryMs : false) },
  );
  const [newest, ...older] = list.data?.runs ?? [];
  const isActive = newest !== undefined && isUnderWay(newest);
  const queryClient = useQueryClient();
  // What ended has tested the account and heard its webhooks: the settings above say so.
  useEffect(() => {
    if (!isActive) void queryClient.invalidateQueries({ queryKey: keyOf(listConnections), exact: true });
  }, [isActive, queryClient]);
  const start = list.data && !isProduction && me.may("settle_in") && (
    <StartSmokeRun connection={connection} aliases={list.data} isUnderWay={isActive} />
  );
  return (
    <Section title="Smoke run" aside={start}>
      <Stack gap="sm">
        <Text c="dimmed" maw={820}>
          {isProduction
            ? "A smoke run makes profiles, and nothing deletes a profile: it runs on demo and simulator connections only. Try the account of the same region in demo first."
            : `${smokeStepKinds.length} steps with made-up people show how this account behaves where the panel presumes something: run it before the first chunk. It leaves four profiles behind, tagged and with their applications ended.`}
        </Text>
        <ProblemAlert error={list.error} onRetry={() => void list.refetch()} />
        {list.isPending && <Skeleton h={120} />}
        {list.data && !newest && !isProduction && (
          <Card>
            <Text>This account has not been tried yet.</Text>
          </Card>
        )}
        {newest && <SmokeRunView run={newest} />}
        {older.length > 0 && <SmokeHistory runs={older} />}
      </Stack>
    </Section>
  );
}
