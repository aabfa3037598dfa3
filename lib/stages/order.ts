/** The route, once and in order: the stepper shows these, and an address ends with their slug. */
export const stages = [
  { slug: "files", label: "Files", rooms: ["upload", "parse", "documents"] },
  { slug: "mapping", label: "Mapping", rooms: ["map"] },
  { slug: "review", label: "Review", rooms: ["validate"] },
  { slug: "plan", label: "Plan", rooms: ["plan"] },
  { slug: "chunks", label: "Chunks", rooms: ["approve", "send"] },
  { slug: "records", label: "Records", rooms: ["receive"] },
  { slug: "report", label: "Report", rooms: ["report"] },
] as const;
export type StageSlug = (typeof stages)[number]["slug"];
