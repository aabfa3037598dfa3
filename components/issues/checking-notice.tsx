"use client";
import { Paper, Progress, Stack, Text } from "@mantine/core";
import { percentOf } from "#components/chunks/number-words.ts";
import { plainNumber } from "#components/ui/count-identity.ts";
import type { ReplyOf } from "#lib/contracts/contract.ts";
import type { listFiles } from "#lib/contracts/files.ts";

export type SourceFile = ReplyOf<typeof listFiles>["files"][number];

/** Files whose rows are being checked now: the numbers on the page still move. */
export function CheckingNotice({ files }: { files: readonly SourceFile[] }) {
  if (files.length === 0) return null;
  return (
    <Paper p="md" role="status">
      <Stack gap="sm">
        <Text fw={600}>Rows are being checked. The numbers below still change.</Text>
        {files.map((file) => (
          <div key={file.id}>
            <Text size="sm">
              {file.name}: {plainNumber(file.checkedRows)} of {plainNumber(file.rowCount ?? 0)} rows, with mapping
              version {file.checkingVersion}
            </Text>
            <Progress
              value={percentOf(file.checkedRows, file.rowCount ?? 0)}
              aria-label={`Rows of ${file.name} checked`}
              mt={4}
            />
          </div>
        ))}
      </Stack>
    </Paper>
  );
}
