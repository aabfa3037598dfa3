import { launchChunk, readChunk, resumeChunk } from "../../lib/contracts/chunks.ts";
import { listDocumentBundles, listDocuments } from "../../lib/contracts/documents.ts";
import { listCauses, listRecords } from "../../lib/contracts/issues.ts";
import { createMigration } from "../../lib/contracts/migrations.ts";
import { savePlan } from "../../lib/contracts/plan.ts";
import { readRecord, revealRecord } from "../../lib/contracts/records.ts";
import { zipOf } from "../../lib/sheets/zip-of.ts";
import { acknowledgeWarnings } from "../demo/acknowledge-warnings.ts";
import { approvedChunk } from "../demo/approved-chunk.ts";
import { bringIn } from "../demo/bring-in.ts";
import type { Panel } from "../demo/panel.ts";
import { simulatorConnection } from "../demo/simulator-connection.ts";
import { waitFor } from "../demo/wait-for.ts";
import type { SeededBook } from "./seeds.ts";

const processes = 3;

/**
 * Seeded people on the whole route, as two persons walk it: files, documents, review, plan, chunk; then whoever looks at them looks, in words
 * and unmasked. Every client arrives, or this throws. @returns the migration
 */
export async function carryThrough(
  operator: Panel,
  approver: Panel,
  book: SeededBook,
  badDays: { begin(): Promise<unknown>; end(): Promise<unknown> },
): Promise<{ migrationId: string; chunkId: string }> {
  const { migrationId } = await operator.call(createMigration, {
    body: { name: `Seeded ${Date.now()}`, sourceSystem: "Generated" },
  });
  await bringIn(operator, migrationId, { entityType: "individual", name: "people.csv", content: book.individualsCsv });
  await bringIn(operator, migrationId, { entityType: "company", name: "companies.csv", content: book.companiesCsv });
  await bringDocuments(operator, migrationId, book);
  await plan(operator, migrationId, book);
  const { length: clients } = book.references;
  const { chunkId } = await approvedChunk(operator, approver, migrationId, { kind: "ramp", clients, processes });
  await badDays.begin();
  await operator.call(launchChunk, { params: { chunkId }, body: { typedCount: clients } });
  await waitFor("the seeded chunk to finish", async () => {
    const chunk = await operator.call(readChunk, { params: { chunkId } });
    if (chunk.status === "paused") {
      await badDays.end();
      await operator.call(resumeChunk, { params: { chunkId } });
    }
    return chunk.status === "finished" ? chunk : undefined;
  });
  await badDays.end();
  const { deliveries } = await operator.call(readChunk, { params: { chunkId } });
  if (deliveries.created !== clients)
    throw new Error(`Not every seeded client was created: ${JSON.stringify(deliveries)}`);
  await lookAtThem(operator, migrationId, book);
  return { migrationId, chunkId };
}

async function bringDocuments(operator: Panel, migrationId: string, book: SeededBook): Promise<void> {
  await bringIn(operator, migrationId, {
    kind: "documents",
    entityType: "individual",
    name: "documents.csv",
    content: book.manifestCsv,
  });
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  for await (const piece of zipOf(book.documentNames.map((name, at) => ({ name, content: [onePixel(at)] }))))
    pieces.push(new Uint8Array(piece));
  await operator.upload(`/api/migrations/${migrationId}/document-bundles`, "documents.zip", new Blob(pieces));
  await waitFor("the documents to be unpacked", async () => {
    const { bundles, counts } = await operator.call(listDocumentBundles, { params: { migrationId } });
    const isDone = bundles.length > 0 && bundles.every(({ status }) => status === "unpacked");
    return isDone && counts.matched === book.documentNames.length ? true : undefined;
  });
}

/** What stands behind the end of a PNG is read by nobody; it makes two of a kind differ. */
const onePixel = (at: number): Buffer =>
  Buffer.concat([
    Buffer.from(
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
      "base64",
    ),
    Buffer.from([at]),
  ]);

async function plan(operator: Panel, migrationId: string, book: SeededBook): Promise<void> {
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
  await acknowledgeWarnings(operator, migrationId, "Seeded people who do not exist");
  const { counts } = await operator.call(listCauses, { params: { migrationId } });
  const { length: clients } = book.references;
  if (counts.waiting !== clients) throw new Error(`Of ${clients} seeded clients ${counts.waiting} are ready.`);
}

/** Every screen of a record, its values unmasked, and a search for each name. */
async function lookAtThem(operator: Panel, migrationId: string, book: SeededBook): Promise<void> {
  const params = { migrationId };
  for (const { what, value } of book.seeds) {
    if (what.endsWith("name") || what.startsWith("name"))
      await operator.call(listRecords, { params, query: { search: value } });
    if (what === "document name") {
      const { total } = await operator.call(listDocuments, { params, query: { list: "matched", search: value } });
      if (total !== 1) throw new Error(`A search for a seeded document found ${total}.`);
    }
  }
  const { records } = await operator.call(listRecords, { params });
  for (const { id } of records) {
    await operator.call(readRecord, { params: { recordId: id } });
    await operator.call(revealRecord, { params: { recordId: id }, body: { reason: "A scan looks at everything" } });
  }
}
