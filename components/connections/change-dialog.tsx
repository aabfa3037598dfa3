"use client";
import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import type { FormEvent, ReactNode } from "react";
import { unplacedProblem } from "#components/records/unplaced-problem.ts";
import { ProblemAlert } from "#components/ui/problem-alert.tsx";
import type { ProblemError } from "#lib/client/call.ts";

type Props = {
  opened: boolean;
  title: string;
  /** What will happen, before it happens. */
  sentence: ReactNode;
  /** The field whose trouble stands at the field itself. */
  field: string;
  children: ReactNode;
  saveLabel: string;
  error: ProblemError | null;
  loading: boolean;
  onSave: () => void;
  onClose: () => void;
};

/** Changes one thing of a connection. */
export function ChangeDialog(props: Props) {
  const submit = (event: FormEvent) => {
    event.preventDefault();
    props.onSave();
  };
  return (
    <Modal opened={props.opened} onClose={props.onClose} title={props.title}>
      <form onSubmit={submit} autoComplete="off">
        <Stack gap="sm">
          <Text component="div">{props.sentence}</Text>
          <ProblemAlert error={unplacedProblem(props.error, [props.field])} />
          {props.children}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={props.onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={props.loading}>
              {props.saveLabel}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
