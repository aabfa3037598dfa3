import type { ImageUpload } from "./profile.ts";

/** Metadata only: what was uploaded never comes back (API contract §6). */
export function showImage(image: ImageUpload) {
  return {
    id: image.id,
    image_type: image.imageType,
    upload_date: image.uploadDate,
    encrypted_data: {},
    ...(image.documentType ? { document_type: image.documentType } : {}),
    ...(image.documentCategory ? { document_category: image.documentCategory } : {}),
  };
}
