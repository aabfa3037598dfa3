import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { z } from "zod";
import * as shape from "./test-answer-shapes.ts";
import { company, individual, PNG, simulatorForTest, type TestClient } from "./test-client.ts";
import * as data from "./test-data-shapes.ts";

const file = new URL("./fixtures/operations.json", import.meta.url);
const published: { method: string; path: string }[] = JSON.parse(readFileSync(file, "utf8"));

type Ids = Awaited<ReturnType<typeof furnished>>;
type Row = { shape: z.ZodType; query?: string; body?: (ids: Ids) => unknown };

/** Every published operation, with a request that succeeds and the shape of what comes back. */
const ROWS: Record<string, Row> = {
  "GET /address/format": { shape: data.structuredAddress, query: "id=GBR%7Cexample-street-1&country_code=GBR" },
  "GET /address/search": { shape: shape.addresses, query: "address=example&country_code=GBR" },
  "POST /api_keys/collect": { shape: shape.apiKey, body: ({ profile_id }) => ({ profile_ids: [profile_id] }) },
  "POST /api_keys/collect/{profile_id}": { shape: shape.apiKey },
  "GET /profiles": { shape: shape.searchResults, query: "q=example" },
  "POST /profiles": { shape: shape.profile, body: () => company("C-9") },
  "GET /profiles/{profile_id}": { shape: shape.profile },
  "GET /profiles/{profile_id}/applications": { shape: z.array(shape.application).min(1) },
  "POST /profiles/{profile_id}/applications": {
    shape: shape.application,
    body: () => ({ product: { alias: "individual_migration" } }),
  },
  "GET /profiles/{profile_id}/applications/{application_id}": { shape: shape.application },
  "POST /profiles/{profile_id}/applications/{application_id}": {
    shape: shape.application,
    body: () => ({ status: "REJECTED", comment: "test" }),
  },
  "POST /profiles/{profile_id}/applications/{application_id}/revert_decision": {
    shape: shape.application,
    body: () => ({}),
  },
  "GET /profiles/{profile_id}/audit-items": { shape: z.array(shape.auditItem).min(8) },
  "GET /profiles/{profile_id}/checks": { shape: z.array(shape.check).min(1) },
  "POST /profiles/{profile_id}/checks": {
    shape: shape.check,
    body: () => ({ check_type: "PEPS_AND_SANCTIONS_SCREEN", disable_monitoring: true }),
  },
  "GET /profiles/{profile_id}/checks/{check_id}": { shape: shape.check },
  "POST /profiles/{profile_id}/checks/{check_id}": {
    shape: shape.check,
    body: ({ task_id }) => ({ check_type: "IDENTITY_CHECK", task_ids: [task_id], result: "Fail" }),
  },
  "POST /profiles/{profile_id}/checks/{check_id}/approve": { shape: shape.check },
  "POST /profiles/{profile_id}/checks/{check_id}/reject": { shape: shape.check },
  "GET /profiles/{profile_id}/collected_data": { shape: data.entityData },
  "POST /profiles/{profile_id}/collected_data": {
    shape: data.entityData,
    body: () => individual("C-1", "Changed").collected_data,
  },
  "POST /profiles/{profile_id}/collected_data/documents": {
    shape: data.document,
    body: ({ document_image_id }) => ({
      category: "PROOF_OF_ADDRESS",
      document_type: "BANK_STATEMENT",
      images: [{ id: document_image_id }],
    }),
  },
  "GET /profiles/{profile_id}/collection_steps": { shape: z.array(shape.collectionStep).min(1) },
  "POST /profiles/{profile_id}/collection_steps": {
    shape: z.array(shape.collectionStep).length(2),
    body: () => [
      { collection_type: "DOB", precision: "YEAR" },
      { collection_type: "DOCUMENT", category: "PROOF_OF_ADDRESS", allowed_types: ["BANK_STATEMENT"] },
    ],
  },
  "GET /profiles/{profile_id}/document_images": { shape: z.array(data.image).min(1) },
  "POST /profiles/{profile_id}/document_images": {
    shape: data.image,
    body: () => ({ image_type: "BACK", data: PNG, document_type: "PASSPORT" }),
  },
  "GET /profiles/{profile_id}/document_images/{document_image_id}": { shape: data.image },
  "GET /profiles/{profile_id}/events": { shape: z.array(shape.event).min(1) },
  "POST /profiles/{profile_id}/events": {
    shape: shape.event,
    body: () => ({ data: { event_type: "PEP_FLAG", pep: { match: true } } }),
  },
  "GET /profiles/{profile_id}/events/{event_id}": { shape: shape.event },
  "POST /profiles/{profile_id}/events/{event_id}": {
    shape: shape.event,
    body: () => ({ resolution: "MISMATCH", resolution_reason: "another person" }),
  },
  "POST /profiles/{profile_id}/events/bulk_update": {
    shape: z.array(shape.event).length(1),
    body: ({ event_id }) => [{ id: event_id, resolution: "MATCH" }],
  },
  "POST /profiles/{profile_id}/files": { shape: shape.file, body: () => ({ data: PNG }) },
  "GET /profiles/{profile_id}/files/{file_id}": { shape: shape.file },
  "GET /profiles/{profile_id}/status": { shape: shape.profileStatus },
  "POST /profiles/{profile_id}/status": { shape: shape.profileStatus, body: () => JSON.stringify("SUSPENDED") },
  "POST /profiles/{profile_id}/tags": { shape: shape.tag, body: () => ({ name: "another" }) },
  "DELETE /profiles/{profile_id}/tags/{tag_id}": { shape: shape.tag },
  "GET /profiles/{profile_id}/tasks": { shape: z.array(shape.task).min(2) },
  "POST /profiles/{profile_id}/tasks": { shape: shape.task, body: () => ({ type: "INDIVIDUAL_MANUAL_TASK" }) },
  "GET /profiles/{profile_id}/tasks/{task_id}": { shape: shape.task },
  "POST /profiles/{profile_id}/tasks/{task_id}": { shape: shape.task, body: () => ({ state: "COMPLETED_FAIL" }) },
  "GET /profiles/{profile_id}/tasks/{task_id}/notes": { shape: z.array(shape.note).length(1) },
  "POST /profiles/{profile_id}/tasks/{task_id}/notes": {
    shape: shape.note,
    body: ({ file_id }) => ({ text: "Evidence", attachments: [{ id: file_id }], author_name: "Old system" }),
  },
  "DELETE /profiles/{profile_id}/tasks/{task_id}/notes/{note_id}": { shape: shape.note },
  "GET /search/companies": { shape: shape.companies, query: "country=GBR&query=go+cardless" },
  "GET /tags/search/{term}": { shape: z.array(shape.tag).length(1) },
  "GET /whoami": { shape: shape.identity },
};

