"use client";
import { useRouter, useSearchParams } from "next/navigation";
import type { FailureFilter } from "#lib/domain/failure-filter.ts";
import type { ChunkDashboard } from "./chunk-dashboard.ts";
import { failureFilterOf, failuresHref } from "./failures-href.ts";

/** The filter of the clients that were not created; it lives in the address, so that it is still there after a look at one of them. */
export function useFailureFilter(chunk: ChunkDashboard): [FailureFilter, (filter: FailureFilter) => void] {
  const router = useRouter();
  return [
    failureFilterOf(useSearchParams()),
    (filter) => router.replace(failuresHref(chunk, filter), { scroll: false }),
  ];
}
