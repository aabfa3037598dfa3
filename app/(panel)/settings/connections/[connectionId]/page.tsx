import { ConnectionScreen } from "#components/connections/connection-screen.tsx";

export const metadata = { title: "Connection" };

export default async function ConnectionPage({ params }: { params: Promise<{ connectionId: string }> }) {
  const { connectionId } = await params;
  return <ConnectionScreen connectionId={connectionId} />;
}
