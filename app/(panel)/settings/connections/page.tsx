import { ConnectionsScreen } from "#components/connections/connections-screen.tsx";

export const metadata = { title: "Connections" };

export default function ConnectionsPage() {
  return <ConnectionsScreen />;
}
