"use client";
import { Alert, Card, Skeleton, Stack, Tabs, Text } from "@mantine/core";
import { IconAlertTriangle, IconList, IconSitemap } from "@tabler/icons-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import type { ShownRecord } from "#components/records/record.ts";
import { Section } from "#components/records/section.tsx";
import { ProblemAlert } from "#components/ui/problem-alert.tsx";
import { useContract } from "#lib/client/queries.ts";
import { readStructure } from "#lib/contracts/structure.ts";
import type { ShownStructure } from "./structure.ts";
import { StructureList } from "./structure-list.tsx";
import { limitWords, profileWords } from "./structure-words.ts";

// Loaded when its tab is opened: the drawing library is larger than the page.
const StructureDrawing = dynamic(() => import("./structure-drawing.tsx").then((module) => module.StructureDrawing), {
  ssr: false,
  loading: () => <Skeleton height={320} />,
});

/** Who belongs to a company and to whom, level by level: as a list and, with the same content, as a drawing. */
export function StructureSection({ record }: { record: ShownRecord }) {
  const isSomebody = record.role !== "link" && record.associates.length + record.companies.length > 0;
  const structure = useContract(readStructure, { params: { recordId: record.id } }, { enabled: isSomebody });
  if (!isSomebody) return null;
  return (
    <Section title="Structure">
      <Card>
        <ProblemAlert error={structure.error} onRetry={() => void structure.refetch()} />
        {structure.isPending && <Skeleton height={160} />}
        {structure.data && <LoadedStructure structure={structure.data} migrationId={record.migrationId} />}
      </Card>
    </Section>
  );
}

function LoadedStructure({ structure, migrationId }: { structure: ShownStructure; migrationId: string }) {
  const [tab, setTab] = useState<string | null>("list");
  const profiles = profileWords(structure);
  const limits = limitWords(structure);
  return (
    <Stack gap="sm">
      {profiles && <Text>{profiles}</Text>}
      {limits.length > 0 && (
        <Alert color="yellow" variant="light" icon={<IconAlertTriangle aria-hidden />}>
          {limits.join(" ")}
        </Alert>
      )}
      <Tabs value={tab} onChange={setTab} keepMounted={false}>
        <Tabs.List aria-label="Show the structure as">
          <Tabs.Tab value="list" leftSection={<IconList size={15} aria-hidden />}>
            List
          </Tabs.Tab>
          <Tabs.Tab value="drawing" leftSection={<IconSitemap size={15} aria-hidden />}>
            Drawing
          </Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="list" pt="sm">
          <StructureList structure={structure} migrationId={migrationId} />
        </Tabs.Panel>
        <Tabs.Panel value="drawing" pt="sm">
          <StructureDrawing structure={structure} migrationId={migrationId} />
        </Tabs.Panel>
      </Tabs>
    </Stack>
  );
}
