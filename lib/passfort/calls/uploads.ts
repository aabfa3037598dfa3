import type { CallResult } from "../../domain/failure.ts";
import { type Caller, makeCall, mapped, pathOf } from "../call.ts";
import { unsendable, unsendableFile } from "../unsendable.ts";
import {
  documentAnswer,
  documentImageAnswer,
  documentImageRequest,
  documentImagesAnswer,
  documentRequest,
  fileAnswer,
  fileRequest,
} from "../wire/upload.ts";

/** 50 MB as base64 is 37 MB of file; which of the two Passfort means is not published (API contract §6). */
export const uploadBytesMax = 37_000_000;
/** Base64 of the largest file needs time to leave; Passfort's own 60 s are for its answer. */
export const uploadTimeoutMs = 130_000;

export type UploadCalls = {
  /**
   * Uploads a file, for notes: GIF, JPG, PNG, PDF or TIFF. Passfort never gives the bytes back, so keep their SHA-256 and
   * this id (API contract §6). Not repeatable: every success is another file.
   */
  uploadFile(
    profileId: string,
    file: { content: Uint8Array; name?: string },
  ): Promise<CallResult<{ fileId: string; name: string }>>;
  /** The first of a document's two calls. A single page goes as FRONT (API contract §6). */
  uploadDocumentImage(
    profileId: string,
    image: { imageType: "FRONT" | "BACK" | "FACE"; content: Uint8Array },
  ): Promise<CallResult<{ imageId: string }>>;
  /** Every image of a profile, what it is but not its bytes, oldest first where Passfort keeps the order. */
  listDocumentImages(profileId: string): Promise<CallResult<{ imageId: string }[]>>;
  /** The second. The document lives in the collected data: a later replace from an older reading would drop it (API contract §6). */
  addDocument(
    profileId: string,
    document: { category: string; documentType: string; imageIds: readonly string[] },
  ): Promise<CallResult<{ documentId: string }>>;
};

export function uploadCalls(caller: Caller): UploadCalls {
  return {
    async uploadFile(profileId, { content, name }) {
      const unfit = unfitBecause(content);
      if (unfit) return unsendableFile(unfit);
      const request = fileRequest.safeParse({ data: base64Of(content), ...(name === undefined ? {} : { name }) });
      if (!request.success) return unsendable(request.error);
      const answer = await makeCall(caller, {
        name: "upload_file",
        effect: "write",
        method: "POST",
        path: pathOf("profiles", profileId, "files"),
        body: request.data,
        // Not the content: nobody repeats 50 MB in a message.
        sent: { name },
        answer: fileAnswer,
        timeoutMs: uploadTimeoutMs,
        profileId,
      });
      return mapped(answer, (file) => ({ fileId: file.id, name: file.name ?? name ?? "" }));
    },

    async uploadDocumentImage(profileId, { imageType, content }) {
      const unfit = unfitBecause(content);
      if (unfit) return unsendableFile(unfit);
      const request = documentImageRequest.safeParse({ image_type: imageType, data: base64Of(content) });
      if (!request.success) return unsendable(request.error);
      const answer = await makeCall(caller, {
        name: "upload_document_image",
        effect: "write",
        method: "POST",
        path: pathOf("profiles", profileId, "document_images"),
        body: request.data,
        sent: null,
        answer: documentImageAnswer,
        timeoutMs: uploadTimeoutMs,
        profileId,
      });
      return mapped(answer, ({ id }) => ({ imageId: id }));
    },

    async listDocumentImages(profileId) {
      const answer = await makeCall(caller, {
        name: "list_document_images",
        effect: "read",
        method: "GET",
        path: pathOf("profiles", profileId, "document_images"),
        answer: documentImagesAnswer,
        profileId,
      });
      return mapped(answer, (images) => images.map(({ id }) => ({ imageId: id })));
    },

    async addDocument(profileId, { category, documentType, imageIds }) {
      const request = documentRequest.safeParse({
        category,
        document_type: documentType,
        images: imageIds.map((id) => ({ id })),
      });
      if (!request.success) return unsendable(request.error);
      const answer = await makeCall(caller, {
        name: "add_document",
        effect: "write",
        method: "POST",
        path: pathOf("profiles", profileId, "collected_data", "documents"),
        body: request.data,
        sent: null,
        answer: documentAnswer,
        profileId,
      });
      return mapped(answer, ({ id }) => ({ documentId: id }));
    },
  };
}

function unfitBecause(content: Uint8Array): string | undefined {
  if (content.byteLength === 0) return "the file is empty";
  if (content.byteLength > uploadBytesMax) return `the file is larger than ${uploadBytesMax / 1_000_000} MB`;
  return undefined;
}

function base64Of(content: Uint8Array): string {
  return Buffer.from(content.buffer, content.byteOffset, content.byteLength).toString("base64");
}
