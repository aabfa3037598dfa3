"use client";
import { Anchor, Stack, Text } from "@mantine/core";
import Link from "next/link";
import { PageSkeleton } from "#components/records/page-skeleton.tsx";
import { Section } from "#components/records/section.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { ProblemAlert } from "#components/ui/problem-alert.tsx";
import { useContract } from "#lib/client/queries.ts";
import { readExistingProfiles } from "#lib/contracts/existing-profiles.ts";
import { MatchLists } from "./match-lists.tsx";
import { SweepCard } from "./sweep-card.tsx";

/** Existing profiles: which clients Passfort has already, so that none is created twice. */
export function ExistingScreen({ migrationId }: { migrationId: string }) {
  const existing = useContract(
    readExistingProfiles,
    { params: { migrationId } },
    { refetchInterval: ({ state: { data } }) => (data?.sweep?.status === "running" ? 1000 : 10_000) },
  );
  return (
    <>
      <Anchor component={Link} href={`/migrations/${migrationId}/plan`} size="sm">
        Plan
      </Anchor>
      <PageHead
        title="Existing profiles"
        description="Which clients Passfort has already, so that none is created twice. The panel lists the profiles of the plan's connection and holds each client against those of its name. It only reads."
      />
      <Stack gap="lg">
        <ProblemAlert error={existing.error} onRetry={() => void existing.refetch()} />
        {existing.isPending && <PageSkeleton what="the existing profiles" />}
        {existing.data && <SweepCard migrationId={migrationId} existing={existing.data} />}
        {existing.data?.sweep && (
          <Section title="Matches">
            <Text size="sm" c="dimmed" mb="sm">
              A profile that is this client is taken over: none is created, its data stays as it is in Passfort, and
              what the plan adds is added to it. For one that is somebody else, a profile of its own is created. Who
              shall not be touched at all is left out on its own page.
            </Text>
            <MatchLists migrationId={migrationId} existing={existing.data} />
          </Section>
        )}
      </Stack>
    </>
  );
}
