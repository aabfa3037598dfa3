import { MappingScreen } from "#components/mapping/mapping-screen.tsx";

export const metadata = { title: "Mapping" };

export default async function MappingPage({ params }: { params: Promise<{ migrationId: string }> }) {
  const { migrationId } = await params;
  return <MappingScreen migrationId={migrationId} />;
}
