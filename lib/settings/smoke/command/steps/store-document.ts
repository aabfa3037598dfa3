import { z } from "zod";
import { differs, type Finding, failedBy, notTried, proved } from "../../finding.ts";
import { onePixelPng } from "../../made-up.ts";
import type { Trial } from "../trial.ts";

const held = z.object({ documents: z.array(z.object({ id: z.string() })).default([]) });

/** Two calls, and a look at the collected data: a later write would drop what is not read first (API contract §6). */
export async function storeDocument({ individualId, passfort }: Trial): Promise<Finding> {
  if (!individualId) return notTried("No individual was created.");
  const before = await passfort.readData(individualId);
  if (!before.ok) return failedBy("The collected data could not be read", before.failure);
  const image = await passfort.uploadDocumentImage(individualId, { imageType: "FRONT", content: onePixelPng() });
  if (!image.ok) return failedBy("The image was not taken", image.failure);
  const added = await passfort.addDocument(individualId, {
    category: "SUPPORTING",
    documentType: "MISCELLANEOUS",
    imageIds: [image.value.imageId],
  });
  if (!added.ok) return failedBy("The image was taken, but not the document", added.failure);
  const after = await passfort.readData(individualId);
  if (!after.ok) return failedBy("The collected data could not be read again", after.failure);
  const documents = held.safeParse(after.value.data);
  const isThere = documents.success && documents.data.documents.some(({ id }) => id === added.value.documentId);
  if (!isThere) return differs("The document was taken, but it does not stand in the collected data.");
  const etag =
    before.value.etag === after.value.etag
      ? "The ETag stayed the same, so a write could drop it unseen."
      : "The ETag changed with it, so no write can drop it unseen.";
  return before.value.etag === after.value.etag
    ? differs(`The document stands in the collected data. ${etag}`)
    : proved(`The document stands in the collected data. ${etag}`);
}
