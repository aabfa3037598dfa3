import type { SourceForm } from "../../domain/source-form.ts";
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
): Promise<{
  form: Pick<SourceForm, "listKey" | "listIn" | "isList" | "keys" | "lineEnd">;
  reason: string;
  doubt: string | null;
}> {
  const place = placeOf(sample, sampleIsWhole, fileName);
  const keys = new Map<string, number>();
  let records = 0;
  let unnamed = 0;
  const cutter = jsonRecords(place, ({ text: record, lineNumber }) => {
    records++;
    if (record.startsWith("[")) unnamed++;
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
      listKey: place.kind === "under" ? (place.path.at(-1) ?? null) : null,
      listIn: place.kind === "under" ? place.path.slice(0, -1) : [],
      isList: place.kind === "list",
      keys: [...keys.keys()],
      lineEnd: "\n",
    },
    reason: reasonOf(place),
    doubt:
      unnamed === 0
        ? null
        : "Records of this JSON are lists without names, and each stands whole in one column. Export the clients as a list of objects, or as CSV.",
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

export const placeOfForm = (form: Pick<SourceForm, "listKey" | "listIn" | "isList">): JsonPlace =>
  form.listKey !== null
    ? { kind: "under", path: [...form.listIn, form.listKey] }
    : { kind: form.isList ? "list" : "sequence" };

function reasonOf(place: JsonPlace): string {
  if (place.kind === "list") return "This is JSON: one list of records.";
  if (place.kind === "under")
    return `This is JSON: the records are the list called “${place.path.join(".")}”; what stands beside it is not read.`;
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
    const path = firstListIn(sample);
    return path === undefined ? { kind: "sequence" } : { kind: "under", path };
  }
  if (!sampleIsWhole) return { kind: "sequence" };
  const path = onlyListOf(first);
  return path === undefined ? { kind: "sequence" } : { kind: "under", path };
}

/** The names on the way to the first list of objects in an object that is longer than the sample. */
function firstListIn(sample: string): string[] | undefined {
  const names: (string | undefined)[] = [];
  let last: string | undefined;
  for (const { index, 0: sign, 1: text } of sample.matchAll(/"((?:[^"\\]|\\.)*)"|[{}[\],]/g)) {
    if (text !== undefined) last = text;
    else if (sign === "[") {
      if (/^\[\s*\{/.test(sample.slice(index, index + 100)) && !names.includes(undefined) && last !== undefined)
        return [...(names.slice(1) as string[]), last];
      names.push(undefined);
    } else if (sign === "{") names.push(names.length === 0 ? "" : last);
    else if (sign !== ",") names.pop();
    if (sign !== undefined && text === undefined) last = undefined;
  }
  return undefined;
}

const wrappersMax = 4;
/** What services put around what they answer. Another object that holds a list is a client with something of which it has several. */
const envelope = /^(?:data|d|results?|response|reply|payload|body|content|export|root|_?embedded|output|value)$/i;

/** The names on the way to the one list of objects in an object; of several, the one that no other stands as high as. */
function onlyListOf(text: string): string[] | undefined {
  let objects: { value: unknown; path: string[] }[] = [{ value: parsed(text), path: [] }];
  for (let depth = 0; depth < wrappersMax && objects.length > 0; depth++) {
    const members = objects.flatMap(({ value, path }) =>
      typeof value === "object" && value !== null && !Array.isArray(value)
        ? Object.entries(value).map(([name, member]) => ({ value: member as unknown, path: [...path, name] }))
        : [],
    );
    const lists = members.filter(
      ({ value }) => Array.isArray(value) && value.length > 0 && typeof value[0] === "object",
    );
    if (lists.length > 0) return lists.length === 1 ? lists[0]?.path : undefined;
    objects = members.filter(({ path }) => members.length === 1 || envelope.test(path.at(-1) ?? ""));
  }
  return undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
