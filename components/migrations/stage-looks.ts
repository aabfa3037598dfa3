import { IconCheck, IconCircleDashed, IconPointFilled, type TablerIcon } from "@tabler/icons-react";
import type { ReplyOf } from "#lib/contracts/contract.ts";
import type { readMigration } from "#lib/contracts/migrations.ts";

export type Stage = ReplyOf<typeof readMigration>["stages"][number];

/** How far a stage is, in a word, an icon and a colour. */
export const stageLooks: Record<Stage["state"], { label: string; icon: TablerIcon; colour: string }> = {
  done: { label: "Done", icon: IconCheck, colour: "green" },
  current: { label: "Current", icon: IconPointFilled, colour: "ink" },
  waiting: { label: "Waiting", icon: IconCircleDashed, colour: "gray" },
};

export const stageHref = (migrationId: string, slug: string): string => `/migrations/${migrationId}/${slug}`;
