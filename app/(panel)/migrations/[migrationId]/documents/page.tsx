import { DocumentsScreen } from "#components/documents/documents-screen.tsx";

export const metadata = { title: "Documents" };

export default async function DocumentsPage({ params }: { params: Promise<{ migrationId: string }> }) {
  const { migrationId } = await params;
  return <DocumentsScreen migrationId={migrationId} />;
}
