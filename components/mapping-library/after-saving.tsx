import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import { useEffect, useEffectEvent } from "react";
import { ProblemAlert } from "#components/ui/problem-alert.tsx";
import { useCommand } from "#lib/client/mutations.ts";
import { useContract } from "#lib/client/queries.ts";
import { listMappingVersions, saveToLibrary } from "#lib/contracts/mapping-library.ts";
import { Sentences } from "./sentences.tsx";

/** After saving: where the mapping began with one of the library and differs from it now, its next version is offered. Otherwise it goes on at once. */
export function AfterSaving({ fileId, version, onGoOn }: { fileId: string; version: number; onGoOn: () => void }) {
  const known = useContract(listMappingVersions, { params: { fileId } });
  const keep = useCommand(saveToLibrary, { onDone: onGoOn });
  const isFresh = known.data?.versions.some((each) => each.version === version) ?? false;
  const library = isFresh ? known.data?.library : undefined;
  const isOver = known.isError || (isFresh && (!library || library.isRetired || library.changes.length === 0));
  const goOn = useEffectEvent(onGoOn);
  useEffect(() => {
    if (isOver) goOn();
  }, [isOver]);
  if (!library || isOver) return null;
  return (
    <Modal opened onClose={onGoOn} title={`Keep this for the next file as well?`} size="lg">
      <Stack gap="sm">
        <Text size="sm">
          The mapping is saved, and its rows are being checked. It differs from “{library.name}”, version{" "}
          {library.version}, in the library:
        </Text>
        <Sentences sentences={library.changes} what="Differences from the library" />
        <ProblemAlert error={keep.error} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onGoOn} data-autofocus>
            Only for this file
          </Button>
          <Button
            loading={keep.isPending}
            onClick={() => keep.mutate({ params: { fileId }, body: { name: library.name, note: "" } })}
          >
            Save as the next version of “{library.name}”
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
