import { countOf } from "#components/chunks/number-words.ts";
import { dayWords } from "#components/records/day-words.ts";
import type { ShownEdge, ShownNode, ShownStructure } from "./structure.ts";

type Named = Pick<ShownNode, "recordId" | "name" | "reference">;
type Kind = Pick<ShownNode, "entityType" | "isClient" | "reference" | "companies">;
type Place = Pick<ShownEdge, "role" | "percentage" | "appointedOn" | "resignedOn" | "isResigned">;

/** What a node is called: its name, or the reference that is in no file. */
export const nameWords = ({ recordId, name, reference }: Named): string =>
  recordId === null ? `${reference ?? "nobody"} (in no file)` : name || reference || "no name";

/** `Company, client · C-2 · in 2 companies`. */
export function kindWords({ entityType, isClient, reference, companies }: Kind): string {
  if (entityType === null) return "";
  const kind = entityType === "company" ? "Company" : "Person";
  return [isClient ? `${kind}, client` : kind, reference, companies > 1 && `in ${companies} companies`]
    .filter(Boolean)
    .join(" · ");
}

/** `Shareholder, 75 %, appointed 1 Mar 2015, resigned 4 May 2020`. */
export const placeWords = ({ role, percentage, appointedOn, resignedOn, isResigned }: Place): string =>
  [
    role,
    percentage !== null && `${percentage} %`,
    appointedOn && `appointed ${dayWords(appointedOn)}`,
    resignedOn && `${isResigned ? "resigned" : "resigns"} ${dayWords(resignedOn)}`,
  ]
    .filter(Boolean)
    .join(", ");

/** How many profiles the family becomes, and why one person may become several; null where there is nothing to say. */
export function profileWords({ profiles, nodes, edges, rootKey }: ShownStructure): string | null {
  const below = new Set(edges.filter((edge) => edge.below).map(({ associateKey }) => associateKey));
  const shared = nodes.filter(({ key, companies }) => key !== rootKey && below.has(key) && companies > 1).length;
  const ownCompanies = nodes.find(({ key }) => key === rootKey)?.companies ?? 0;
  const sentences = [
    profiles &&
      `This family is ${countOf(profiles.associates + 1, "profile")} in Passfort: the company and ${countOf(profiles.associates, "associate")}, one for every link.`,
    profiles &&
      profiles.invalid > 0 &&
      `${countOf(profiles.invalid, "of these links has", "of these links have")} errors.`,
    shared > 0 &&
      `${countOf(shared, "associate below stands", "associates below stand")} in several companies: Passfort shares none between companies, so each becomes one profile per company.`,
    ownCompanies > 1 &&
      `This record is an associate in ${ownCompanies} companies and becomes one associate profile in each, for Passfort shares none.`,
  ].filter(Boolean);
  return sentences.length === 0 ? null : sentences.join(" ");
}

/** What of the structure cannot be seen here. */
export const limitWords = ({ leftOut, tooDeep, edges, nodes }: ShownStructure): string[] =>
  [
    leftOut && `There is more than can be shown: these are the nearest ${nodes.length}.`,
    tooDeep && "What lies more than ten levels away is not shown; Passfort takes ten levels.",
    edges.some(({ closesCircle }) => closesCircle) &&
      "Companies hold each other in a circle. The link that leads back is marked, and not followed again.",
  ].filter((sentence) => sentence !== false);
