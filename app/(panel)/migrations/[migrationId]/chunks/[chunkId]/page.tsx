import { ChunkScreen } from "#components/chunks/chunk-screen.tsx";

export const metadata = { title: "Chunk" };

export default async function ChunkPage({ params }: { params: Promise<{ chunkId: string }> }) {
  const { chunkId } = await params;
  return <ChunkScreen chunkId={chunkId} />;
}
