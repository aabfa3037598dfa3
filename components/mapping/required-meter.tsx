import { Card, Group, List, RingProgress, Text, ThemeIcon, Title } from "@mantine/core";
import { IconCheck, IconMinus, IconX } from "@tabler/icons-react";
import type { EntityType } from "#lib/domain/entity.ts";
import { type Coverage, coverageOf, type Draft } from "./mapping-draft.ts";

/** Which required fields have a column or a constant, and which have none yet. */
export function RequiredMeter({ draft, entityType }: { draft: Draft; entityType: EntityType }) {
  const { always, full } = coverageOf(draft, entityType);
  const covered = always.filter((coverage) => coverage.isCovered).length;
  const isWhole = covered === always.length;
  return (
    <Card component="section" aria-labelledby="required-title">
      <Group gap="sm" wrap="nowrap" mb="xs">
        <RingProgress
          size={64}
          thickness={7}
          sections={[{ value: (covered / always.length) * 100, color: isWhole ? "green.7" : "ink.5" }]}
          label={
            <Text ta="center" size="xs" fw={650}>
              {covered}/{always.length}
            </Text>
          }
          aria-hidden
        />
        <div>
          <Title order={2} id="required-title">
            Required fields
          </Title>
          <Text size="xs" c="dimmed" role="status">
            {isWhole
              ? "All have a source."
              : `${covered} of ${always.length} have a source. Rows without them cannot leave.`}
          </Text>
        </div>
      </Group>
      <Fields coverages={always} missing="error" />
      {full.length > 0 && (
        <>
          <Title order={3} fz="xs" mt="sm" mb={4}>
            For full onboarding also
          </Title>
          <Fields coverages={full} missing="note" />
        </>
      )}
    </Card>
  );
}

const missingLooks = { error: { colour: "red", icon: IconX }, note: { colour: "gray", icon: IconMinus } } as const;

function Fields({ coverages, missing }: { coverages: Coverage[]; missing: keyof typeof missingLooks }) {
  return (
    <List spacing={3} size="sm" listStyleType="none" styles={{ item: { listStyle: "none" } }}>
      {coverages.map(({ field, isCovered }) => {
        const { colour, icon: Icon } = isCovered ? { colour: "green", icon: IconCheck } : missingLooks[missing];
        return (
          <List.Item
            key={field.key}
            icon={
              <ThemeIcon size={16} radius="xl" color={colour} variant="light">
                <Icon size={11} aria-label={isCovered ? "Covered:" : "Missing:"} />
              </ThemeIcon>
            }
          >
            {field.label}
          </List.Item>
        );
      })}
    </List>
  );
}
