import { SavedMappingScreen } from "#components/mapping-library/saved-mapping-screen.tsx";

export const metadata = { title: "A mapping of the library" };

export default async function SavedMappingPage({ params }: { params: Promise<{ savedMappingId: string }> }) {
  const { savedMappingId } = await params;
  return <SavedMappingScreen savedMappingId={savedMappingId} />;
}
