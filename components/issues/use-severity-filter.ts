"use client";
import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { type SeverityFilter, severityFilterOf } from "./severity-filter.ts";

/** The severity chosen on the review screen; it lives in the address, so that a link shows a colleague the same. */
export function useSeverityFilter(): [SeverityFilter, (filter: SeverityFilter) => void] {
  const router = useRouter();
  const path = usePathname();
  const filter = severityFilterOf(useSearchParams().get("severity"));
  return [
    filter,
    (chosen) => router.replace(chosen === "all" ? path : `${path}?severity=${chosen}`, { scroll: false }),
  ];
}
