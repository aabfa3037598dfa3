"use client";
import { Button, Group, Modal, PasswordInput, Radio, Stack, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { ProblemAlert } from "#components/ui/problem-alert.tsx";
import { useCommand } from "#lib/client/mutations.ts";
import { addConnection } from "#lib/contracts/connections.ts";
import type { BodyOf } from "#lib/contracts/contract.ts";
import { type Environment, environments } from "#lib/domain/connection.ts";

const environmentSentences: Record<Environment, string> = {
  simulator: "Simulator: nothing leaves this machine",
  demo: "Demo: a Passfort demo account",
  production: "Production: real clients, real checks",
};

const blank: BodyOf<typeof addConnection> = {
  name: "",
  environment: "demo",
  baseUrl: "https://api.passfort.com/4.0",
  apiKey: "",
  webhookSecret: "",
};

export function AddConnection({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const [draft, setDraft] = useState(blank);
  const close = () => {
    // Keys do not stay in memory longer than the form.
    setDraft(blank);
    onClose();
  };
  const add = useCommand(addConnection, { invalidates: ["/api/connections"], onDone: close });
  const fields = add.error?.problem.fields;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    add.mutate({ body: draft });
  };
  return (
    <Modal opened={opened} onClose={close} title="Add a connection">
      <form onSubmit={submit} autoComplete="off">
        <Stack gap="sm">
          <ProblemAlert error={add.error} />
          <TextInput
            data-autofocus
            label="Name"
            required
            maxLength={100}
            placeholder="Passfort demo"
            value={draft.name}
            error={fields?.name}
            onChange={(event) => setDraft({ ...draft, name: event.currentTarget.value })}
          />
          <Radio.Group
            label="Environment"
            description="Shown in words and colour wherever clients are sent."
            value={draft.environment}
            onChange={(environment) => setDraft({ ...draft, environment: environment as Environment })}
          >
            <Stack gap={6} mt={6}>
              {environments.map((environment) => (
                <Radio key={environment} value={environment} label={environmentSentences[environment]} />
              ))}
            </Stack>
          </Radio.Group>
          <TextInput
            label="Address of the API"
            type="url"
            required
            value={draft.baseUrl}
            error={fields?.baseUrl}
            onChange={(event) => setDraft({ ...draft, baseUrl: event.currentTarget.value })}
          />
          <PasswordInput
            label="API key"
            description="Made in Passfort, used by this panel only."
            required
            autoComplete="new-password"
            value={draft.apiKey}
            error={fields?.apiKey}
            onChange={(event) => setDraft({ ...draft, apiKey: event.currentTarget.value })}
          />
          <PasswordInput
            label="Webhook secret"
            description="Passfort puts it into every webhook. At least 8 characters."
            required
            minLength={8}
            autoComplete="new-password"
            value={draft.webhookSecret}
            error={fields?.webhookSecret}
            onChange={(event) => setDraft({ ...draft, webhookSecret: event.currentTarget.value })}
          />
          <Group justify="flex-end" gap="xs" mt="xs">
            <Button variant="default" onClick={close}>
              Cancel
            </Button>
            <Button type="submit" loading={add.isPending}>
              Add the connection
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
