import { Alert, Button, FileButton, Group, Modal, Stack, Text, TextInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconFileImport } from "@tabler/icons-react";
import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
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
  const forget = useRef<() => void>(null);
  const [fileName, setFileName] = useState<string | null>(null);
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
    // A file that was corrected and is chosen again is another file, though it has the same name.
    forget.current?.();
    look.reset();
    takeIn.reset();
    setChosen(null);
    setFileName(file?.name ?? null);
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
        <Group gap="sm">
          <FileButton accept="application/json,.json" resetRef={forget} onChange={(file) => void choose(file)}>
            {(props) => (
              <Button
                {...props}
                variant="default"
                leftSection={<IconFileImport size={16} aria-hidden />}
                data-autofocus
              >
                Choose a mapping file
              </Button>
            )}
          </FileButton>
          {fileName && <Text size="sm">{fileName}</Text>}
        </Group>
        {problem && (
          <Alert color="red" variant="light" role="alert">
            {problem}
          </Alert>
        )}
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
