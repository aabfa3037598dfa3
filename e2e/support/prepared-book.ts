import { acknowledgeWarnings } from "../../bin/demo/acknowledge-warnings.ts";
import { approvedChunk } from "../../bin/demo/approved-chunk.ts";
import { bringIn } from "../../bin/demo/bring-in.ts";
import type { Panel } from "../../bin/demo/panel.ts";
import { simulatorConnection } from "../../bin/demo/simulator-connection.ts";
import { launchChunk } from "../../lib/contracts/chunks.ts";
import type { BodyOf } from "../../lib/contracts/contract.ts";
import { createMigration } from "../../lib/contracts/migrations.ts";
import { savePlan } from "../../lib/contracts/plan.ts";
import { legacyBook } from "../../samples/generate-legacy-book.ts";

/** A migration with a mapped and checked file of synthetic people and a plan for the simulator: where later chapters of the route begin. */
export async function preparedBook(
  operator: Panel,
  { clients, prefix, product = "individual_onboarding" }: { clients: number; prefix: string; product?: string },
): Promise<string> {
  const { migrationId } = await operator.call(createMigration, {
    body: { name: `Book ${prefix}`, sourceSystem: "Ledgerline 4 (synthetic)" },
  });
  const { individualsCsv } = legacyBook({ seed: 11, clients, prefix: `${prefix}-` });
  await bringIn(operator, migrationId, {
    entityType: "individual",
    name: "legacy-individuals.csv",
    content: individualsCsv,
  });
  await acknowledgeWarnings(operator, migrationId, "Synthetic people: their addresses are thin on purpose");
  await planLimited(operator, migrationId, {
    productAliasIndividual: product,
    productAliasCompany: "company_onboarding",
  });
  return migrationId;
}

type Products = Pick<BodyOf<typeof savePlan>, "productAliasIndividual" | "productAliasCompany" | "compliance">;

/** A plan of limited compliance through products of its own, for the simulator. */
export async function planLimited(operator: Panel, migrationId: string, products: Products): Promise<void> {
  await operator.call(savePlan, {
    params: { migrationId },
    body: {
      connectionId: (await simulatorConnection(operator)).id,
      track: "limited_compliance",
      limitedMethod: "separate_product",
      tags: ["migrated"],
      ...products,
    },
  });
}

/** A chunk drafted, approved by the second person and launched. */
export async function launchedChunk(
  operator: Panel,
  approver: Panel,
  migrationId: string,
  { clients, processes }: { clients: number; processes: number },
): Promise<string> {
  const { chunkId } = await approvedChunk(operator, approver, migrationId, { kind: "ramp", clients, processes });
  await operator.call(launchChunk, { params: { chunkId }, body: { typedCount: clients } });
  return chunkId;
}
