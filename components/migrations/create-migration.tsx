"use client";
import { Button, Group, Modal, Stack, TextInput } from "@mantine/core";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { ProblemAlert } from "#components/ui/problem-alert.tsx";
import { useCommand } from "#lib/client/mutations.ts";
import { createMigration } from "#lib/contracts/migrations.ts";
import { stageHref } from "./stage-looks.ts";

/** Names a new migration and goes to its first stage. */
export function CreateMigration({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const router = useRouter();
  const [name, setName] = useState("");
  const [sourceSystem, setSourceSystem] = useState("");
  const create = useCommand(createMigration, {
    invalidates: ["/api/migrations"],
    onDone: ({ migrationId }) => router.push(stageHref(migrationId, "files")),
  });
  const fields = create.error?.problem.fields;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    create.mutate({ body: { name: name.trim(), sourceSystem: sourceSystem.trim() } });
  };

  return (
    <Modal opened={opened} onClose={onClose} title="New migration">
      <form onSubmit={submit}>
        <Stack gap="sm">
          <ProblemAlert error={create.error} />
          <TextInput
            data-autofocus
            label="Name"
            description="How your colleagues will know it."
            placeholder="Retail book 2026"
            required
            maxLength={120}
            value={name}
            error={fields?.name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <TextInput
            label="Source system"
            description="Where the export comes from."
            placeholder="Old CRM"
            required
            maxLength={120}
            value={sourceSystem}
            error={fields?.sourceSystem}
            onChange={(event) => setSourceSystem(event.currentTarget.value)}
          />
          <Group justify="flex-end" gap="xs" mt="xs">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button
              type="submit"
              loading={create.isPending}
              disabled={name.trim() === "" || sourceSystem.trim() === ""}
            >
              Start with the files
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
