"use client";
import { Button, Skeleton, Stack, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconBooks, IconUpload } from "@tabler/icons-react";
import { Section } from "#components/records/section.tsx";
import { useMe } from "#components/shell/me.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { ProblemAlert } from "#components/ui/problem-alert.tsx";
import { useContract } from "#lib/client/queries.ts";
import { listSavedMappings } from "#lib/contracts/mapping-library.ts";
import { valueKey } from "#lib/domain/value-key.ts";
import { SavedMappingsTable } from "./saved-mappings-table.tsx";
import { TakeInDialog } from "./take-in-dialog.tsx";

/** Every mapping that was kept for the next file, by source system. */
export function LibraryScreen() {
  const me = useMe();
  const list = useContract(listSavedMappings);
  const [isTakingIn, takingIn] = useDisclosure(false);
  const bySource = Map.groupBy(list.data?.mappings ?? [], ({ sourceSystem }) => valueKey(sourceSystem));
  const takeIn = me.may("prepare") && (
    <Button variant="default" leftSection={<IconUpload size={16} aria-hidden />} onClick={takingIn.open}>
      Take in a mapping file
    </Button>
  );
  return (
    <>
      <PageHead
        title="Mapping library"
        description="Mappings kept by the names of their columns. The next file of the same source system is compared with them, and the one that suits best is offered; it is never used by itself."
        actions={takeIn}
      />
      <Stack gap="lg">
        <ProblemAlert error={list.error} onRetry={() => void list.refetch()} />
        {list.isPending && <Skeleton h={160} />}
        {list.data?.mappings.length === 0 && (
          <EmptyState
            icon={<IconBooks size={22} />}
            title="Nothing is kept yet"
            sentence={
              <>
                <Text inherit>
                  Map a file, save it, and press <b>Save to the library</b> on its mapping screen. A mapping is kept
                  without any data: column names, fields and steps.
                </Text>
                <Text inherit mt={4}>
                  When the next export of that system comes, the panel says which columns are the same, new, missing or
                  called otherwise, and whether dates and values are still written as they were.
                </Text>
              </>
            }
          />
        )}
        {[...bySource].map(([key, mappings]) => (
          <Section key={key} title={mappings[0]?.sourceSystem ?? ""}>
            <SavedMappingsTable mappings={mappings} />
          </Section>
        ))}
      </Stack>
      {isTakingIn && <TakeInDialog onClose={takingIn.close} />}
    </>
  );
}
