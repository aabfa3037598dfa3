export type HangsOn = {
  /** Names of the migrations whose plan sends through the connection. */
  planned: readonly string[];
  chunks: number;
  smokeRuns: number;
};

/** Why a connection cannot be removed, in a sentence, or null. */
export function removalProblem(name: string, { planned, chunks, smokeRuns }: HangsOn): string | null {
  if (chunks > 0)
    return `${chunks === 1 ? "One chunk was" : `${chunks} chunks were`} made for “${name}”, and what was sent stays accounted for by its connection. It cannot be removed; put a new key into it instead, or leave it.`;
  if (planned.length > 0)
    return `${planned.length === 1 ? "The plan of the migration" : "The plans of the migrations"} ${listed(planned)} ${planned.length === 1 ? "sends" : "send"} through “${name}”. Choose another connection there first.`;
  if (smokeRuns > 0) return `A smoke run is under way on “${name}”. Wait until it has ended.`;
  return null;
}

function listed(names: readonly string[]): string {
  const quoted = names.map((name) => `“${name}”`);
  return quoted.length < 2 ? quoted.join("") : `${quoted.slice(0, -1).join(", ")} and ${quoted.at(-1)}`;
}
