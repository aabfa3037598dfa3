import { MigrationsScreen } from "#components/migrations/migrations-screen.tsx";

export const metadata = { title: "Migrations" };

export default function MigrationsPage() {
  return <MigrationsScreen />;
}
