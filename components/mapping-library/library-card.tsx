import { Anchor, Button, Card, Group, Stack, Text, Title } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconBooks } from "@tabler/icons-react";
import Link from "next/link";
import { ProblemAlert } from "#components/ui/problem-alert.tsx";
import { useContract } from "#lib/client/queries.ts";
import type { ReplyOf } from "#lib/contracts/contract.ts";
import { listMappingVersions } from "#lib/contracts/mapping-library.ts";
import type { MappedFile } from "#lib/domain/file-kind.ts";
import { SaveToLibrary } from "./save-to-library.tsx";
import { savedMappingHref } from "./saved-mappings-table.tsx";
import { Sentences } from "./sentences.tsx";

type Props = { file: MappedFile & { fileId: string }; mayChange: boolean };
type Known = ReplyOf<typeof listMappingVersions>;

/** How the saved mapping of a file stands to the library, and the way into it. */
export function LibraryCard({ file, mayChange }: Props) {
  const known = useContract(listMappingVersions, { params: { fileId: file.fileId } });
  const [isSaving, saving] = useDisclosure(false);
  const { library = null, versions = [], names = [] } = known.data ?? {};
  return (
    <Card component="section" aria-labelledby="library-title">
      <Title order={2} id="library-title" mb={4}>
        Mapping library
      </Title>
      <ProblemAlert error={known.error} onRetry={() => void known.refetch()} />
      {known.data && (
        <Stack gap="xs" align="flex-start">
          <Standing known={known.data} />
          {mayChange && versions.length > 0 && isOfUse(library) && (
            <Group gap="xs">
              <Button
                size="xs"
                variant="default"
                leftSection={<IconBooks size={14} aria-hidden />}
                onClick={saving.open}
              >
                Save to the library
              </Button>
            </Group>
          )}
        </Stack>
      )}
      {isSaving && (
        <SaveToLibrary
          file={file}
          names={names}
          suggestedName={library && !library.isRetired ? library.name : null}
          onClose={saving.close}
        />
      )}
    </Card>
  );
}

/** There is nothing to keep where the library has just this. */
const isOfUse = (library: Known["library"]): boolean => !library || library.isRetired || library.changes.length > 0;

function Standing({ known: { versions, library } }: { known: Known }) {
  if (versions.length === 0)
    return (
      <Text size="xs" c="dimmed">
        Once it is saved, this mapping can be kept for the next file of this source system.
      </Text>
    );
  if (!library)
    return (
      <Text size="xs" c="dimmed">
        Not in the library. Kept there, it is offered for the next file of this source system, with what has changed
        since.
      </Text>
    );
  const link = (
    <Anchor component={Link} href={savedMappingHref(library.savedMappingId)} inherit underline="always">
      {library.name}, version {library.version}
    </Anchor>
  );
  if (library.changes.length === 0)
    return (
      <Text size="sm">
        The same as {link}
        {library.isRetired ? ", which is retired" : ""}.
      </Text>
    );
  return (
    <>
      <Text size="sm">
        Began with {link}
        {library.isRetired ? ", which is retired" : ""}, and differs from it:
      </Text>
      <Sentences sentences={library.changes} what="Differences from the library" />
    </>
  );
}
