"use client";
import { Alert, Button, Group, Stack, TagsInput, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconDeviceFloppy, IconLock } from "@tabler/icons-react";
import { type FormEvent, useState } from "react";
import { useAllowed } from "#components/chunks/use-allowed.ts";
import { Section } from "#components/records/section.tsx";
import { ProblemAlert } from "#components/ui/problem-alert.tsx";
import { useCommand } from "#lib/client/mutations.ts";
import { savePlan } from "#lib/contracts/plan.ts";
import { AliasInputs } from "./alias-inputs.tsx";
import { ComplianceInputs } from "./compliance-inputs.tsx";
import { type Connection, ConnectionChoice } from "./connection-choice.tsx";
import { ControlInputs } from "./control-inputs.tsx";
import { bodyOf, draftOf, gapsOf, type PlanAnswer, type PlanDraft } from "./plan-draft.ts";
import { TrackChoice } from "./track-choice.tsx";

type Props = { migrationId: string; answer: PlanAnswer; connections: readonly Connection[] };

/** The plan: where the clients go, by which track, for which product, with which tags. Each save is a new version. */
export function PlanForm({ migrationId, answer, connections }: Props) {
  const prepare = useAllowed("prepare");
  const [draft, setDraft] = useState<PlanDraft>(() =>
    draftOf(
      answer.plan,
      connections.map((connection) => connection.id),
    ),
  );
  const [tried, setTried] = useState(false);
  const save = useCommand(savePlan, {
    onDone: (reply) =>
      notifications.show({ title: "Plan saved", message: `It is version ${reply.version} now.`, color: "green" }),
  });
  const change = (part: Partial<PlanDraft>) => setDraft((before) => ({ ...before, ...part }));
  const because = answer.frozenBecause ?? prepare.because;
  const disabled = because !== null;
  const gaps = tried ? gapsOf(draft) : {};
  const fields = save.error?.problem.fields ?? {};
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    const body = bodyOf(draft);
    if (body) save.mutate({ params: { migrationId }, body });
  };
  return (
    <Section title="The plan">
      <form onSubmit={submit} noValidate>
        <Stack gap="lg">
          {because && (
            <Alert variant="light" color="gray" icon={<IconLock aria-hidden />}>
              {because}
            </Alert>
          )}
          <ConnectionChoice
            connections={connections}
            value={draft.connectionId}
            onChange={(connectionId) => change({ connectionId })}
            error={gaps.connectionId ?? fields.connectionId}
            disabled={disabled}
          />
          <TrackChoice draft={draft} onChange={change} gaps={{ ...fields, ...gaps }} disabled={disabled} />
          <AliasInputs draft={draft} onChange={change} fields={fields} ready={answer.ready} disabled={disabled} />
          <TagsInput
            label="Tags"
            description="On every profile, up to ten, plain letters. “migrated” tells migrated clients from new ones; a batch name such as “batch-2026-11” helps too. Each client also gets its own reference tag, MIGREF- and its reference, by which the panel finds it again."
            placeholder={draft.tags.length === 0 ? "For example migrated" : undefined}
            value={draft.tags}
            onChange={(tags) => change({ tags })}
            data={["migrated"]}
            maxTags={10}
            error={fields.tags ?? Object.entries(fields).find(([name]) => name.startsWith("tags."))?.[1]}
            disabled={disabled}
          />
          {draft.track === "limited_compliance" && (
            <ComplianceInputs
              compliance={draft.compliance}
              onChange={(compliance) => change({ compliance })}
              fields={fields}
              disabled={disabled}
            />
          )}
          <ControlInputs
            control={draft.control}
            onChange={(control) => change({ control })}
            fields={fields}
            disabled={disabled}
          />
          <ProblemAlert error={save.error} />
          {tried && Object.keys(gaps).length > 0 && (
            <Text c="var(--mantine-color-error)" role="alert">
              Something is missing: {Object.values(gaps).join(" ")}
            </Text>
          )}
          {!disabled && (
            <Group>
              <Button type="submit" loading={save.isPending} leftSection={<IconDeviceFloppy size={16} aria-hidden />}>
                {answer.plan === null ? "Save the plan" : `Save as version ${answer.plan.version + 1}`}
              </Button>
            </Group>
          )}
        </Stack>
      </form>
    </Section>
  );
}
