import { ReportScreen } from "#components/report/report-screen.tsx";

export const metadata = { title: "Report" };

export default async function ReportPage({ params }: { params: Promise<{ migrationId: string }> }) {
  const { migrationId } = await params;
  return <ReportScreen migrationId={migrationId} />;
}
