"use client";
import { Button, Group, Modal, PasswordInput, Radio, Stack, TextInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { type FormEvent, useState } from "react";
import { ProblemAlert } from "#components/ui/problem-alert.tsx";
import { useCommand } from "#lib/client/mutations.ts";
import type { BodyOf } from "#lib/contracts/contract.ts";
import { addPerson } from "#lib/contracts/people.ts";
import { type Role, roles, roleWords } from "#lib/domain/person.ts";

const roleSentences: Record<Role, string> = {
  operator: "uploads, maps, plans, drafts and launches chunks",
  approver: "approves or refuses chunks that others made",
  auditor: "sees everything, changes nothing",
  admin: "adds people and connections; cannot approve",
};

const blank: BodyOf<typeof addPerson> = { name: "", email: "", password: "", role: "operator" };

export function AddPerson({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const [draft, setDraft] = useState(blank);
  const close = () => {
    setDraft(blank);
    onClose();
  };
  const add = useCommand(addPerson, {
    invalidates: ["/api/people"],
    onDone: () => {
      notifications.show({
        color: "green",
        title: "Added",
        message: `${draft.name} can sign in now. Hand over the password in person.`,
      });
      close();
    },
  });
  const fields = add.error?.problem.fields;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    add.mutate({ body: draft });
  };
  return (
    <Modal opened={opened} onClose={close} title="Add a person">
      <form onSubmit={submit} autoComplete="off">
        <Stack gap="sm">
          <ProblemAlert error={add.error} />
          <TextInput
            data-autofocus
            label="Name"
            required
            maxLength={100}
            value={draft.name}
            error={fields?.name}
            onChange={(event) => setDraft({ ...draft, name: event.currentTarget.value })}
          />
          <TextInput
            label="E-mail"
            type="email"
            required
            autoComplete="off"
            value={draft.email}
            error={fields?.email}
            onChange={(event) => setDraft({ ...draft, email: event.currentTarget.value })}
          />
          <PasswordInput
            label="First password"
            description="At least 12 characters."
            required
            minLength={12}
            maxLength={200}
            autoComplete="new-password"
            value={draft.password}
            error={fields?.password}
            onChange={(event) => setDraft({ ...draft, password: event.currentTarget.value })}
          />
          <Radio.Group label="Role" value={draft.role} onChange={(role) => setDraft({ ...draft, role: role as Role })}>
            <Stack gap={6} mt={6}>
              {roles.map((role) => (
                <Radio key={role} value={role} label={roleWords[role]} description={roleSentences[role]} />
              ))}
            </Stack>
          </Radio.Group>
          <Group justify="flex-end" gap="xs" mt="xs">
            <Button variant="default" onClick={close}>
              Cancel
            </Button>
            <Button type="submit" loading={add.isPending}>
              Add the person
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
