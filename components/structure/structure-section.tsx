"use client";
import { Alert, Button, Card, Group, Skeleton, Stack, Tabs, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconAlertTriangle, IconEye, IconEyeOff, IconList, IconSitemap } from "@tabler/icons-react";
import dynamic from "next/dynamic";
import { useMemo, useState } from "react";
import type { ShownRecord } from "#components/records/record.ts";
import { RevealDialog } from "#components/records/reveal-dialog.tsx";
import { Section } from "#components/records/section.tsx";
import { useReveal } from "#components/records/use-reveal.ts";
import { ProblemAlert } from "#components/ui/problem-alert.tsx";
import { useContract } from "#lib/client/queries.ts";
import { readStructure, revealStructure } from "#lib/contracts/structure.ts";
import { isEntity } from "#lib/domain/record-role.ts";
import { type ShownStructure, withNames } from "./structure.ts";
import { StructureList } from "./structure-list.tsx";
import { limitWords, profileWords } from "./structure-words.ts";

// Loaded when its tab is opened: the drawing library is larger than the page.
const StructureDrawing = dynamic(() => import("./structure-drawing.tsx").then((module) => module.StructureDrawing), {
  ssr: false,
  loading: () => <Skeleton height={320} />,
});

type Props = { record: ShownRecord };

/** Who belongs to a company and to whom, level by level: as a list and, with the same content, as a drawing. */
export function StructureSection({ record }: Props) {
  const isSomebody = isEntity(record.role) && record.associates.length + record.companies.length > 0;
  return isSomebody && <Structure record={record} />;
}

function Structure({ record }: Props) {
  const params = { recordId: record.id };
  const structure = useContract(readStructure, { params });
  const [asking, dialog] = useDisclosure(false);
  const { revealed, secondsLeft, reveal, hide } = useReveal(revealStructure, dialog.close);
  const shown = useMemo(() => structure.data && withNames(structure.data, revealed), [structure.data, revealed]);
  const button =
    revealed === null ? (
      <Button variant="default" size="xs" leftSection={<IconEye size={14} aria-hidden />} onClick={dialog.open}>
        Show names…
      </Button>
    ) : (
      <Button variant="default" size="xs" leftSection={<IconEyeOff size={14} aria-hidden />} onClick={hide}>
        Hide names now
      </Button>
    );
  return (
    <Section title="Structure" aside={button}>
      <Card>
        <ProblemAlert error={structure.error} onRetry={() => void structure.refetch()} />
        {revealed && (
          <Group pb="xs">
            <Text role="status">Names are shown.</Text>
            <Text c="dimmed">Hidden again in {secondsLeft} s</Text>
          </Group>
        )}
        {structure.isPending && <Skeleton height={160} />}
        {shown && <LoadedStructure structure={shown} migrationId={record.migrationId} />}
      </Card>
      <RevealDialog
        title="Show the names of this structure?"
        what="The names of everybody in this structure"
        opened={asking}
        onClose={dialog.close}
        onReveal={(reason) => reveal.mutate({ params, body: { reason } })}
        loading={reveal.isPending}
        error={reveal.error}
      />
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
