"use client";
import { useState } from "react";
import { typedCountOf } from "#components/chunks/typed-count.ts";
import { useLook } from "#lib/client/queries.ts";
import { lookAtChosen } from "#lib/contracts/chosen-records.ts";
import type { ChosenRecords } from "./chosen-records.ts";

/**
 * What the server says of the chosen records, and what a command must repeat of it. `seen` is null until that is known, and until the
 * number was typed where it must be.
 */
export function useChosen({ migrationId, chosen, isAll }: ChosenRecords) {
  const [typed, setTyped] = useState("");
  const look = useLook(lookAtChosen, { params: { migrationId }, body: { chosen } });
  const isMeant = !isAll || typedCountOf(typed) === look.data?.records;
  const seen = look.data && isMeant ? { chosen, mark: look.data.mark, count: look.data.records } : null;
  return { look, typed, setTyped, seen };
}
