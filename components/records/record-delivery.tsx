import { Alert, Anchor, Card, Group, Stack, Text, Timeline } from "@mantine/core";
import { IconCheck, IconClock, IconExternalLink, IconUserExclamation } from "@tabler/icons-react";
import Link from "next/link";
import { Instant } from "#components/ui/instant.tsx";
import { StatusBadge } from "#components/ui/status-badge.tsx";
import { applicationStatusWords } from "./application-status-words.ts";
import { AttemptList } from "./attempt-list.tsx";
import type { ShownDelivery, ShownRecord } from "./record.ts";
import { Section } from "./section.tsx";

const notSentWords: Record<ShownRecord["role"], string> = {
  client: "Not sent yet. A ready client leaves with a chunk that a second person approved.",
  associate: "Not sent: the panel sends clients without their associates so far.",
  link: "A link is written into the data of its company; the panel sends clients without their associates so far.",
  document: "A document is stored in the profile of its owner; the panel sends clients without their documents so far.",
};

/** The way of this client into Passfort: how it stands, and every step with every call made for it. */
export function RecordDelivery({ record }: { record: ShownRecord }) {
  const { delivery } = record;
  return (
    <Section title="Way into Passfort">
      {delivery === null ? (
        <Card>
          <Text c="dimmed">{notSentWords[record.role]}</Text>
        </Card>
      ) : (
        <Stack gap="sm">
          {delivery.needsPerson && (
            <Alert
              color="orange"
              variant="light"
              icon={<IconUserExclamation aria-hidden />}
              title="Passfort waits for a person"
            >
              The client's application cannot go on by itself. Open the profile in Passfort and complete the task that
              is waiting there.
            </Alert>
          )}
          <Card>
            <Stack gap="sm">
              <Standing delivery={delivery} migrationId={record.migrationId} />
              <Timeline
                bulletSize={22}
                lineWidth={2}
                active={delivery.steps.findLastIndex((step) => step.doneAt !== null)}
              >
                {delivery.steps.map((step) => (
                  <Timeline.Item
                    key={step.label}
                    title={
                      <Text fw={600} inherit fz="sm">
                        {step.label}
                      </Text>
                    }
                    bullet={
                      step.doneAt === null ? <IconClock size={13} aria-hidden /> : <IconCheck size={13} aria-hidden />
                    }
                  >
                    <Text size="sm" c="dimmed">
                      {step.doneAt === null ? (
                        "Not done yet"
                      ) : (
                        <>
                          Done on <Instant at={step.doneAt} />
                        </>
                      )}
                    </Text>
                    <AttemptList attempts={step.attempts} label={step.label} />
                  </Timeline.Item>
                ))}
              </Timeline>
            </Stack>
          </Card>
        </Stack>
      )}
    </Section>
  );
}

function Standing({ delivery, migrationId }: { delivery: ShownDelivery; migrationId: string }) {
  return (
    <div>
      <Group gap="xs">
        <StatusBadge status={delivery.status} />
        <Anchor
          component={Link}
          href={`/migrations/${migrationId}/chunks/${delivery.chunkId}`}
          size="sm"
          underline="always"
        >
          Chunk {delivery.chunkNumber}
        </Anchor>
        {delivery.profileUrl && (
          <Anchor href={delivery.profileUrl} target="_blank" rel="noreferrer" size="sm" underline="always">
            Open the profile in Passfort (new tab) <IconExternalLink size={12} aria-hidden />
          </Anchor>
        )}
      </Group>
      <Text mt={4}>{delivery.sentence}</Text>
      {delivery.profileId && (
        <Text size="sm" c="dimmed" style={{ overflowWrap: "anywhere" }}>
          Profile {delivery.profileId}
        </Text>
      )}
      {delivery.applicationStatus && (
        <Text size="sm" c="dimmed">
          Application: {applicationStatusWords(delivery.applicationStatus)}
        </Text>
      )}
    </div>
  );
}
