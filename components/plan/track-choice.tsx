"use client";
import { Alert, Radio, SimpleGrid, Stack } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { limitedMethods, limitedMethodWords, tracks, trackWords } from "#lib/domain/track.ts";
import { ChoiceCard } from "./choice-card.tsx";
import type { PlanDraft } from "./plan-draft.ts";

type Props = {
  draft: PlanDraft;
  onChange: (part: Partial<PlanDraft>) => void;
  gaps: Partial<Record<keyof PlanDraft, string>>;
  disabled: boolean;
};

/** Full onboarding or limited compliance, and for the second how. */
export function TrackChoice({ draft, onChange, gaps, disabled }: Props) {
  return (
    <Stack gap="md">
      <Radio.Group
        label="Track"
        description="How much of Passfort's checking the migrated clients go through."
        value={draft.track}
        onChange={(value) => onChange({ track: tracks.find((track) => track === value) ?? null })}
        error={gaps.track}
        withAsterisk
      >
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm" mt="xs">
          {tracks.map((track) => (
            <ChoiceCard key={track} value={track} {...trackWords[track]} disabled={disabled} />
          ))}
        </SimpleGrid>
      </Radio.Group>
      {draft.track === "limited_compliance" && (
        <Radio.Group
          label="How the checks are limited"
          value={draft.limitedMethod}
          onChange={(value) => onChange({ limitedMethod: limitedMethods.find((method) => method === value) ?? null })}
          error={gaps.limitedMethod}
          withAsterisk
        >
          <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm" mt="xs">
            {limitedMethods.map((method) => (
              <ChoiceCard key={method} value={method} {...limitedMethodWords[method]} disabled={disabled} />
            ))}
          </SimpleGrid>
        </Radio.Group>
      )}
      {draft.track === "limited_compliance" && draft.limitedMethod === "checks_off" && (
        <Alert
          color="orange"
          variant="light"
          icon={<IconAlertTriangle aria-hidden />}
          title="No new clients until the migration is over"
        >
          While the checks are switched off, a new client onboarded through the main product would not be checked
          either. Stop onboarding new clients first, and switch the checks on again when every client is migrated.
        </Alert>
      )}
    </Stack>
  );
}
