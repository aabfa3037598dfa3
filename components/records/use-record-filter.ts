"use client";
import { useRouter, useSearchParams } from "next/navigation";
import { type RecordFilter, recordFilterOf, recordsHref } from "./records-href.ts";

/** The filter of the record list; it lives in the address, so that a link shows a colleague the same. */
export function useRecordFilter(migrationId: string): [RecordFilter, (part: RecordFilter) => void] {
  const router = useRouter();
  const filter = recordFilterOf(useSearchParams());
  return [filter, (part) => router.replace(recordsHref(migrationId, { ...filter, ...part }), { scroll: false })];
}
