import { launchChunk, listChunks, readChunk } from "../lib/contracts/chunks.ts";
import { testConnection } from "../lib/contracts/connections.ts";
import { listCauses } from "../lib/contracts/issues.ts";
import { createMigration } from "../lib/contracts/migrations.ts";
import { savePlan } from "../lib/contracts/plan.ts";
import { readReport } from "../lib/contracts/report.ts";
import { countParts, countWords } from "../lib/domain/counts.ts";
import { demoPassword } from "../lib/settings/people/demo-people.ts";
import { legacyBook } from "../samples/generate-legacy-book.ts";
import { acknowledgeWarnings } from "./demo/acknowledge-warnings.ts";
import { approvedChunk } from "./demo/approved-chunk.ts";
import { bringIn } from "./demo/bring-in.ts";
import { type Panel, signIn } from "./demo/panel.ts";
import { progressBar } from "./demo/progress-bar.ts";
import { simulatorConnection } from "./demo/simulator-connection.ts";
import { waitFor } from "./demo/wait-for.ts";

/**
 * Carries a synthetic client book through the whole route over the public HTTP API, as two signed-in people.
 * `--clients N` (default 500). Exit code 0 only when every ready client was created and the counting identity holds.
 */
const baseUrl = (process.env.BASE_URL || `http://localhost:${process.env.PORT || 3000}`).replace(/\/$/, "");
const clients = Number(/--clients[= ](\d+)/.exec(process.argv.join(" "))?.[1] ?? 500);
const startedAt = Date.now();
const say = (sentence: string) => process.stdout.write(`${sentence}\n`);

try {
  await demo();
} catch (fault) {
  say(`\n✗ The demo stopped: ${fault instanceof Error ? fault.message : String(fault)}`);
  process.exitCode = 1;
}

async function demo(): Promise<void> {
  const [operator, approver] = await Promise.all([
    signIn(baseUrl, "operator@causeway.example", demoPassword),
    signIn(baseUrl, "approver@causeway.example", demoPassword),
  ]);
  say(`\nDemo: a book of ${clients} synthetic clients, carried over by Olivia Operator and approved by Amir Approver.`);
  // References are unique for a connection; a prefix of this run lets the demo be shown again on the same data.
  const run = startedAt.toString(36).toUpperCase().slice(-6);
  const { migrationId } = await operator.call(createMigration, {
    body: { name: `Demo book ${run}`, sourceSystem: "Ledgerline 4 (synthetic)" },
  });

  const book = legacyBook({ seed: 7, clients, prefix: `${run}-` });
  for (const [entityType, name, content] of [
    ["individual", "legacy-individuals.csv", book.individualsCsv],
    ["company", "legacy-companies.csv", book.companiesCsv],
  ] as const) {
    const { rows, columns, mapped } = await bringIn(operator, migrationId, { entityType, name, content });
    say(`✓ ${name}: ${rows} rows read, ${mapped} of ${columns} columns mapped`);
  }
  const { counts, causes } = await operator.call(listCauses, { params: { migrationId } });
  say(
    `✓ Checked: ${counts.waiting} clients ready, ${counts.invalid} with errors of ${causes.filter((cause) => cause.severity === "error").length} causes; these stay behind and are in the error report.`,
  );

  await choosePlan(operator, migrationId, run);
  const first = Math.min(100, counts.waiting);
  const warnings = await acknowledgeWarnings(operator, migrationId, "Demo: synthetic people with thin addresses");
  if (warnings > 0)
    say(`✓ Review: ${warnings} ${warnings === 1 ? "cause" : "causes"} of warnings acknowledged with a reason`);
  await sendChunk(operator, approver, migrationId, "demo_test", first, 3);
  if (counts.waiting > first) await sendChunk(operator, approver, migrationId, "ramp", counts.waiting - first, 5);
  await tell(operator, migrationId, counts.waiting);
}

async function choosePlan(operator: Panel, migrationId: string, run: string): Promise<void> {
  const simulator = await simulatorConnection(operator);
  const tested = await operator.call(testConnection, { params: { connectionId: simulator.id } });
  if (!tested.ok) throw new Error(tested.sentence);
  await operator.call(savePlan, {
    params: { migrationId },
    body: {
      connectionId: simulator.id,
      track: "limited_compliance",
      limitedMethod: "separate_product",
      productAliasIndividual: "individual_onboarding",
      productAliasCompany: "company_onboarding",
      tags: ["migrated", `batch-${run}`],
    },
  });
  say(`✓ Plan: limited compliance, sent to ${simulator.name} (${tested.institutionName})`);
}

async function sendChunk(
  operator: Panel,
  approver: Panel,
  migrationId: string,
  kind: "demo_test" | "ramp",
  count: number,
  processes: number,
): Promise<void> {
  const { chunkId, number } = await approvedChunk(operator, approver, migrationId, {
    kind,
    clients: count,
    processes,
    comment: "Demo: samples looked at",
  });
  await operator.call(launchChunk, { params: { chunkId }, body: { typedCount: count } });
  say(`✓ Chunk ${number}: ${count} clients, approved by a second person, launched with ${processes} processes`);
  const draw = progressBar(`chunk ${number}`);
  await waitFor(
    `chunk ${number} to finish`,
    async () => {
      const chunk = await operator.call(readChunk, { params: { chunkId } });
      const settled =
        (chunk.deliveries.created ?? 0) + (chunk.deliveries.failed ?? 0) + (chunk.deliveries.refused ?? 0);
      draw(
        settled,
        count,
        chunk.holdReason ?? (chunk.pacePerMinute ? `${Math.round(chunk.pacePerMinute)} a minute` : ""),
      );
      if (chunk.status === "paused") throw new Error(`the chunk was paused: ${chunk.holdReason}`);
      return chunk.status === "finished" ? chunk : undefined;
    },
    30 * 60_000,
  );
}

async function tell(operator: Panel, migrationId: string, ready: number): Promise<void> {
  const report = await operator.call(readReport, { params: { migrationId } });
  const { chunks } = await operator.call(listChunks, { params: { migrationId } });
  const parts = countParts
    .filter((part) => report.counts[part] > 0)
    .map((part) => `${report.counts[part]} ${countWords[part].toLowerCase()}`);
  const isWhole = report.identityHolds && report.counts.created === ready;
  say(`\n${report.identityHolds ? "✓" : "✗"} ${report.counts.clients} clients = ${parts.join(" + ")}`);
  say(`${report.counts.created === ready ? "✓" : "✗"} Created: ${report.counts.created} of ${ready} ready clients`);
  say(`  Time: ${((Date.now() - startedAt) / 1000).toFixed(1)} s`);
  say(`  Look at it: ${baseUrl}/migrations/${migrationId}`);
  for (const chunk of chunks) say(`              ${baseUrl}/migrations/${migrationId}/chunks/${chunk.id}`);
  if (!isWhole) process.exitCode = 1;
}
