import { Autocomplete, Stack, Text, Textarea } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useState } from "react";
import { rowKindLooks, rowKindOf } from "#components/source/row-kinds.ts";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { ProblemAlert } from "#components/ui/problem-alert.tsx";
import { useCommand } from "#lib/client/mutations.ts";
import { saveToLibrary } from "#lib/contracts/mapping-library.ts";
import type { MappedFile } from "#lib/domain/file-kind.ts";
import { valueKey } from "#lib/domain/value-key.ts";

type Props = {
  file: MappedFile & { fileId: string };
  /** Names that saving would make the next version of. */
  names: readonly string[];
  suggestedName: string | null;
  onClose: () => void;
};

/** Keeps the saved mapping under a new name, or as the next version of one that is there. */
export function SaveToLibrary({ file, names, suggestedName, onClose }: Props) {
  const [name, setName] = useState(suggestedName ?? rowKindLooks[rowKindOf(file)].many);
  const [note, setNote] = useState("");
  const save = useCommand(saveToLibrary, {
    onDone: ({ version, isNew }) => {
      notifications.show({
        color: "green",
        title: isNew ? `Kept in the library as version ${version}` : "Nothing new to keep",
        message: isNew
          ? `“${name}” is offered for the next file of this source system.`
          : `Version ${version} of “${name}” is the same.`,
      });
      onClose();
    },
  });
  const known = names.find((each) => valueKey(each) === valueKey(name));
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title="Save to the library"
      confirmLabel="Save to the library"
      onConfirm={() => save.mutate({ params: { fileId: file.fileId }, body: { name, note } })}
      loading={save.isPending}
      disabled={name.trim() === ""}
    >
      <Stack gap="sm">
        <Text size="sm">
          The last saved version of this file’s mapping is kept by the names of its columns: fields, steps and value
          maps, no rows.
        </Text>
        <Autocomplete
          label="Name"
          description="Within this source system, for this kind of file."
          maxLength={100}
          value={name}
          onChange={setName}
          data={[...names]}
        />
        <Text size="sm" role="status">
          {known
            ? `It becomes the next version of “${known}”. The versions before stay.`
            : "A new mapping of this name is added, as version 1."}
        </Text>
        <Textarea
          label="Note"
          description="For colleagues: what this version is for, or why it changed."
          autosize
          minRows={2}
          maxLength={500}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <ProblemAlert error={save.error} />
      </Stack>
    </ConfirmDialog>
  );
}
