import { RecordsScreen } from "#components/records/records-screen.tsx";

export const metadata = { title: "Records" };

export default async function RecordsPage({ params }: { params: Promise<{ migrationId: string }> }) {
  const { migrationId } = await params;
  return <RecordsScreen migrationId={migrationId} />;
}
