import { type JsonPlace, jsonRecords } from "./json-records.ts";
import { NotJson, readJsonValue } from "./json-value.ts";
import { columnsMax } from "./limits.ts";
import { Unreadable } from "./unreadable.ts";

/** Where the records of a JSON file stand and which names they have; every record is read once for that. @throws Unreadable */
export async function jsonForm(
  sample: string,
  sampleIsWhole: boolean,
  fileName: string,
  text: () => AsyncIterable<string>,
): Promise<{ form: { listKey: string | null; isList: boolean; keys: string[]; lineEnd: "\n" }; reason: string }> {
  const place = placeOf(sample, sampleIsWhole, fileName);
  const keys = new Map<string, number>();
  let records = 0;
  const cutter = jsonRecords(place, ({ text: record, lineNumber }) => {
    records++;
    readRecord(record, lineNumber, {
      onCell(name) {
        if (keys.has(name)) return;
        keys.set(name, keys.size);
        if (keys.size > columnsMax)
          throw new Unreadable(
            `The records have more than ${columnsMax.toLocaleString("en-GB")} different names; at most that many columns can be read. Export fewer.`,
          );
      },
      onDuplicate() {},
    });
    if (place.kind === "sequence" && !/^\s*\{/.test(record))
      throw new Unreadable(
        "This JSON is a single value, not a list of records. Export the clients as a list of objects.",
      );
  });
  for await (const piece of text()) cutter.write(piece);
  cutter.end();
  if (records === 0)
    throw new Unreadable("The JSON file has no records. Check the filter of the export and upload it again.");
  return {
    form: {
      listKey: place.kind === "under" ? place.key : null,
      isList: place.kind === "list",
      keys: [...keys.keys()],
      lineEnd: "\n",
    },
    reason: reasonOf(place),
  };
}

/** @throws Unreadable with the line */
export function readRecord(record: string, lineNumber: number, listener: Parameters<typeof readJsonValue>[1]): void {
  try {
    readJsonValue(record, listener);
  } catch (cause) {
    if (!(cause instanceof NotJson)) throw cause;
    const line = lineNumber + (record.slice(0, cause.at).split("\n").length - 1);
    throw new Unreadable(
      `This is not valid JSON: on line ${line.toLocaleString("en-GB")} ${cause.message}. Export the file again, or correct it there.`,
    );
  }
}

export const placeOfForm = (form: { listKey: string | null; isList: boolean }): JsonPlace =>
  form.listKey !== null ? { kind: "under", key: form.listKey } : { kind: form.isList ? "list" : "sequence" };

function reasonOf(place: JsonPlace): string {
  if (place.kind === "list") return "This is JSON: one list of records.";
  if (place.kind === "under")
    return `This is JSON: the records are the list called “${place.key}”; what stands beside it is not read.`;
  return "This is JSON with one record after another (NDJSON).";
}

function placeOf(sample: string, sampleIsWhole: boolean, fileName: string): JsonPlace {
  const start = sample.trimStart();
  if (start.startsWith("[")) return { kind: "list" };
  if (!start.startsWith("{")) return { kind: "sequence" };
  let first: string | undefined;
  let count = 0;
  const cutter = jsonRecords({ kind: "sequence" }, ({ text }) => {
    first ??= text;
    count++;
  });
  try {
    cutter.write(sample);
  } catch {
    return { kind: "sequence" };
  }
  if (count > 1 || /\.(?:jsonl|ndjson)(?:\.gz)?$/i.test(fileName)) return { kind: "sequence" };
  if (first === undefined) {
    const key = /"((?:[^"\\]|\\.)*)"\s*:\s*\[\s*\{/.exec(sample)?.[1];
    return key === undefined ? { kind: "sequence" } : { kind: "under", key };
  }
  if (!sampleIsWhole) return { kind: "sequence" };
  const key = onlyListOf(first);
  return key === undefined ? { kind: "sequence" } : { kind: "under", key };
}

/** The one member of an object that is a list of objects. */
function onlyListOf(text: string): string | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== "object" || value === null) return undefined;
    const lists = Object.entries(value).filter(
      ([, member]) => Array.isArray(member) && member.length > 0 && typeof member[0] === "object",
    );
    return lists.length === 1 ? lists[0]?.[0] : undefined;
  } catch {
    return undefined;
  }
}
