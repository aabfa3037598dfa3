"use client";
import { Anchor, Card, Group, Text } from "@mantine/core";
import { IconAlertTriangle, IconUserSearch } from "@tabler/icons-react";
import Link from "next/link";
import { useContract } from "#lib/client/queries.ts";
import { readExistingProfiles } from "#lib/contracts/existing-profiles.ts";
import { existingHref, undecidedOf } from "./existing.ts";
import { sweepSentence } from "./sweep-sentence.ts";

/** Beside the plan: whether clients exist in Passfort already, and where to look. */
export function ExistingCard({ migrationId }: { migrationId: string }) {
  const existing = useContract(readExistingProfiles, { params: { migrationId } }, { refetchInterval: 10_000 });
  if (!existing.data?.connection) return null;
  const isOpen = existing.data.isNeeded || undecidedOf(existing.data) > 0;
  const Icon = isOpen ? IconAlertTriangle : IconUserSearch;
  return (
    <Card>
      <Group gap="xs" wrap="nowrap" mb={4}>
        <Icon size={17} aria-hidden />
        <Text fw={600}>Existing profiles</Text>
      </Group>
      <Text size="sm" mb="xs" style={{ overflowWrap: "anywhere" }}>
        {sweepSentence(existing.data)}
      </Text>
      <Anchor component={Link} href={existingHref(migrationId)} size="sm" underline="always">
        Look at the existing profiles
      </Anchor>
    </Card>
  );
}
