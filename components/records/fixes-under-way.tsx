"use client";
import { Card, Text } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { FixProgress, isUnderWay } from "#components/issues/fix-progress.tsx";
import { keyOfUrl, useContract } from "#lib/client/queries.ts";
import { listFixes } from "#lib/contracts/fixes.ts";
import { listInWords } from "#lib/domain/list-words.ts";

/** Corrections whose records a worker is still checking again; the list is read anew when the last one has ended. */
export function FixesUnderWay({ migrationId }: { migrationId: string }) {
  const queryClient = useQueryClient();
  const list = useContract(
    listFixes,
    { params: { migrationId } },
    { refetchInterval: ({ state }) => (state.data?.fixes.some(isUnderWay) ? 1_000 : 15_000) },
  );
  const underWay = list.data?.fixes.filter(isUnderWay) ?? [];
  const isAny = underWay.length > 0;
  useEffect(() => {
    if (!isAny) return;
    return () => void queryClient.invalidateQueries({ queryKey: keyOfUrl(`/api/migrations/${migrationId}/records`) });
  }, [isAny, migrationId, queryClient]);
  return underWay.map((fix) => (
    <Card key={fix.id} p="sm" mb="sm">
      <Text size="sm">
        {listInWords(fix.fields)} in {fix.fileName}: {fix.undoneAt ? "taken back" : "changed"}
      </Text>
      <FixProgress fix={fix} />
    </Card>
  ));
}
