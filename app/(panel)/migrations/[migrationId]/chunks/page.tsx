import { ChunksScreen } from "#components/chunks/chunks-screen.tsx";

export const metadata = { title: "Chunks" };

export default async function ChunksPage({ params }: { params: Promise<{ migrationId: string }> }) {
  const { migrationId } = await params;
  return <ChunksScreen migrationId={migrationId} />;
}
