import { Button, FileInput, Group, Modal, Stack, Text, TextInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { ProblemAlert } from "#components/ui/problem-alert.tsx";
import { useCommand } from "#lib/client/mutations.ts";
import { lookAtMappingFile, takeInMapping } from "#lib/contracts/mapping-library.ts";
import { readJsonFile } from "./read-json-file.ts";
import { savedMappingHref } from "./saved-mappings-table.tsx";
import { TakeInPreview } from "./take-in-preview.tsx";

type Chosen = { fileName: string; document: unknown };

/** A mapping file is looked at first: what it says, and what taking it in would do. Only then it is taken in. */
export function TakeInDialog({ onClose }: { onClose: () => void }) {
  const router = useRouter();
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [names, setNames] = useState({ name: "", sourceSystem: "" });
  const [note, setNote] = useState("");
  const look = useCommand(lookAtMappingFile, {
    invalidates: [],
    onDone: ({ name, sourceSystem }) => setNames({ name, sourceSystem }),
  });
  const takeIn = useCommand(takeInMapping, {
    onDone: ({ savedMappingId, version, isNew }) => {
      notifications.show({
        color: "green",
        title: isNew ? `Taken in as version ${version}` : "It is in the library already",
        message: isNew
          ? `“${names.name}” is offered for the next file of ${names.sourceSystem}.`
          : `As version ${version}.`,
      });
      router.push(savedMappingHref(savedMappingId));
    },
  });
  const choose = async (file: File | null) => {
    look.reset();
    setChosen(null);
    const read = file ? await readJsonFile(file) : null;
    setProblem(read?.ok === false ? read.sentence : null);
    if (!file || !read?.ok) return;
    setChosen({ fileName: file.name, document: read.document });
    look.mutate({ body: { document: read.document } });
  };
  const isRenamed = look.data && (look.data.name !== names.name || look.data.sourceSystem !== names.sourceSystem);
  const lookAgain = () => chosen && isRenamed && look.mutate({ body: { document: chosen.document, ...names } });
  return (
    <Modal opened onClose={onClose} title="Take in a mapping file" size="lg" closeOnClickOutside={false}>
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          A JSON file that was downloaded from a mapping library, of this panel or another. It is looked at as a whole
          first; nothing is changed before you confirm.
        </Text>
        <FileInput
          label="Mapping file"
          placeholder="Choose a JSON file"
          accept="application/json,.json"
          clearable
          error={problem}
          onChange={(file) => void choose(file)}
        />
        <ProblemAlert error={look.error} />
        {chosen && look.data && (
          <>
            <Group grow align="flex-start">
              <TextInput
                label="Name"
                maxLength={100}
                value={names.name}
                onChange={(event) => setNames({ ...names, name: event.currentTarget.value })}
                onBlur={lookAgain}
              />
              <TextInput
                label="Source system"
                maxLength={200}
                value={names.sourceSystem}
                onChange={(event) => setNames({ ...names, sourceSystem: event.currentTarget.value })}
                onBlur={lookAgain}
              />
            </Group>
            <TakeInPreview reading={look.data} />
            <TextInput
              label="Note"
              description="For colleagues: where it comes from, what it is for."
              maxLength={500}
              value={note}
              onChange={(event) => setNote(event.currentTarget.value)}
            />
          </>
        )}
        <ProblemAlert error={takeIn.error} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button
            disabled={!chosen || !look.data?.isTakeable || look.isPending}
            loading={takeIn.isPending}
            onClick={() => chosen && takeIn.mutate({ body: { ...chosen, ...names, note } })}
          >
            Take it in
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
