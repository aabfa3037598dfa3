import { Progress, Stack, Text } from "@mantine/core";
import { plainNumber } from "#components/ui/count-identity.ts";
import type { ReplyOf } from "#lib/contracts/contract.ts";
import type { listFixes } from "#lib/contracts/fixes.ts";

export type ShownFix = ReplyOf<typeof listFixes>["fixes"][number];

export const isUnderWay = (fix: ShownFix): boolean => fix.rechecked < fix.records;

/** How many records of a correction are checked again; nothing when all are. */
export function FixProgress({ fix }: { fix: ShownFix }) {
  if (!isUnderWay(fix)) return null;
  return (
    <Stack gap={4} mt="xs">
      <Progress value={(fix.rechecked / fix.records) * 100} aria-label="Checked again" animated />
      <Text size="xs" c="dimmed" role="status">
        {plainNumber(fix.rechecked)} of {plainNumber(fix.records)} checked again
      </Text>
    </Stack>
  );
}
