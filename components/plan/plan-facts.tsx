import { Alert, Card, Group, Stack, Text } from "@mantine/core";
import { IconHome } from "@tabler/icons-react";
import { countOf } from "#components/chunks/number-words.ts";
import { Section } from "#components/records/section.tsx";
import { plainNumber } from "#components/ui/count-identity.ts";
import { Instant } from "#components/ui/instant.tsx";
import { ReadyForTracks } from "#components/ui/ready-for-tracks.tsx";
import type { PlanAnswer } from "./plan-draft.ts";

/** What the plan is about: how many clients are ready, and what they become. */
export function PlanFacts({ answer }: { answer: PlanAnswer }) {
  const { ready, readyFor, plan } = answer;
  const fullLacks = readyFor.limited_compliance - readyFor.full_onboarding;
  return (
    <Section title="What it covers">
      <Stack gap="sm">
        <Card>
          <Group gap="xl">
            <Fact value={ready.individual} label={ready.individual === 1 ? "ready person" : "ready people"} />
            <Fact value={ready.company} label={ready.company === 1 ? "ready company" : "ready companies"} />
            {ready.associates > 0 && <Fact value={ready.associates} label="places of associates in companies" />}
            <Fact value={ready.activeProfiles} label="Active Profiles they become" />
          </Group>
          <Text size="sm" c="dimmed" mt="sm">
            Active Profiles are what Passfort counts for your contract: each client is one, and each associate of a
            company is one more. A chunk says the exact number before it is approved.
          </Text>
        </Card>
        <Card>
          <ReadyForTracks readyFor={readyFor} chosen={plan?.track} />
        </Card>
        {fullLacks > 0 && (
          <Alert
            color="yellow"
            variant="light"
            icon={<IconHome aria-hidden />}
            title={`${countOf(fullLacks, "client")} ${fullLacks === 1 ? "is" : "are"} too thin for full onboarding`}
          >
            Their address has no street, town or postcode, so an electronic identity check cannot run. On full
            onboarding they are held back; on limited compliance they go.
          </Alert>
        )}
        {plan && (
          <Text size="sm" c="dimmed">
            Version {plan.version}, saved by {plan.changedByName} on <Instant at={plan.changedAt} />
          </Text>
        )}
      </Stack>
    </Section>
  );
}

function Fact({ value, label }: { value: number; label: string }) {
  return (
    <div>
      <Text fz={24} fw={650} lh={1.2}>
        {plainNumber(value)}
      </Text>
      <Text size="sm" c="dimmed">
        {label}
      </Text>
    </div>
  );
}
