import { RecordScreen } from "#components/records/record-screen.tsx";

export const metadata = { title: "Record" };

export default async function RecordPage({ params }: { params: Promise<{ recordId: string }> }) {
  const { recordId } = await params;
  return <RecordScreen recordId={recordId} />;
}
