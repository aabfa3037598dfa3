"use client";
import { Text } from "@mantine/core";
import { useState } from "react";
import { countOf } from "#components/chunks/number-words.ts";
import type { DocumentLine } from "#components/documents/document-line.ts";
import { DocumentTable } from "#components/documents/document-table.tsx";
import { PreviewDialog } from "#components/documents/preview-dialog.tsx";
import { ProblemAlert } from "#components/ui/problem-alert.tsx";
import { useContract } from "#lib/client/queries.ts";
import { listRecordDocuments } from "#lib/contracts/documents.ts";
import { isEntity } from "#lib/domain/record-role.ts";
import type { ShownRecord } from "./record.ts";
import { Section } from "./section.tsx";

/** The documents of this client or associate: of manifests, accepted, and proposed. */
export function RecordDocuments({ record }: { record: ShownRecord }) {
  return isEntity(record.role) ? <Listed record={record} /> : null;
}

function Listed({ record }: { record: ShownRecord }) {
  const list = useContract(listRecordDocuments, { params: { recordId: record.id } }, { refetchInterval: 10_000 });
  const [previewed, setPreviewed] = useState<DocumentLine | null>(null);
  const documents = list.data?.documents ?? [];
  return (
    <Section title="Documents">
      <ProblemAlert error={list.error} onRetry={() => void list.refetch()} />
      {list.data && documents.length === 0 && (
        <Text size="sm" c="dimmed">
          No manifest names a document of this {record.role}, and no file begins with its reference.
        </Text>
      )}
      {documents.length > 0 && (
        <>
          <DocumentTable
            label="Documents of this record"
            migrationId={record.migrationId}
            documents={documents}
            choice={null}
            withOwner={false}
            onPreview={setPreviewed}
            onTakeBack={null}
          />
          {list.data && list.data.total > documents.length && (
            <Text size="xs" c="dimmed" mt={4}>
              {documents.length} of {countOf(list.data.total, "document")} shown.
            </Text>
          )}
        </>
      )}
      <PreviewDialog document={previewed} onClose={() => setPreviewed(null)} />
    </Section>
  );
}
