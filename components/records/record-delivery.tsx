import { Alert, Anchor, Card, Group, Stack, Text, Timeline } from "@mantine/core";
import { IconAlertTriangle, IconCheck, IconClock, IconExternalLink, IconUserExclamation } from "@tabler/icons-react";
import Link from "next/link";
import { useState } from "react";
import { type LeavableGap, LeaveGapButton, LeaveGapDialog } from "#components/chunks/leave-gap.tsx";
import { Instant } from "#components/ui/instant.tsx";
import { StatusBadge } from "#components/ui/status-badge.tsx";
import { isLeavable } from "#lib/domain/leavable-gap.ts";
import { applicationStatusWords } from "./application-status-words.ts";
import { AttemptList } from "./attempt-list.tsx";
import type { ShownDelivery, ShownRecord } from "./record.ts";
import { Section } from "./section.tsx";
import { SendGapsButton } from "./send-gaps-button.tsx";

const notSentWords: Record<ShownRecord["role"], string> = {
  client: "Not sent yet. A ready client leaves with a chunk that a second person approved.",
  associate: "Not sent yet. An associate leaves with its company, and gets a profile in each company it stands in.",
  link: "A link is written into the lists of its company in Passfort, when the company leaves.",
  document: "A document is stored in the profile of its owner in Passfort, when the owner leaves.",
};

/** The way of this client into Passfort: how it stands, and every step with every call made for it. */
export function RecordDelivery({ record }: { record: ShownRecord }) {
  const { delivery } = record;
  const [leaving, setLeaving] = useState<LeavableGap | null>(null);
  return (
    <Section title="Way into Passfort">
      {delivery && leaving && (
        <LeaveGapDialog chunkId={delivery.chunkId} gap={leaving} onClose={() => setLeaving(null)} />
      )}
      {delivery === null ? (
        <WithoutDelivery record={record} />
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
                      <Text fw={600} fz="sm">
                        {step.label}
                      </Text>
                    }
                    bullet={<StepIcon step={step} />}
                    color={step.gap ? "orange" : undefined}
                  >
                    {step.gap && (
                      <Text size="sm" style={{ overflowWrap: "anywhere" }}>
                        {step.doneAt === null ? "Missing: " : "Done, but: "}
                        {step.gap.sentence}
                      </Text>
                    )}
                    {step.gap && step.doneAt !== null && delivery.status === "created" && isLeavable(step.gap.code) && (
                      <LeaveGapButton
                        reference={step.label}
                        onClick={() => setLeaving(leavableGap(record, step.id, step.gap?.sentence ?? ""))}
                      />
                    )}
                    {step.remark && (
                      <Text size="sm" style={{ overflowWrap: "anywhere" }}>
                        {step.remark}
                      </Text>
                    )}
                    <Text size="sm" c="dimmed">
                      {step.doneAt === null ? (
                        step.gap === null && "Not done yet"
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

const leavableGap = ({ reference }: ShownRecord, stepId: string, sentence: string): LeavableGap => ({
  ...{ stepId, sentence, alike: 1 },
  reference: reference ?? "this client",
});

function StepIcon({ step }: { step: ShownDelivery["steps"][number] }) {
  if (step.gap) return <IconAlertTriangle size={13} aria-hidden />;
  return step.doneAt === null ? <IconClock size={13} aria-hidden /> : <IconCheck size={13} aria-hidden />;
}

/** An associate has no delivery of its own: the profiles that it has, or was to get, in the families it stands in. */
function WithoutDelivery({ record }: { record: ShownRecord }) {
  if (record.sentAs.length === 0)
    return (
      <Card>
        <Text c="dimmed">{notSentWords[record.role]}</Text>
      </Card>
    );
  return (
    <Stack component="ul" gap="sm" p={0} m={0} style={{ listStyle: "none" }}>
      {record.sentAs.map((sent) => (
        <Card component="li" key={sent.reference}>
          <Text fw={600}>{sent.reference}</Text>
          <Text size="sm">
            {sent.doneAt ? (
              <>
                Created in Passfort on <Instant at={sent.doneAt} /> for{" "}
              </>
            ) : (
              "Not in Passfort: associate of "
            )}
            <Anchor
              component={Link}
              href={`/migrations/${record.migrationId}/records/${sent.clientId}`}
              size="sm"
              underline="always"
            >
              client {sent.clientReference}
            </Anchor>
            , chunk {sent.chunkNumber}.
          </Text>
          {sent.gap && (
            <Text size="sm" style={{ overflowWrap: "anywhere" }}>
              {sent.gap}
            </Text>
          )}
          {sent.profileId && (
            <Text size="sm" c="dimmed" style={{ overflowWrap: "anywhere" }}>
              Profile {sent.profileId}
            </Text>
          )}
        </Card>
      ))}
    </Stack>
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
      {delivery.status === "created" && delivery.gaps > 0 && <SendGapsButton delivery={delivery} />}
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
