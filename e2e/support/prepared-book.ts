import { acknowledgeWarnings } from "../../bin/demo/acknowledge-warnings.ts";
import type { Panel } from "../../bin/demo/panel.ts";
import { suggestedMapping } from "../../bin/demo/suggested-mapping.ts";
import { waitFor } from "../../bin/demo/wait-for.ts";
import { approveChunk, draftChunk, launchChunk, readChunk, submitChunk } from "../../lib/contracts/chunks.ts";
import { listConnections } from "../../lib/contracts/connections.ts";
import { readFile } from "../../lib/contracts/files.ts";
import { readMapping, saveMapping } from "../../lib/contracts/mapping.ts";
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
  const { fileId } = await operator.upload(
    `/api/migrations/${migrationId}/files?entityType=individual`,
    "legacy-individuals.csv",
    individualsCsv,
  );
  await waitFor("the file to be read", async () =>
    (await operator.call(readFile, { params: { fileId } })).status === "parsed" ? true : undefined,
  );
  const { version } = await operator.call(saveMapping, {
    params: { fileId },
    body: suggestedMapping(await operator.call(readMapping, { params: { fileId } })),
  });
  await waitFor("the rows to be checked", async () =>
    (await operator.call(readFile, { params: { fileId } })).checkedVersion === version ? true : undefined,
  );
  await acknowledgeWarnings(operator, migrationId, "Synthetic people: their addresses are thin on purpose");
  const connection = (await operator.call(listConnections)).connections.find(
    (candidate) => candidate.name === "Simulator",
  );
  if (!connection) throw new Error("The panel under test has no simulator connection.");
  await operator.call(savePlan, {
    params: { migrationId },
    body: {
      connectionId: connection.id,
      track: "limited_compliance",
      limitedMethod: "separate_product",
      productAliasIndividual: product,
      productAliasCompany: "company_onboarding",
      tags: ["migrated"],
    },
  });
  return migrationId;
}

/** A chunk drafted, approved by the second person and launched. */
export async function launchedChunk(
  operator: Panel,
  approver: Panel,
  migrationId: string,
  { clients, processes }: { clients: number; processes: number },
): Promise<string> {
  const { chunkId } = await operator.call(draftChunk, {
    params: { migrationId },
    body: { kind: "ramp", clients, processes },
  });
  await operator.call(submitChunk, { params: { chunkId } });
  const { fingerprint } = await approver.call(readChunk, { params: { chunkId } });
  await approver.call(approveChunk, { params: { chunkId }, body: { fingerprint, comment: "" } });
  await operator.call(launchChunk, { params: { chunkId }, body: { typedCount: clients } });
  return chunkId;
}
