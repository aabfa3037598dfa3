import { Badge, Card, Group, Progress, Stack, Text } from "@mantine/core";
import { IconEdit, IconRefresh } from "@tabler/icons-react";
import { countOf } from "#components/chunks/number-words.ts";
import { Section } from "#components/records/section.tsx";
import type { ReplyOf } from "#lib/contracts/contract.ts";
import type { readReport } from "#lib/contracts/report.ts";

type ByCode = ReplyOf<typeof readReport>["byCode"];

/** Why clients were not created: each cause with its number, and whether sending again can help. */
export function ErrorBars({ byCode }: { byCode: ByCode }) {
  const largest = Math.max(1, ...byCode.map((cause) => cause.count));
  return (
    <Section title="Errors by cause">
      <Card>
        {byCode.length === 0 ? (
          <Text c="dimmed">None: no client is invalid, and Passfort has taken every client that was sent.</Text>
        ) : (
          <Stack component="ul" gap="md" m={0} p={0} style={{ listStyle: "none" }}>
            {byCode.map((cause) => (
              <li key={`${cause.code} ${cause.sentence} ${cause.permanent}`}>
                <Group justify="space-between" gap="xs">
                  <Text style={{ overflowWrap: "anywhere" }} flex="1 1 240px">
                    {cause.sentence}{" "}
                    <Text span c="dimmed" size="xs">
                      {cause.code}
                    </Text>
                  </Text>
                  <Group gap="xs">
                    <Cure permanent={cause.permanent} />
                    <Text fw={650}>{countOf(cause.count, "client")}</Text>
                  </Group>
                </Group>
                <Progress
                  value={(cause.count / largest) * 100}
                  color={cause.permanent ? "red.8" : "orange.6"}
                  mt={4}
                  aria-hidden
                />
              </li>
            ))}
          </Stack>
        )}
      </Card>
    </Section>
  );
}

function Cure({ permanent }: { permanent: boolean }) {
  return permanent ? (
    <Badge color="red" leftSection={<IconEdit size={12} aria-hidden />}>
      Needs a correction
    </Badge>
  ) : (
    <Badge color="orange" leftSection={<IconRefresh size={12} aria-hidden />}>
      May be sent again
    </Badge>
  );
}
