import { z } from "zod";
import { bytesDownload } from "#lib/http/bytes-download.ts";
import { handleRaw } from "#lib/http/handle-raw.ts";
import { refusalResponse } from "#lib/http/problem-of.ts";
import { openDocument } from "#lib/stages/documents/command/open-document.ts";

/** Always as a file to keep: an <img> shows it all the same, and nothing of a stranger ever becomes a page of ours. */
export const GET = handleRaw("look", "GET /api/documents/:documentId/content", async (ctx, _request, params) => {
  const documentId = z.uuid().safeParse(params.documentId);
  if (!documentId.success) return refusalResponse({ kind: "not_found", sentence: "There is no such document." });
  const opened = await openDocument(ctx, documentId.data);
  if (!opened.ok) return refusalResponse(opened.refusal);
  const { mediaType, fileName, bytes } = opened.value;
  return bytesDownload({ fileName, contentType: mediaType, pieces: bytes });
});
