import { Button, Group, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconArchive, IconArchiveOff, IconPencil } from "@tabler/icons-react";
import { useMe } from "#components/shell/me.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { ProblemAlert } from "#components/ui/problem-alert.tsx";
import { useCommand } from "#lib/client/mutations.ts";
import { bringBackSavedMapping, retireSavedMapping } from "#lib/contracts/mapping-library.ts";
import { RenameDialog } from "./rename-dialog.tsx";
import type { SavedMapping } from "./saved-mapping.ts";

/** Rename, retire and bring back; nothing of the library is ever deleted. */
export function SavedMappingActions({ mapping }: { mapping: SavedMapping }) {
  const me = useMe();
  const [isRenaming, renaming] = useDisclosure(false);
  const [isRetiring, retiring] = useDisclosure(false);
  const retire = useCommand(retireSavedMapping, { onDone: retiring.close });
  const bringBack = useCommand(bringBackSavedMapping);
  if (!me.may("prepare")) return null;
  const params = { savedMappingId: mapping.id };
  return (
    <Group gap="xs">
      <Button variant="default" leftSection={<IconPencil size={16} aria-hidden />} onClick={renaming.open}>
        Rename
      </Button>
      {mapping.retiredAt ? (
        <Button
          leftSection={<IconArchiveOff size={16} aria-hidden />}
          loading={bringBack.isPending}
          onClick={() => bringBack.mutate({ params })}
        >
          Bring it back
        </Button>
      ) : (
        <Button variant="default" leftSection={<IconArchive size={16} aria-hidden />} onClick={retiring.open}>
          Retire
        </Button>
      )}
      <ProblemAlert error={bringBack.error} />
      {isRenaming && <RenameDialog mapping={mapping} onClose={renaming.close} />}
      <ConfirmDialog
        opened={isRetiring}
        onClose={retiring.close}
        title={`Retire “${mapping.name}”?`}
        confirmLabel="Retire it"
        onConfirm={() => retire.mutate({ params })}
        loading={retire.isPending}
      >
        <Text size="sm">
          It is kept with all its versions and can be read, but it is no longer offered for new files. Files that began
          with it keep their mapping. It can be brought back at any time.
        </Text>
        <ProblemAlert error={retire.error} />
      </ConfirmDialog>
    </Group>
  );
}
