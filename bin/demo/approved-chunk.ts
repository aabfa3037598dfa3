import { approveChunk, draftChunk, readChunk, submitChunk } from "../../lib/contracts/chunks.ts";
import type { BodyOf } from "../../lib/contracts/contract.ts";
import type { Panel } from "./panel.ts";

/** Drafts a chunk, hands it over, and has the second person approve exactly what they were shown. */
export async function approvedChunk(
  operator: Panel,
  approver: Panel,
  migrationId: string,
  { comment = "", ...drafted }: BodyOf<typeof draftChunk> & { comment?: string },
): Promise<{ chunkId: string; number: number }> {
  const { chunkId } = await operator.call(draftChunk, { params: { migrationId }, body: drafted });
  await operator.call(submitChunk, { params: { chunkId } });
  const { fingerprint, number } = await approver.call(readChunk, { params: { chunkId } });
  await approver.call(approveChunk, { params: { chunkId }, body: { fingerprint, comment } });
  return { chunkId, number };
}
