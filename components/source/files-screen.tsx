"use client";
import { Button, Group, Skeleton, Stack, Title } from "@mantine/core";
import { IconArrowRight, IconFiles } from "@tabler/icons-react";
import Link from "next/link";
import { useState } from "react";
import { stageHref } from "#components/migrations/stage-looks.ts";
import { useMe } from "#components/shell/me.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { ProblemAlert } from "#components/ui/problem-alert.tsx";
import { useLeaveGuard } from "#components/ui/use-leave-guard.ts";
import { useContract } from "#lib/client/queries.ts";
import { listFiles } from "#lib/contracts/files.ts";
import { sourceFileMachine } from "#lib/domain/source-file.ts";
import { sourcesOf } from "#lib/domain/state-machine.ts";
import { ChangeKind } from "./change-kind.tsx";
import { DocumentsLink } from "./documents-link.tsx";
import { FileCard } from "./file-card.tsx";
import { FileDrop } from "./file-drop.tsx";
import { fileLooks, isUnderWay, type ListedFile } from "./file-words.ts";
import { HowRead } from "./how-read.tsx";
import { RowsDrawer } from "./rows-drawer.tsx";
import { TemplateLinks } from "./template-links.tsx";
import { UploadCard } from "./upload-card.tsx";
import { isMoving } from "./upload-phases.ts";
import { useUploads } from "./use-uploads.ts";
import { WithdrawFile } from "./withdraw-file.tsx";

const withdrawable = sourcesOf(sourceFileMachine, "withdrawn");

export function FilesScreen({ migrationId }: { migrationId: string }) {
  const me = useMe();
  const list = useContract(
    listFiles,
    { params: { migrationId } },
    { refetchInterval: ({ state }) => (state.data?.files.some(isUnderWay) ? 1000 : 10_000) },
  );
  const { uploads, pick, start, leaveOut, chooseKind } = useUploads(migrationId);
  const [previewed, setPreviewed] = useState<ListedFile | null>(null);
  const [explained, setExplained] = useState<ListedFile | null>(null);
  const [changing, setChanging] = useState<ListedFile | null>(null);
  const [withdrawing, setWithdrawing] = useState<ListedFile | null>(null);
  useLeaveGuard(uploads.some(isMoving) ? "A file is still being uploaded; leaving stops it." : null);

  const files = list.data?.files ?? [];
  const mappingHref = stageHref(migrationId, "mapping");
  const canStartAll = uploads.filter((upload) => !isMoving(upload) && upload.rowKind);

  return (
    <>
      <PageHead
        title="Files"
        description="Upload the exports of the old system. Every cell is kept as it was written; nothing is sent to Passfort from here."
        actions={
          files.some((file) => fileLooks[file.status].hasRows) && (
            <Button component={Link} href={mappingHref} rightSection={<IconArrowRight size={16} aria-hidden />}>
              Go to Mapping
            </Button>
          )
        }
      />
      <Stack gap="md">
        <ProblemAlert error={list.error} onRetry={() => void list.refetch()} />
        <DocumentsLink migrationId={migrationId} />
        {me.may("prepare") && list.data && (
          <>
            <FileDrop maxBytes={list.data.uploadMaxBytes} onPick={(picked) => void pick(picked)} />
            <TemplateLinks />
          </>
        )}
        {uploads.length > 0 && (
          <section aria-labelledby="uploads-title">
            <Group justify="space-between" mb="xs">
              <Title order={2} id="uploads-title">
                Chosen for upload
              </Title>
              {canStartAll.length > 1 && (
                <Button size="xs" onClick={() => canStartAll.forEach(start)}>
                  Upload all {canStartAll.length}
                </Button>
              )}
            </Group>
            <Stack component="ul" gap="xs" m={0} p={0} style={{ listStyle: "none" }}>
              {uploads.map((upload) => (
                <UploadCard
                  key={upload.id}
                  upload={upload}
                  onChooseKind={(rowKind) => chooseKind(upload.id, rowKind)}
                  onStart={() => start(upload)}
                  onLeaveOut={() => leaveOut(upload.id)}
                />
              ))}
            </Stack>
          </section>
        )}
        <section aria-labelledby="files-title">
          <Title order={2} id="files-title" mb="xs">
            Files of this migration
          </Title>
          {list.isPending && <Skeleton h={110} />}
          {list.data && files.length === 0 && (
            <EmptyState
              icon={<IconFiles size={22} />}
              title="No files yet"
              sentence="Export the clients from the old system as CSV, XLSX or JSON: individuals, companies, both in one, their associates beside them or in files of their own. The first row names the columns; they may have any names and any order."
            />
          )}
          <Stack component="ul" gap="xs" m={0} p={0} style={{ listStyle: "none" }}>
            {files.map((file) => (
              <FileCard
                key={file.id}
                file={file}
                mappingHref={`${mappingHref}?file=${file.id}`}
                onPreview={() => setPreviewed(file)}
                onExplain={() => setExplained(file)}
                onChangeKind={me.may("prepare") ? () => setChanging(file) : null}
                onWithdraw={me.may("prepare") && withdrawable.includes(file.status) ? () => setWithdrawing(file) : null}
              />
            ))}
          </Stack>
        </section>
      </Stack>
      <RowsDrawer file={previewed} onClose={() => setPreviewed(null)} />
      <HowRead file={explained} mayChange={me.may("prepare")} onClose={() => setExplained(null)} />
      <ChangeKind file={changing} onClose={() => setChanging(null)} />
      <WithdrawFile file={withdrawing} onClose={() => setWithdrawing(null)} />
    </>
  );
}
