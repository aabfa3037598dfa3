import { ReviewScreen } from "#components/issues/review-screen.tsx";

export const metadata = { title: "Review" };

export default async function ReviewPage({ params }: { params: Promise<{ migrationId: string }> }) {
  const { migrationId } = await params;
  return <ReviewScreen migrationId={migrationId} />;
}
