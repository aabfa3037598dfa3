/** The only content types under which a document ever reaches a browser, with the ending of its name. Never what the file itself claims. */
export const endingByMediaType = {
  "application/pdf": "pdf",
  "image/jpeg": "jpg",
  "image/png": "png",
  "image/gif": "gif",
  "image/tiff": "tif",
} as const;
export type SentAs = keyof typeof endingByMediaType;

export const isSentAs = (mediaType: string): mediaType is SentAs => mediaType in endingByMediaType;
