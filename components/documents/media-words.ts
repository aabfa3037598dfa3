const labels: Partial<Record<string, string>> = {
  "application/pdf": "PDF",
  "image/jpeg": "JPEG",
  "image/png": "PNG",
  "image/gif": "GIF",
  "image/tiff": "TIFF",
};

/** `PDF`: what the bytes of a document are. */
export const mediaWords = (mediaType: string): string => labels[mediaType] ?? mediaType;

/** How a browser can show it; null: not at all. */
export function previewOf(mediaType: string | null): "image" | "pdf" | null {
  if (mediaType === "application/pdf") return "pdf";
  return mediaType?.startsWith("image/") && mediaType !== "image/tiff" ? "image" : null;
}
