export const environments = ["simulator", "demo", "production"] as const;
export type Environment = (typeof environments)[number];
export const environmentWords: Record<Environment, { label: string; colour: "teal" | "blue" | "red" }> = {
  simulator: { label: "SIMULATOR", colour: "teal" },
  demo: { label: "DEMO", colour: "blue" },
  production: { label: "PRODUCTION", colour: "red" },
};
