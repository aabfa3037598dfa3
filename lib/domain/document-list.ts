/** What documents are listed by, in the order in which a person settles them. A row may be both missing and without an owner. */
export const documentLists = ["matched", "missing", "owner_missing", "proposed", "surplus", "refused"] as const;
export type DocumentList = (typeof documentLists)[number];

/** What stands on a list, for its tab and for a sentence under it. */
export const documentListWords: Record<DocumentList, { label: string; sentence: string }> = {
  matched: { label: "Matched", sentence: "Each has an owner in the book and a file that Passfort takes." },
  missing: { label: "Missing", sentence: "A manifest names them, and no uploaded file is certainly meant." },
  owner_missing: { label: "Owner missing", sentence: "No client and no associate has the reference their row names." },
  proposed: {
    label: "Proposed",
    sentence:
      "No manifest names them, but their folder or name begins with a reference. They count when you accept them.",
  },
  surplus: { label: "Surplus", sentence: "They were uploaded, and nobody names them. They are not sent." },
  refused: { label: "Refused", sentence: "Passfort would not take them. Put them right and upload them again." },
};
