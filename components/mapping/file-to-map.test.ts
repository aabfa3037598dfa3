import { expect, test } from "vitest";
import { fileToMap } from "./file-to-map.ts";

const files = [
  { id: "people", mappingVersion: 1 },
  { id: "companies", mappingVersion: null },
  { id: "documents", mappingVersion: null },
];

test("without a file in the address the first that has no mapping is shown", () => {
  expect(fileToMap(files, null, null)?.id).toBe("companies");
  expect(fileToMap(files.slice(0, 1), null, null)?.id).toBe("people");
  expect(fileToMap([], null, null)).toBeUndefined();
});

test("the file that is open stays open when its mapping is saved, whatever other file waits for one", () => {
  const saved = files.map((file) => (file.id === "companies" ? { ...file, mappingVersion: 1 } : file));
  expect(fileToMap(saved, null, "companies")?.id).toBe("companies");
});

test("a file that the address names goes before the open one; one that is gone does not", () => {
  expect(fileToMap(files, "documents", "companies")?.id).toBe("documents");
  expect(fileToMap(files, "withdrawn", "people")?.id).toBe("people");
});
