"use client";
import { Fieldset, SimpleGrid, Stack, Switch, TagsInput, Text, Textarea } from "@mantine/core";
import type { ComplianceSettings } from "#lib/domain/compliance-settings.ts";
import { type EntityType, entityTypes } from "#lib/domain/entity.ts";
import { checkTypes, taskTypes } from "#lib/domain/task-types.ts";

type Props = {
  compliance: ComplianceSettings;
  onChange: (compliance: ComplianceSettings) => void;
  fields: Readonly<Record<string, string>>;
  disabled: boolean;
};

const nouns: Record<EntityType, string> = { individual: "people", company: "companies" };

/** What is done for each client after it was created, where the legacy due diligence is relied on. */
export function ComplianceInputs({ compliance, onChange, fields, disabled }: Props) {
  const change = (part: Partial<ComplianceSettings>) => onChange({ ...compliance, ...part });
  const error = Object.entries(fields).find(([name]) => name.startsWith("compliance"))?.[1];
  return (
    <Fieldset legend="What is done after a client was created">
      <Stack gap="md">
        <Text size="sm" c="dimmed">
          Tasks and checks are named in Passfort's own words; its policy says which of them a product has. What a
          client's product lacks, or what something blocks, is listed as a gap of that client.
        </Text>
        <Lists
          of="tasks"
          label={(noun) => `Tasks to complete, ${noun}`}
          description="Covered by the legacy due diligence: the panel marks them as passed."
          known={taskTypes}
          value={compliance.tasks}
          onChange={(tasks) => change({ tasks })}
          disabled={disabled}
        />
        <Textarea
          label="Evidence note"
          description="Put on each of these tasks, with the client's evidence files attached: which system, which decision, from when. Empty: no note."
          value={compliance.note}
          onChange={(event) => change({ note: event.currentTarget.value })}
          maxLength={2000}
          autosize
          minRows={2}
          disabled={disabled}
        />
        <Lists
          of="checks"
          label={(noun) => `Checks to run, ${noun}`}
          description="Run once each; a provider's ongoing monitoring begins with its first run. They may cost money."
          known={checkTypes}
          value={compliance.checks}
          onChange={(checks) => change({ checks })}
          disabled={disabled}
        />
        <Switch
          label="Approve the application when nothing blocks it"
          description="After the tasks and checks. A product that approves by itself is left to do so."
          checked={compliance.approve}
          onChange={(event) => change({ approve: event.currentTarget.checked })}
          disabled={disabled}
        />
        {error && (
          <Text size="sm" c="var(--mantine-color-error)">
            {error}
          </Text>
        )}
      </Stack>
    </Fieldset>
  );
}

type ListsProps = {
  of: string;
  label: (noun: string) => string;
  description: string;
  known: Record<EntityType, readonly string[]>;
  value: Record<EntityType, string[]>;
  onChange: (value: Record<EntityType, string[]>) => void;
  disabled: boolean;
};

/** The same list for people and for companies, because Passfort's words differ. */
function Lists({ of, label, description, known, value, onChange, disabled }: ListsProps) {
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
      {entityTypes.map((type) => (
        <TagsInput
          key={`${of} ${type}`}
          label={label(nouns[type])}
          description={description}
          data={[...known[type]]}
          value={value[type]}
          onChange={(words) => onChange({ ...value, [type]: words.map((word) => word.trim().toUpperCase()) })}
          maxTags={20}
          disabled={disabled}
        />
      ))}
    </SimpleGrid>
  );
}