test("the table below names the 48 published operations and no other", () => {
  expect(published).toHaveLength(48);
  expect(Object.keys(ROWS).sort()).toEqual(published.map(({ method, path }) => `${method} ${path}`).sort());
});

test.each(Object.entries(ROWS))("%s is answered in the published shape", async (endpoint, row) => {
  const { api } = await simulatorForTest();
  const ids = await furnished(api);
  if (endpoint.endsWith("/revert_decision")) {
    await api("POST", `/profiles/${ids.profile_id}/applications/${ids.application_id}`, { status: "REJECTED" });
  }
  const [method = "", template = ""] = endpoint.split(" ");
  const path = template.replace(/\{(\w+)\}/g, (_braces, name: keyof Ids) => ids[name]);
  const answer = await api(method, `${path}${row.query ? `?${row.query}` : ""}`, row.body?.(ids));
  expect([answer.status, answer.body.errors ?? []]).toEqual([200, []]);
  expect(answer.headers.get("content-type")).toMatch(/^application\/json/);
  const read = row.shape.safeParse(answer.body);
  expect(read.success ? [] : z.prettifyError(read.error)).toEqual([]);
});

test("a whole profile keeps its shape when everything about it is in motion", async () => {
  const { api, control } = await simulatorForTest();
  const { profile_id, application_id } = await furnished(api);
  const path = `/profiles/${profile_id}`;
  await api("POST", `${path}/applications/${application_id}`, { status: "REJECTED" });
  await control("POST", "/settings", { advanceMs: 90 * 86_400_000 });
  await api("POST", `${path}/events`, { data: { event_type: "SANCTION_FLAG" } });
  await api("POST", `${path}/status`, { status: "BANNED" });
  const read = shape.profile.safeParse((await api("GET", path)).body);
  expect(read.success ? [] : z.prettifyError(read.error)).toEqual([]);
});

