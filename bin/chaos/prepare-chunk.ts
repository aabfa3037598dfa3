import { launchChunk } from "../../lib/contracts/chunks.ts";
import { listCauses } from "../../lib/contracts/issues.ts";
import { createMigration } from "../../lib/contracts/migrations.ts";
import { savePlan } from "../../lib/contracts/plan.ts";
import { demoPassword } from "../../lib/settings/people/demo-people.ts";
import { acknowledgeWarnings } from "../demo/acknowledge-warnings.ts";
import { approvedChunk } from "../demo/approved-chunk.ts";
import { bringIn } from "../demo/bring-in.ts";
import { type Panel, signIn } from "../demo/panel.ts";
import { simulatorConnection } from "../demo/simulator-connection.ts";
import type { ChaosBook } from "./book.ts";

export const processes = 5;

export type Chunk = { operator: Panel; migrationId: string; chunkId: string };

/** From a book to a chunk that a second person approved, over the panel's own doors; `launch` sends it off. */
export async function prepareChunk(baseUrl: string, book: ChaosBook): Promise<Chunk & { launch(): Promise<void> }> {
  const operator = await signIn(baseUrl, "operator@causeway.example", demoPassword);
  const approver = await signIn(baseUrl, "approver@causeway.example", demoPassword);
  const { migrationId } = await operator.call(createMigration, { body: { name: "Chaos", sourceSystem: "Generated" } });
  await bringIn(operator, migrationId, { entityType: "individual", name: "people.csv", content: book.individualsCsv });
  await bringIn(operator, migrationId, { entityType: "company", name: "companies.csv", content: book.companiesCsv });
  await operator.call(savePlan, {
    params: { migrationId },
    body: {
      connectionId: (await simulatorConnection(operator)).id,
      track: "full_onboarding",
      limitedMethod: null,
      productAliasIndividual: "individual_onboarding",
      productAliasCompany: "company_onboarding",
      tags: ["migrated"],
    },
  });
  await acknowledgeWarnings(operator, migrationId, "Chaos: people who do not exist");
  const { counts } = await operator.call(listCauses, { params: { migrationId } });
  const clients = book.references.length;
  if (counts.waiting !== clients)
    throw new Error(`Only ${counts.waiting} of ${clients} clients are ready: the generated book is at fault.`);
  const { chunkId } = await approvedChunk(operator, approver, migrationId, { kind: "ramp", clients, processes });
  const launch = async () =>
    void (await operator.call(launchChunk, { params: { chunkId }, body: { typedCount: clients } }));
  return { operator, migrationId, chunkId, launch };
}
