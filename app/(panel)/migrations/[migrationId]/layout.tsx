import type { ReactNode } from "react";
import { MigrationHead } from "#components/migrations/migration-head.tsx";

export default async function MigrationLayout({
  children,
  params,
}: {
  children: ReactNode;
  params: Promise<{ migrationId: string }>;
}) {
  const { migrationId } = await params;
  return (
    <>
      <MigrationHead migrationId={migrationId} />
      {children}
    </>
  );
}
