import { expect, test } from "vitest";
import type { MappingBody } from "../../../domain/mapping.ts";
import { newMetMemory } from "../../../domain/met-before.ts";
import { placeOf } from "../../../domain/record-id.ts";
import { rowEnd, rowText } from "../../../store/row-block.ts";
import { openHands } from "./check-hands.ts";

const mapping: MappingBody = {
  assignments: [
    { column: 0, field: "reference", transforms: [{ kind: "trim" }] },
    { column: 1, field: "familyName", transforms: [{ kind: "trim" }] },
    { column: 2, field: "dateOfBirth", transforms: [{ kind: "date", format: "DD/MM/YYYY" }] },
  ],
  constants: [],
};
const job = {
  target: {
    id: "0192f0c0-0000-7000-8000-000000000002",
    number: 1,
    migrationId: "0192f0c0-0000-7000-8000-000000000001",
    version: 1,
  },
  kept: new Set<number>(),
  met: newMetMemory(1),
  corrections: {
    fields: [{ place: placeOf(2, 0), field: "familyName", text: "Corrected", rank: 1 }],
    cells: [{ rowNumber: 3, column: 1, text: "Returned", rank: 1 }],
  },
  mapping,
  file: { kind: "clients", entityType: "individual" } as const,
  columns: 3,
  today: "2026-11-23",
  now: new Date("2026-11-23T09:00:00Z"),
};
const many = 1_000_000;
const block = (firstRow: number) => {
  const rows = Array.from({ length: 64 }, (_, at) => [
    `C${firstRow + at}`,
    at % 2 ? "Żółć" : "",
    at % 3 ? "13/04/1980" : "31/02/1980",
  ]);
  return { firstRow, lineNumbers: rows.map((_, at) => firstRow + at + 1), rows: rows.map(rowText).join(rowEnd) };
};
/** Lines without the ids of issues, which are made by chance. */
const textOf = ({ records, issues, written }: Awaited<ReturnType<ReturnType<typeof openHands>["hands"][0]>>) => ({
  records: Buffer.from(records).toString(),
  issues: Buffer.from(issues)
    .toString()
    .replace(/^[0-9a-f-]{36}/gm, ""),
  written,
});

test("whichever thread checks a batch, batch after batch the same lines come out of it", async () => {
  const { hands, close } = openHands(job, many, 2);
  expect(hands).toHaveLength(2);
  for (const blocks of [[block(1), block(65)], [block(129)]]) {
    const [own, ...others] = (await Promise.all(hands.map((hand) => hand(blocks)))).map(textOf);
    expect(own?.written.individual).toBe(blocks.length * 64);
    expect(own?.issues).toContain("field.date_impossible");
    if (blocks.length > 1) expect(own?.records).toMatch(/Corrected[\s\S]*Returned/);
    for (const other of others) expect(other).toEqual(own);
  }
  await close();
});

test("a thread that fails says so to whoever waits for it, and to whoever asks later", async () => {
  const { hands, close } = openHands(job, many, 2);
  const [, other] = hands;
  const broken = { ...block(1), rows: null as never };
  await expect(other?.([broken])).rejects.toThrow();
  await expect(other?.([block(1)])).rejects.toThrow();
  await close();
});

test("a small file gets no threads, nor does a machine of one processor", () => {
  expect(openHands(job, 1_000, 8).hands).toHaveLength(1);
  expect(openHands(job, many, 1).hands).toHaveLength(1);
});
