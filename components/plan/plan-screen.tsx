"use client";
import { Button, Grid, Stack } from "@mantine/core";
import { IconArrowRight } from "@tabler/icons-react";
import Link from "next/link";
import { ExistingCard } from "#components/existing/existing-card.tsx";
import { PageSkeleton } from "#components/records/page-skeleton.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { ProblemAlert } from "#components/ui/problem-alert.tsx";
import { useContract } from "#lib/client/queries.ts";
import { listConnections } from "#lib/contracts/connections.ts";
import { readPlan } from "#lib/contracts/plan.ts";
import { PlanFacts } from "./plan-facts.tsx";
import { PlanForm } from "./plan-form.tsx";

/** Plan: where the ready clients go, and how they are onboarded there. */
export function PlanScreen({ migrationId }: { migrationId: string }) {
  const plan = useContract(readPlan, { params: { migrationId } });
  const connections = useContract(listConnections);
  const error = plan.error ?? connections.error;
  const toChunks = (
    <Button
      component={Link}
      href={`/migrations/${migrationId}/chunks`}
      variant="default"
      rightSection={<IconArrowRight size={16} aria-hidden />}
    >
      Continue to the chunks
    </Button>
  );
  return (
    <>
      <PageHead
        title="Plan"
        description="Where the clients go and how they are onboarded there. Nothing is sent from this screen."
        actions={plan.data?.plan ? toChunks : null}
      />
      <ProblemAlert error={error} onRetry={() => void Promise.all([plan.refetch(), connections.refetch()])} />
      {plan.data && connections.data ? (
        <Grid gap="xl">
          <Grid.Col span={{ base: 12, md: 8 }}>
            <PlanForm migrationId={migrationId} answer={plan.data} connections={connections.data.connections} />
          </Grid.Col>
          <Grid.Col span={{ base: 12, md: 4 }}>
            <Stack gap="lg">
              <PlanFacts answer={plan.data} />
              <ExistingCard migrationId={migrationId} />
            </Stack>
          </Grid.Col>
        </Grid>
      ) : (
        !error && <PageSkeleton what="the plan" />
      )}
    </>
  );
}
