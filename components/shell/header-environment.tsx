"use client";
import { useParams } from "next/navigation";
import { EnvironmentBadge } from "#components/ui/environment-banner.tsx";
import { useContract } from "#lib/client/queries.ts";
import { readMigration } from "#lib/contracts/migrations.ts";

/** The environment of the migration on screen; nothing where none is known. */
export function HeaderEnvironment() {
  const { migrationId } = useParams<{ migrationId?: string }>();
  return migrationId ? <OfMigration migrationId={migrationId} /> : null;
}

function OfMigration({ migrationId }: { migrationId: string }) {
  const migration = useContract(readMigration, { params: { migrationId } });
  return migration.data?.environment ? <EnvironmentBadge environment={migration.data.environment} /> : null;
}
