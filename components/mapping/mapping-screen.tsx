"use client";
import { Button, Select, Skeleton, Stack, Text } from "@mantine/core";
import { IconTableOptions } from "@tabler/icons-react";
import Link from "next/link";
import { useRouter, useSearchParams } from "next/navigation";
import { useState } from "react";
import { stageHref } from "#components/migrations/stage-looks.ts";
import { fileLooks, type ListedFile } from "#components/source/file-words.ts";
import { rowKindLooks, rowKindOf } from "#components/source/row-kinds.ts";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { ProblemAlert } from "#components/ui/problem-alert.tsx";
import { useContract } from "#lib/client/queries.ts";
import { listFiles } from "#lib/contracts/files.ts";
import { readMapping } from "#lib/contracts/mapping.ts";
import { fileToMap } from "./file-to-map.ts";
import { MappingEditor } from "./mapping-editor.tsx";

export function MappingScreen({ migrationId }: { migrationId: string }) {
  const list = useContract(listFiles, { params: { migrationId } }, { refetchInterval: 10_000 });
  const router = useRouter();
  const asked = useSearchParams().get("file");
  const [isChanged, setChanged] = useState(false);
  const [openId, setOpenId] = useState<string | null>(null);
  const files = list.data?.files.filter((file) => fileLooks[file.status].hasRows) ?? [];
  const file = fileToMap(files, asked, openId);
  // Kept, or the file would change under whoever saves it: another one is the first without a mapping then.
  if (file && file.id !== openId) setOpenId(file.id);

  const open = (fileId: string | null) => {
    if (!fileId || fileId === file?.id) return;
    if (isChanged && !window.confirm("The mapping has changes that are not saved. Go to the other file all the same?"))
      return;
    router.replace(`${stageHref(migrationId, "mapping")}?file=${fileId}`);
  };

  return (
    <>
      <PageHead
        title="Mapping"
        description="Say for every column which field it becomes, or ignore it on purpose. Only what is mapped is sent to Passfort."
        actions={
          files.length > 1 &&
          file && (
            <Select
              label="File"
              w={{ base: "100%", xs: 320 }}
              allowDeselect={false}
              value={file.id}
              onChange={open}
              data={files.map((each) => ({ value: each.id, label: fileLabel(each) }))}
            />
          )
        }
      />
      <Stack gap="md">
        <ProblemAlert error={list.error} onRetry={() => void list.refetch()} />
        {list.isPending && <Skeleton h={320} />}
        {list.data && !file && (
          <EmptyState
            icon={<IconTableOptions size={22} />}
            title="No file to map yet"
            sentence="Upload an export first. As soon as a worker has read it, its columns appear here with suggestions."
            action={
              <Button component={Link} href={stageHref(migrationId, "files")}>
                Go to Files
              </Button>
            }
          />
        )}
        {file && files.length === 1 && <Text fw={600}>{fileLabel(file)}</Text>}
        {file && <OneFile key={file.id} migrationId={migrationId} fileId={file.id} onChanged={setChanged} />}
      </Stack>
    </>
  );
}

const fileLabel = (file: ListedFile): string =>
  `${file.name} · ${rowKindLooks[rowKindOf(file)].many} · ${file.mappingVersion === null ? "not mapped" : `version ${file.mappingVersion}`}`;

function OneFile({
  migrationId,
  fileId,
  onChanged,
}: {
  migrationId: string;
  fileId: string;
  onChanged: (isChanged: boolean) => void;
}) {
  const mapping = useContract(readMapping, { params: { fileId } }, { staleTime: 30_000 });
  if (mapping.data) return <MappingEditor migrationId={migrationId} mapping={mapping.data} onChanged={onChanged} />;
  return mapping.error ? (
    <ProblemAlert error={mapping.error} onRetry={() => void mapping.refetch()} />
  ) : (
    <Skeleton h={420} />
  );
}
