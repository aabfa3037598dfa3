import { Card, Group, List, RingProgress, Text, ThemeIcon, Title } from "@mantine/core";
import { IconCheck, IconMinus, IconX } from "@tabler/icons-react";
import { fieldOf } from "#lib/domain/field.ts";
import type { Catalogue } from "./catalogue.ts";
import { type Coverage, coverageOf, type Draft } from "./mapping-draft.ts";

/** Which required fields have a column or a constant, and which have none yet. */
export function RequiredMeter({ draft, catalogue }: { draft: Draft; catalogue: Catalogue }) {
  const { always, full, associates } = coverageOf(draft, catalogue);
  const covered = always.filter((coverage) => coverage.isCovered).length;
  const isWhole = covered === always.length;
  return (
    <Card component="section" aria-labelledby="required-title">
      <Group gap="sm" wrap="nowrap" mb="xs">
        <RingProgress
          size={64}
          thickness={7}
          sections={[
            {
              value: always.length === 0 ? 100 : (covered / always.length) * 100,
              color: isWhole ? "green.7" : "ink.5",
            },
          ]}
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
      {catalogue.kinds.length === 2 ? (
        catalogue.kinds.map((kind) => (
          <div key={kind}>
            <Title order={3} fz="xs" mt="sm" mb={4}>
              {kind === "individual" ? "People" : "Companies"}
            </Title>
            <Fields
              coverages={always.filter(({ field }) => fieldOf(kind, field.key)?.required === "always")}
              missing="error"
            />
          </div>
        ))
      ) : (
        <Fields coverages={always} missing="error" />
      )}
      {associates.length > 0 && (
        <>
          <Title order={3} fz="xs" mt="sm" mb={4}>
            Associates
          </Title>
          <Text size="sm">{associatesSentence(associates)}</Text>
        </>
      )}
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

function associatesSentence(associates: readonly { label: string; missing: readonly { label: string }[] }[]): string {
  const lacking = associates.filter(({ missing }) => missing.length > 0);
  if (lacking.length === 0) return associates.length === 1 ? "It has what it needs." : "Each has what it needs.";
  return lacking
    .map(({ label, missing }) => `${label} needs ${missing.map((field) => field.label.toLowerCase()).join(", ")}.`)
    .join(" ");
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
