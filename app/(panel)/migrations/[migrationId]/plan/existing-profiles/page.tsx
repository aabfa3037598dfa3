import { ExistingScreen } from "#components/existing/existing-screen.tsx";

export const metadata = { title: "Existing profiles" };

export default async function ExistingProfilesPage({ params }: { params: Promise<{ migrationId: string }> }) {
  const { migrationId } = await params;
  return <ExistingScreen migrationId={migrationId} />;
}
