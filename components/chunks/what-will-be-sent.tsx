"use client";
import { Alert, Card, SimpleGrid, Stack, Table, Text } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { Section } from "#components/records/section.tsx";
import { EnvironmentBadge } from "#components/ui/environment-banner.tsx";
import { trackWords } from "#lib/domain/track.ts";
import type { ChunkDashboard } from "./chunk-dashboard.ts";
import { countOf } from "./number-words.ts";
import { SampleList } from "./sample-list.tsx";
import { settingRows } from "./setting-rows.ts";

/** Exactly what an approval is about: who goes, where, how, with samples of the JSON, and the warnings that travel along. */
export function WhatWillBeSent({ chunk }: { chunk: ChunkDashboard }) {
  return (
    <Stack gap="lg">
      <Section title="What will be sent" aside={<EnvironmentBadge environment={chunk.environment} />}>
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
          <Card>
            <Text fz={24} fw={650} lh={1.2}>
              {countOf(chunk.clientCount, "client")}
            </Text>
            <Text size="sm" c="dimmed">
              {countOf(chunk.byType.individual, "person", "people")},{" "}
              {countOf(chunk.byType.company, "company", "companies")}
            </Text>
            {chunk.families.profiles > 0 && (
              <Text size="sm" c="dimmed">
                and {countOf(chunk.families.profiles, "associate")}, each linked to its company:{" "}
                {countOf(chunk.clientCount + chunk.families.profiles, "profile")} in all
              </Text>
            )}
            {chunk.takeovers > 0 && (
              <Text size="sm" mt="xs">
                {countOf(chunk.takeovers, "client")} {chunk.takeovers === 1 ? "takes" : "take"} over a profile that
                exists already; none is created for {chunk.takeovers === 1 ? "it" : "them"}.
              </Text>
            )}
            {chunk.families.leftOut > 0 && (
              <Text size="sm" mt="xs">
                {countOf(chunk.families.leftOut, "associate")} with errors{" "}
                {chunk.families.leftOut === 1 ? "stays" : "stay"} behind; their companies leave without them, as clients
                with gaps.
              </Text>
            )}
            <Text size="sm" mt="xs">
              {trackWords[chunk.settings.track].sentence}
            </Text>
          </Card>
          <Card>
            <Table variant="vertical" withRowBorders={false} verticalSpacing={3}>
              <Table.Tbody>
                {settingRows(chunk).map(({ label, value }) => (
                  <Table.Tr key={label}>
                    <Table.Th scope="row" w={130} fw={500} c="dimmed" bg="transparent">
                      {label}
                    </Table.Th>
                    <Table.Td style={{ overflowWrap: "anywhere" }}>{value}</Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Card>
        </SimpleGrid>
      </Section>
      {chunk.warnings.length > 0 && (
        <Section title="Warnings">
          <Alert
            color="yellow"
            variant="light"
            icon={<IconAlertTriangle aria-hidden />}
            title="These clients leave although a rule doubts something"
          >
            <ul style={{ margin: 0, paddingInlineStart: "1.2em" }}>
              {chunk.warnings.map((warning) => (
                <li key={warning.title}>
                  {warning.title}: {countOf(warning.count, "client")}
                </li>
              ))}
            </ul>
          </Alert>
        </Section>
      )}
      <Section title="Samples">
        <SampleList samples={chunk.samples} />
      </Section>
    </Stack>
  );
}
