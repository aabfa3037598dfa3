"use client";
import { Button, Group, Text } from "@mantine/core";
import { IconDownload, IconFileCheck, IconPencil } from "@tabler/icons-react";
import { useEffect, useRef, useState } from "react";
import { countOf } from "#components/chunks/number-words.ts";
import { LoadMore } from "#components/records/load-more.tsx";
import { PageSkeleton } from "#components/records/page-skeleton.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { ProblemAlert } from "#components/ui/problem-alert.tsx";
import { useCommand } from "#lib/client/mutations.ts";
import { useContractPages } from "#lib/client/queries.ts";
import { documentListHref, listDocuments, takeBackDocument } from "#lib/contracts/documents.ts";
import { type DocumentList, documentListWords } from "#lib/domain/document-list.ts";
import { DescribeDialog, type Describing } from "./describe-dialog.tsx";
import type { DocumentLine } from "./document-line.ts";
import { DocumentTable } from "./document-table.tsx";
import type { DocumentFilter } from "./documents-href.ts";
import { PreviewDialog } from "./preview-dialog.tsx";

const emptySentences: Record<DocumentList, string> = {
  matched: "Documents stand here when they have an owner in the book and a file that was uploaded.",
  missing: "Every file that a manifest names was uploaded.",
  owner_missing: "Every document that a manifest names has its owner in the book.",
  proposed: "No file without a manifest begins with the reference of a client or an associate.",
  surplus: "Every file that was uploaded is named by somebody.",
  refused: "Every file that was uploaded is one that Passfort takes.",
};

/** What can be done with chosen lines of a list: rows of manifests are corrected, proposals accepted. */
const actOf: Record<DocumentList, Describing["act"] | null> = {
  matched: "describe",
  missing: "describe",
  owner_missing: "describe",
  proposed: "accept",
  surplus: null,
  refused: null,
};

/** `standing`: whatever the screen knows of all lists; when it changes, this one is read again. */
type Props = { migrationId: string; filter: DocumentFilter; standing: string; mayPrepare: boolean };

/** One list of documents, page by page, with what can be done with its lines. */
export function FoundDocuments({ migrationId, filter, standing, mayPrepare }: Props) {
  const { list, search } = filter;
  const pages = useContractPages(
    listDocuments,
    { params: { migrationId }, query: { list, ...(search && { search }) } },
    { cursor: "after", nextOf: (reply) => reply.next },
  );
  const { refetch } = pages;
  const known = useRef(standing);
  useEffect(() => {
    if (known.current === standing) return;
    known.current = standing;
    void refetch();
  }, [standing, refetch]);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [describing, setDescribing] = useState<Describing | null>(null);
  const [previewed, setPreviewed] = useState<DocumentLine | null>(null);
  const takeBack = useCommand(takeBackDocument);
  if (pages.isPending) return <PageSkeleton what="the documents" />;
  if (!pages.data) return <ProblemAlert error={pages.error} onRetry={() => void pages.refetch()} />;
  const documents = pages.data.pages.flatMap((page) => page.documents);
  const act = mayPrepare ? actOf[list] : null;
  // What was accepted has no row that could be corrected.
  const choosable = documents.filter(({ kind }) => act !== "describe" || kind === "row");
  const ids = choosable.flatMap(({ id }) => (chosen.has(id) ? [id] : []));
  if (documents.length === 0)
    return (
      <EmptyState
        icon={<IconFileCheck size={22} />}
        title={search ? "Nothing matches" : `None ${documentListWords[list].label.toLowerCase()}`}
        sentence={
          search
            ? "No document of this list has these words in its name, its folders or its owner's reference."
            : emptySentences[list]
        }
      />
    );
  return (
    <>
      <Group justify="space-between" gap="xs" mb="xs">
        <Text size="sm" c="dimmed">
          {documentListWords[list].sentence}
        </Text>
        <Group gap="xs">
          {act && (
            <Button
              size="xs"
              leftSection={
                act === "accept" ? <IconFileCheck size={14} aria-hidden /> : <IconPencil size={14} aria-hidden />
              }
              disabled={ids.length === 0}
              onClick={() => setDescribing({ act, ids })}
            >
              {act === "accept"
                ? `Accept ${countOf(ids.length, "document")}…`
                : `Describe ${countOf(ids.length, "document")}…`}
            </Button>
          )}
          <Button
            component="a"
            href={documentListHref(migrationId, list)}
            download
            size="xs"
            variant="default"
            leftSection={<IconDownload size={14} aria-hidden />}
          >
            Download this list
          </Button>
        </Group>
      </Group>
      <ProblemAlert error={takeBack.error ?? pages.error} />
      <DocumentTable
        label="Documents"
        migrationId={migrationId}
        documents={documents}
        choice={act ? { chosen, onChoose: setChosen } : null}
        onPreview={setPreviewed}
        onTakeBack={mayPrepare ? ({ documentId }) => documentId && takeBack.mutate({ params: { documentId } }) : null}
      />
      <LoadMore
        shown={documents.length}
        total={pages.data.pages[0]?.total ?? documents.length}
        hasMore={pages.hasNextPage}
        loading={pages.isFetchingNextPage}
        onMore={() => void pages.fetchNextPage()}
        noun="documents"
      />
      <DescribeDialog
        migrationId={migrationId}
        describing={describing}
        onClose={() => setDescribing(null)}
        onDone={() => setChosen(new Set())}
      />
      <PreviewDialog document={previewed} onClose={() => setPreviewed(null)} />
    </>
  );
}
