"use client";
import { Button, Group, Stack, Text, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { IconFileText, IconSearch } from "@tabler/icons-react";
import Link from "next/link";
import { useRouter, useSearchParams } from "next/navigation";
import { useState } from "react";
import { countOf } from "#components/chunks/number-words.ts";
import { PageSkeleton } from "#components/records/page-skeleton.tsx";
import { Section } from "#components/records/section.tsx";
import { useMe } from "#components/shell/me.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { ProblemAlert } from "#components/ui/problem-alert.tsx";
import { useLeaveGuard } from "#components/ui/use-leave-guard.ts";
import { useContract } from "#lib/client/queries.ts";
import { listDocumentBundles } from "#lib/contracts/documents.ts";
import { BundleList } from "./bundle-list.tsx";
import { bundleWords } from "./bundle-words.ts";
import { DocumentDrop } from "./document-drop.tsx";
import { DocumentTabs } from "./document-tabs.tsx";
import { type DocumentFilter, documentFilterOf, documentsHref } from "./documents-href.ts";
import { FoundDocuments } from "./found-documents.tsx";
import { useDocumentUploads } from "./use-document-uploads.ts";

/** Documents: the files themselves, whose they are, and what is missing before anything is sent. */
export function DocumentsScreen({ migrationId }: { migrationId: string }) {
  const me = useMe();
  const router = useRouter();
  const filter = documentFilterOf(useSearchParams());
  const { uploads, send, cancel } = useDocumentUploads(migrationId);
  const state = useContract(
    listDocumentBundles,
    { params: { migrationId } },
    {
      refetchInterval: ({ state: { data } }) =>
        data?.bundles.some(({ status }) => bundleWords[status].isUnderWay) ? 1000 : 10_000,
    },
  );
  useLeaveGuard(uploads.present ? "A document is still being uploaded; leaving stops it." : null);
  const change = (part: Partial<DocumentFilter>) =>
    router.replace(documentsHref(migrationId, { ...filter, ...part }), { scroll: false });
  const hasNothing = state.data && state.data.rows === 0 && state.data.files === 0 && state.data.bundles.length === 0;
  return (
    <>
      <PageHead
        title="Documents"
        description="Passports, statements and audit records of the clients. A manifest, uploaded under Files, says whose each is; here are the files. Nothing is sent to Passfort from here."
        actions={
          <Button component={Link} href={`/migrations/${migrationId}/files`} variant="default">
            To the files
          </Button>
        }
      />
      <Stack gap="lg">
        <ProblemAlert error={state.error} onRetry={() => void state.refetch()} />
        {state.isPending && <PageSkeleton what="the documents" />}
        {state.data && me.may("prepare") && (
          <DocumentDrop maxBytes={state.data.uploadMaxBytes} uploads={uploads} onPick={send} onCancel={cancel} />
        )}
        {hasNothing && (
          <EmptyState
            icon={<IconFileText size={22} />}
            title="No documents yet"
            sentence="Upload a ZIP archive of the documents here, and under Files a manifest: a table with an owner's reference, a file name and what the document is. Without a manifest, files in folders that begin with a client's reference are proposed to you."
          />
        )}
        {state.data && !hasNothing && (
          <>
            <Section title="Lists">
              <Stack gap="sm">
                <Text size="sm" role="status">
                  {countOf(state.data.rows, "row")} of manifests, {countOf(state.data.files, "uploaded file")}.
                </Text>
                <Group align="flex-end" gap="sm" justify="space-between">
                  <DocumentTabs counts={state.data.counts} list={filter.list} onList={(list) => change({ list })} />
                  <Search key={filter.list} value={filter.search} onSearch={(search) => change({ search })} />
                </Group>
                <FoundDocuments
                  key={`${filter.list} ${filter.search}`}
                  migrationId={migrationId}
                  filter={filter}
                  standing={JSON.stringify([state.data.counts, state.data.files])}
                  mayPrepare={me.may("prepare")}
                />
              </Stack>
            </Section>
            <BundleList bundles={state.data.bundles} mayWithdraw={me.may("prepare")} />
          </>
        )}
      </Stack>
    </>
  );
}

function Search({ value, onSearch }: { value: string; onSearch: (words: string) => void }) {
  const [words, setWords] = useState(value);
  const apply = useDebouncedCallback((typed: string) => onSearch(typed.trim()), 400);
  return (
    <TextInput
      label="Search"
      placeholder="Part of a name, or a reference"
      leftSection={<IconSearch size={15} aria-hidden />}
      value={words}
      onChange={(event) => {
        setWords(event.currentTarget.value);
        apply(event.currentTarget.value);
      }}
      maxLength={200}
      type="search"
      flex="0 1 280px"
    />
  );
}
