import { expect, test } from "vitest";
import { company, individual, PNG, simulatorForTest, type TestClient } from "./test-client.ts";

async function profileWith(api: TestClient["api"], request: object = individual("C-1")): Promise<string> {
  return `/profiles/${(await api("POST", "/profiles", request)).body.id}/collected_data`;
}

test("of ten parallel writers with one ETag exactly one succeeds", async () => {
  const { api } = await simulatorForTest({ settings: { latencyMs: 5 } });
  const path = await profileWith(api);
  const { body, headers } = await api("GET", path);
  const etag = headers.get("etag") ?? "";
  expect(etag).toMatch(/^W\/"\d+\.\d{3}"$/);
  const writers = Array.from({ length: 10 }, (_, number) =>
    api("POST", path, { ...body, contact_details: { phone_number: String(number) } }, { "If-Match": etag }),
  );
  const statuses = (await Promise.all(writers)).map((answer) => answer.status);
  expect(statuses.filter((status) => status === 200)).toHaveLength(1);
  expect(statuses.filter((status) => status === 412)).toHaveLength(9);
});

test("a writer who comes too late gets the current data and its ETag, and can go on from there", async () => {
  const { api } = await simulatorForTest();
  const path = await profileWith(api);
  const before = await api("GET", path);
  const stale = { "If-Match": before.headers.get("etag") ?? "" };
  const winner = await api("POST", path, { ...before.body, contact_details: { email: "a@example.com" } }, stale);
  const loser = await api("POST", path, { ...before.body, contact_details: { email: "b@example.com" } }, stale);
  expect(loser.status).toBe(412);
  expect(loser.body).toEqual(winner.body);
  expect(loser.headers.get("etag")).toBe(winner.headers.get("etag"));
  const again = await api("POST", path, before.body, { "If-Match": loser.headers.get("etag") ?? "" });
  expect(again.status).toBe(200);
});

test("without If-Match the last writer wins, and what it leaves out is gone", async () => {
  const { api } = await simulatorForTest();
  const path = await profileWith(api, individual("C-1", "Example", { contact_details: { email: "a@example.com" } }));
  expect((await api("POST", path, { entity_type: "INDIVIDUAL" })).status).toBe(200);
  expect((await api("GET", path)).body).toEqual({ entity_type: "INDIVIDUAL" });
});

test("the entity type of a profile cannot change", async () => {
  const { api } = await simulatorForTest();
  const path = await profileWith(api);
  expect((await api("POST", path, { entity_type: "COMPANY" })).status).toBe(400);
});

test("a free-form address comes back structured, with the text that was sent", async () => {
  const { api } = await simulatorForTest();
  const address_history = [{ address: { type: "FREEFORM", country: "CHN", text: "Test, 3" } }];
  const path = await profileWith(api, individual("C-1", "Example", { address_history }));
  const [{ address }] = (await api("GET", path)).body.address_history;
  expect(address).toMatchObject({ type: "STRUCTURED", country: "CHN", original_freeform_address: "Test, 3" });
  expect(address).not.toHaveProperty("text");
});

test("whoever sends one part of an address empty reads every missing part empty, as in the documented sample", async () => {
  const { api } = await simulatorForTest();
  const address = { type: "STRUCTURED", country: "USA", street_number: "596", route: "Balboa Road", premise: "" };
  const path = await profileWith(api, individual("C-1", "Example", { address_history: [{ address }] }));
  const [read] = (await api("GET", path)).body.address_history;
  expect(read.address).toMatchObject({ ...address, postal_town: "", county: "", subpremise: "", postal_code: "" });
  expect(read.address.original_freeform_address).toBe(", , 596, Balboa Road, , , , , ");
});

test("an image and a document are two calls, and a later whole write without the document drops it", async () => {
  const { api } = await simulatorForTest();
  const path = await profileWith(api);
  const profile = path.replace("/collected_data", "");
  const before = await api("GET", path);
  const image = await api("POST", `${profile}/document_images`, { image_type: "FRONT", data: PNG });
  const images = [{ id: image.body.id }];
  const added = await api("POST", `${path}/documents`, {
    category: "PROOF_OF_IDENTITY",
    document_type: "PASSPORT",
    images,
  });
  expect([image.status, added.status]).toEqual([200, 200]);
  const after = await api("GET", path);
  expect(after.body.documents).toEqual([added.body]);
  expect(after.headers.get("etag")).not.toBe(before.headers.get("etag"));
  await api("POST", path, before.body);
  expect((await api("GET", path)).body).not.toHaveProperty("documents");
});

test("a document may only name images of its own profile", async () => {
  const { api } = await simulatorForTest();
  const [mine, other] = [await profileWith(api), await profileWith(api)];
  const image = await api("POST", other.replace("/collected_data", "/document_images"), {
    image_type: "FRONT",
    data: PNG,
  });
  const document = { category: "PROOF_OF_IDENTITY", document_type: "PASSPORT", images: [{ id: image.body.id }] };
  expect((await api("POST", `${mine}/documents`, document)).status).toBe(400);
});

test.each([
  ["broken over lines", `${PNG.slice(0, 40)}\n${PNG.slice(40)}`],
  ["not padded", PNG.replace(/=+$/, "")],
  ["a text file", Buffer.from("hello").toString("base64")],
  ["empty", ""],
])("an image whose data is %s is refused", async (_what, data) => {
  const { api } = await simulatorForTest();
  const profile = (await profileWith(api)).replace("/collected_data", "");
  expect((await api("POST", `${profile}/document_images`, { image_type: "FRONT", data })).status).toBe(400);
});

test("a file has a name or is Untitled, and its bytes never come back", async () => {
  const { api } = await simulatorForTest();
  const files = (await profileWith(api, company("C-1"))).replace("collected_data", "files");
  const named = await api("POST", files, { name: "Accounts 2024", data: `data:image/png;base64,${PNG}` });
  const unnamed = await api("POST", files, { data: PNG });
  expect([named.body.name, unnamed.body.name]).toEqual(["Accounts 2024", "Untitled"]);
  expect((await api("GET", `${files}/${named.body.id}`)).body).toEqual(named.body);
});
