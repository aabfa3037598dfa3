"use client";
import { Drawer, Group, NumberInput, Pagination, Skeleton, Stack, Text } from "@mantine/core";
import { keepPreviousData } from "@tanstack/react-query";
import { useState } from "react";
import { plainNumber } from "#components/ui/count-identity.ts";
import { ProblemAlert } from "#components/ui/problem-alert.tsx";
import { useContract } from "#lib/client/queries.ts";
import { readRows } from "#lib/contracts/files.ts";
import type { ListedFile } from "./file-words.ts";
import { RowsTable } from "./rows-table.tsx";

/** Rows of one answer of `readRows`. */
const pageRows = 100;

export function RowsDrawer({ file, onClose }: { file: ListedFile | null; onClose: () => void }) {
  return (
    <Drawer
      opened={file !== null}
      onClose={onClose}
      size="min(1200px, 94vw)"
      title={file ? `Rows of ${file.name}` : ""}
    >
      {file && <Rows file={file} />}
    </Drawer>
  );
}

function Rows({ file }: { file: ListedFile }) {
  const [page, setPage] = useState(1);
  const rows = useContract(
    readRows,
    { params: { fileId: file.id }, query: { after: (page - 1) * pageRows } },
    { placeholderData: keepPreviousData, staleTime: Number.POSITIVE_INFINITY },
  );
  const pages = Math.max(1, Math.ceil((rows.data?.rowCount ?? file.rowCount ?? 0) / pageRows));
  return (
    <Stack gap="xs">
      <ProblemAlert error={rows.error} onRetry={() => void rows.refetch()} />
      <Group justify="space-between" gap="xs">
        <Text c="dimmed" role="status">
          {rows.data
            ? `${plainNumber(rows.data.rowCount)} rows. “Line” is the line in the file itself, for looking it up there.`
            : "Reading the rows…"}
        </Text>
        <Group gap="sm">
          <NumberInput
            size="xs"
            w={150}
            aria-label="Go to row"
            placeholder="Go to row…"
            min={1}
            max={pages * pageRows}
            hideControls
            onKeyDown={(event) => {
              const row = Number(event.currentTarget.value.replace(/\D/g, ""));
              if (event.key === "Enter" && row > 0) setPage(Math.min(pages, Math.ceil(row / pageRows)));
            }}
          />
          <Pagination
            size="sm"
            value={page}
            onChange={setPage}
            total={pages}
            siblings={1}
            getControlProps={(control) => ({ "aria-label": `${control} page` })}
            getItemProps={(item) => ({ "aria-label": `Page ${item}` })}
          />
        </Group>
      </Group>
      {rows.data ? (
        <RowsTable fileName={file.name} columns={rows.data.columns} rows={rows.data.rows} />
      ) : (
        <Skeleton h={320} />
      )}
    </Stack>
  );
}
