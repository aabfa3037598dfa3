"use client";
import { Alert, Anchor, Badge, Group, Skeleton, Stack } from "@mantine/core";
import { IconArchive, IconArrowLeft } from "@tabler/icons-react";
import Link from "next/link";
import { Section } from "#components/records/section.tsx";
import { rowKindLooks, rowKindOf } from "#components/source/row-kinds.ts";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Instant } from "#components/ui/instant.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { ProblemAlert } from "#components/ui/problem-alert.tsx";
import { useContract } from "#lib/client/queries.ts";
import { readSavedMapping } from "#lib/contracts/mapping-library.ts";
import { CompareVersions } from "./compare-versions.tsx";
import type { SavedMapping } from "./saved-mapping.ts";
import { SavedMappingActions } from "./saved-mapping-actions.tsx";
import { SavedVersions } from "./saved-versions.tsx";

/** One mapping of the library: its versions in words, and how any two of them differ. */
export function SavedMappingScreen({ savedMappingId }: { savedMappingId: string }) {
  const read = useContract(readSavedMapping, { params: { savedMappingId } });
  return (
    <>
      <Anchor component={Link} href="/settings/mapping-library" size="sm">
        <Group component="span" gap={4} mb="xs">
          <IconArrowLeft size={14} aria-hidden />
          Mapping library
        </Group>
      </Anchor>
      {read.isPending && <Skeleton h={260} />}
      {read.error?.httpStatus === 404 ? (
        <>
          <PageHead title="Mapping" />
          <EmptyState title="There is no such mapping" sentence="The link may be old, or a letter may be missing." />
        </>
      ) : (
        <ProblemAlert error={read.error} onRetry={() => void read.refetch()} />
      )}
      {read.data && <Shown mapping={read.data} />}
    </>
  );
}

function Shown({ mapping }: { mapping: SavedMapping }) {
  return (
    <>
      <PageHead
        title={
          <Group component="span" gap="xs">
            {mapping.name}
            {mapping.retiredAt && <Badge color="gray">Retired</Badge>}
          </Group>
        }
        description={`${rowKindLooks[rowKindOf(mapping)].many} of ${mapping.sourceSystem}. A version is never changed; a change makes the next one.`}
        actions={<SavedMappingActions mapping={mapping} />}
      />
      <Stack gap="lg">
        {mapping.retiredAt && (
          <Alert color="gray" icon={<IconArchive aria-hidden />} title="Retired: no longer offered for new files">
            {mapping.retiredByName} retired it on <Instant at={mapping.retiredAt} />. Files that began with it keep
            their mapping.
          </Alert>
        )}
        <Section title="Versions">
          <SavedVersions mapping={mapping} />
        </Section>
        {mapping.versions.length > 1 && (
          <Section title="Compare two versions">
            <CompareVersions mapping={mapping} />
          </Section>
        )}
      </Stack>
    </>
  );
}
