import type { ReactNode } from "react";
import { MigrationFrame } from "#components/migrations/migration-frame.tsx";

export default async function MigrationLayout({
  children,
  params,
}: {
  children: ReactNode;
  params: Promise<{ migrationId: string }>;
}) {
  const { migrationId } = await params;
  return <MigrationFrame migrationId={migrationId}>{children}</MigrationFrame>;
}
