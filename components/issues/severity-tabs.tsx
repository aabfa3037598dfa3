"use client";
import { Group, SegmentedControl, Text } from "@mantine/core";
import { plainNumber } from "#components/ui/count-identity.ts";
import type { Cause } from "./cause.ts";
import { causesMatching, type SeverityFilter, severityFilterOf, severityFilters } from "./severity-filter.ts";
import { severityWords } from "./severity-words.ts";

type Props = { causes: readonly Cause[]; filter: SeverityFilter; onFilter: (filter: SeverityFilter) => void };

/** Narrows the causes to one severity; each choice says how many causes it has. */
export function SeverityTabs({ causes, filter, onFilter }: Props) {
  const labelOf = (choice: SeverityFilter) => (choice === "all" ? "All" : severityWords[choice].plural);
  return (
    <Group justify="space-between" gap="xs">
      <SegmentedControl
        aria-label="Show causes by severity"
        value={filter}
        onChange={(value) => onFilter(severityFilterOf(value))}
        data={severityFilters.map((choice) => ({
          value: choice,
          label: `${labelOf(choice)} (${plainNumber(causesMatching(causes, choice).length)})`,
        }))}
      />
      {filter !== "all" && (
        <Text size="sm" c="dimmed">
          {severityWords[filter].meaning}
        </Text>
      )}
    </Group>
  );
}
