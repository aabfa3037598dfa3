import { OverviewScreen } from "#components/migrations/overview-screen.tsx";

export const metadata = { title: "Overview" };

export default async function OverviewPage({ params }: { params: Promise<{ migrationId: string }> }) {
  const { migrationId } = await params;
  return <OverviewScreen migrationId={migrationId} />;
}
