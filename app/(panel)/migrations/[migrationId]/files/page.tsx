import { FilesScreen } from "#components/source/files-screen.tsx";

export const metadata = { title: "Files" };

export default async function FilesPage({ params }: { params: Promise<{ migrationId: string }> }) {
  const { migrationId } = await params;
  return <FilesScreen migrationId={migrationId} />;
}
