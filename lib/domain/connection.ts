export const environments = ["simulator", "demo", "production"] as const;
export type Environment = (typeof environments)[number];
export const environmentWords: Record<Environment, { label: string; colour: "teal" | "blue" | "red" }> = {
  simulator: { label: "SIMULATOR", colour: "teal" },
  demo: { label: "DEMO", colour: "blue" },
  production: { label: "PRODUCTION", colour: "red" },
};

/** The addresses Passfort gives out, by region (API contract §1.1). Anything else is typed in. */
export const knownAddresses = [
  { label: "Passfort (api.passfort.com)", baseUrl: "https://api.passfort.com/4.0" },
  { label: "Maxsight, United States (api.us.maxsight.com)", baseUrl: "https://api.us.maxsight.com/4.0" },
  { label: "Maxsight, European Union (api.eu.maxsight.com)", baseUrl: "https://api.eu.maxsight.com/4.0" },
  { label: "Maxsight, United Arab Emirates (api.ae.maxsight.com)", baseUrl: "https://api.ae.maxsight.com/4.0" },
] as const;