test("the audit report is a PDF whose own table says where its parts begin", async () => {
  const { api, simulator } = await simulatorForTest();
  const { profile_id } = await furnished(api);
  const headers = { apikey: "sim-demo-key" };
  const answer = await fetch(`${simulator.url}/profiles/${profile_id}/audit/pdf_report`, { headers });
  expect([answer.status, answer.headers.get("content-type")]).toEqual([200, "application/pdf"]);
  const pdf = Buffer.from(await answer.arrayBuffer()).toString("latin1");
  expect(pdf).toMatch(/^%PDF-1\.4\n/);
  expect(pdf).toContain("created-profile");
  const table = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(pdf)?.[1]);
  expect(pdf.slice(table, table + 4)).toBe("xref");
  const offsets = [...pdf.slice(table).matchAll(/^(\d{10}) 00000 n $/gm)].map((row) => Number(row[1]));
  expect(offsets.map((offset) => pdf.slice(offset, offset + 7))).toEqual([1, 2, 3, 4, 5].map((n) => `${n} 0 obj`));
});

test("audit reports are limited to three at once and 0.75 a second after that", async () => {
  const { api, control } = await simulatorForTest();
  const { profile_id } = await furnished(api);
  const report = async () => (await api("GET", `/profiles/${profile_id}/audit/pdf_report`)).status;
  expect([await report(), await report(), await report(), await report()]).toEqual([200, 200, 200, 429]);
  await control("POST", "/settings", { advanceMs: 1334 });
  expect(await report()).toBe(200);
});

/** A profile that has one of everything, and the ids of it. */
async function furnished(api: TestClient["api"]) {
  const address = { type: "FREEFORM", country: "GBR", text: "1 Example Street, London, EC1A 1AA" };
  const request = individual("C-1", "Example", { address_history: [{ address }], contact_details: {} });
  const { id: profile_id, applications, tasks } = (await api("POST", "/profiles", request)).body;
  const path = `/profiles/${profile_id}`;
  const idOf = async (part: string, body: unknown) => (await api("POST", `${path}/${part}`, body)).body.id as string;
  const task_id = tasks[0].id as string;
  const file_id = await idOf("files", { data: PNG, name: "Evidence.png" });
  const document_image_id = await idOf("document_images", { image_type: "FRONT", data: PNG });
  await idOf("collected_data/documents", {
    category: "PROOF_OF_IDENTITY",
    document_type: "PASSPORT",
    images: [{ id: document_image_id }],
  });
  const check_id = await idOf("checks", { check_type: "IDENTITY_CHECK" });
  const event_id = await idOf("events", { data: { event_type: "REFER_FLAG" } });
  const tag_id = await idOf("tags", { name: "migrated" });
  const note_id = await idOf(`tasks/${task_id}/notes`, { text: "Seen", attachments: [{ id: file_id }] });
  await api("POST", `${path}/collection_steps`, [{ collection_type: "EMAIL" }]);
  const application_id = applications[0].id as string;
  const term = "migr";
  return {
    profile_id,
    application_id,
    task_id,
    file_id,
    document_image_id,
    check_id,
    event_id,
    tag_id,
    note_id,
    term,
  };
}
