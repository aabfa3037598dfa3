import { afterAll, beforeAll, expect, test } from "vitest";
import { blocksOf } from "../../store/source-rows.ts";
import { openTestRoom } from "../../store/test-room.ts";
import { tryMapping } from "./query.ts";

let room: Awaited<ReturnType<typeof openTestRoom>>;
beforeAll(async () => {
  room = await openTestRoom();
});
afterAll(() => room.close());

test("the bench shows a row as it is and the exact request a mapping makes of it, and saves nothing", async () => {
  const migrationId = await room.newMigration();
  const { id: fileId } = await room.ctx.db.sourceFile.create({
    data: {
      migrationId,
      name: "a.csv",
      entityType: "individual",
      status: "parsed",
      sizeBytes: 1n,
      sha256: "0",
      storageKey: "none",
      columns: ["ID", "Tel", "Land"],
      rowCount: 1,
      uploadedById: room.ctx.operator.id,
    },
  });
  const cells = ["007 ", "020 7946 0958", "Narnia"];
  await room.ctx.db.sourceBlock.createMany({ data: blocksOf(fileId, [cells]) });
  const mapping = {
    assignments: [
      { column: 0, field: "reference", transforms: [{ kind: "trim" as const }] },
      { column: 1, field: "phone", transforms: [{ kind: "phone" as const }] },
      { column: 2, field: "nationality", transforms: [{ kind: "country" as const }] },
    ],
    constants: [{ field: "address.country", value: "UK" }],
  };
  const shown = await tryMapping(room.ctx, fileId, { rowNumber: 1, mapping });
  if (!shown.ok) throw new Error("The bench refused a row that is there.");
  expect(shown.value.cells).toEqual(["007 ", "020 7946 0958", "Narnia"]);
  const [record] = shown.value.records;
  expect(shown.value.records).toHaveLength(1);
  expect(JSON.parse(record?.request ?? "")).toEqual({
    role: "INDIVIDUAL_CUSTOMER",
    collected_data: {
      entity_type: "INDIVIDUAL",
      customer_ref: "007",
      address_history: [{ address: { type: "STRUCTURED", country: "GBR" } }],
      contact_details: { phone_number: "+442079460958" },
    },
  });
  expect(record?.issues).toEqual(["Nationality “Narnia” is not a country we know."]);
  expect(await room.ctx.db.mapping.count()).toBe(0);
  expect(await tryMapping(room.ctx, fileId, { rowNumber: 2, mapping })).toMatchObject({ ok: false });
});
