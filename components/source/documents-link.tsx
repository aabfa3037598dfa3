import { Anchor, Text } from "@mantine/core";
import Link from "next/link";
import { countOf } from "#components/chunks/number-words.ts";
import { documentsHref } from "#components/documents/documents-href.ts";
import { useContract } from "#lib/client/queries.ts";
import { listDocumentBundles } from "#lib/contracts/documents.ts";

/** Where the documents themselves are uploaded, and how they stand. */
export function DocumentsLink({ migrationId }: { migrationId: string }) {
  const state = useContract(listDocumentBundles, { params: { migrationId } }, { refetchInterval: 10_000 });
  const { counts, rows = 0, files = 0 } = state.data ?? {};
  return (
    <Text size="sm">
      <Anchor component={Link} href={documentsHref(migrationId)} inherit underline="always">
        Documents of clients
      </Anchor>{" "}
      (passports, statements, audit records) have a place of their own
      {counts && rows + files > 0
        ? `: ${countOf(counts.matched ?? 0, "document")} matched, ${counts.missing ?? 0} missing, ${counts.surplus ?? 0} surplus, ${counts.refused ?? 0} refused.`
        : "."}
    </Text>
  );
}
