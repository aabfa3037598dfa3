"use client";
import { Button, Group, Modal, PasswordInput, Radio, Stack, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { unplacedProblem } from "#components/records/unplaced-problem.ts";
import { ProblemAlert } from "#components/ui/problem-alert.tsx";
import { useCommand } from "#lib/client/mutations.ts";
import { addConnection, introduceKey } from "#lib/contracts/connections.ts";
import type { BodyOf, ReplyOf } from "#lib/contracts/contract.ts";
import { type Environment, environments, knownAddresses } from "#lib/domain/connection.ts";
import { AddressFields } from "./address-fields.tsx";
import { environmentSentences } from "./environment-sentences.ts";
import { SeenAccount } from "./seen-account.tsx";

type Draft = BodyOf<typeof addConnection>;

const blank: Draft = {
  name: "",
  environment: "demo",
  baseUrl: knownAddresses[0].baseUrl,
  apiKey: "",
  webhookSecret: "",
};
const placed = ["name", "baseUrl", "apiKey", "webhookSecret"];

/**
 * Adds a connection. A demo or production key is first asked whose it is, and a person says that it is the account they
 * mean: nothing in a request says “demo”, the key alone decides.
 */
export function AddConnection({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const [draft, setDraft] = useState(blank);
  const [seen, setSeen] = useState<ReplyOf<typeof introduceKey> | null>(null);
  const [isMeant, setMeant] = useState(false);
  const change = (some: Partial<Draft>) => {
    setDraft({ ...draft, ...some });
    setSeen(null);
    setMeant(false);
  };
  const close = () => {
    // Keys do not stay in memory longer than the form.
    setDraft(blank);
    setSeen(null);
    setMeant(false);
    add.reset();
    introduce.reset();
    onClose();
  };
  const introduce = useCommand(introduceKey, { invalidates: [], onDone: setSeen });
  const add = useCommand(addConnection, { invalidates: ["/api/connections"], onDone: close });
  const error = add.error ?? introduce.error;
  const fields = error?.problem.fields;
  const isAsking = draft.environment !== "simulator" && seen === null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    add.reset();
    introduce.reset();
    const { environment, baseUrl, apiKey } = draft;
    if (isAsking) introduce.mutate({ body: { environment, baseUrl, apiKey } });
    else add.mutate({ body: { ...draft, seenInstitution: seen?.institutionName } });
  };
  return (
    <Modal opened={opened} onClose={close} title="Add a connection">
      <form onSubmit={submit} autoComplete="off">
        <Stack gap="sm">
          <ProblemAlert error={unplacedProblem(error, placed)} />
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
            description="Shown in words and colour wherever clients are sent. It cannot be changed later."
            value={draft.environment}
            onChange={(environment) => change({ environment: environment as Environment })}
          >
            <Stack gap={6} mt={6}>
              {environments.map((environment) => (
                <Radio key={environment} value={environment} label={environmentSentences[environment]} />
              ))}
            </Stack>
          </Radio.Group>
          <AddressFields
            environment={draft.environment}
            baseUrl={draft.baseUrl}
            error={fields?.baseUrl}
            onChange={(baseUrl) => change({ baseUrl })}
          />
          <PasswordInput
            label="API key"
            description="Made in Passfort, used by this panel only."
            required
            autoComplete="new-password"
            value={draft.apiKey}
            error={fields?.apiKey}
            onChange={(event) => change({ apiKey: event.currentTarget.value })}
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
          {seen && draft.environment !== "simulator" && (
            <SeenAccount
              environment={draft.environment}
              sentence={seen.sentence}
              isMeant={isMeant}
              onMeant={setMeant}
            />
          )}
          <Group justify="flex-end" gap="xs" mt="xs">
            <Button variant="default" onClick={close}>
              Cancel
            </Button>
            <Button
              type="submit"
              loading={add.isPending || introduce.isPending}
              disabled={seen !== null && draft.environment !== "simulator" && !isMeant}
            >
              {isAsking ? "Look whose key this is" : "Add the connection"}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
