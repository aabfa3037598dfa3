import { PlanScreen } from "#components/plan/plan-screen.tsx";

export const metadata = { title: "Plan" };

export default async function PlanPage({ params }: { params: Promise<{ migrationId: string }> }) {
  const { migrationId } = await params;
  return <PlanScreen migrationId={migrationId} />;
}
