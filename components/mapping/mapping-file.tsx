"use client";
import { createContext, useContext } from "react";

/** The file whose columns are being mapped: what asks the server about a column needs its id. */
export type MappingFile = { fileId: string; columnNames: readonly string[] };

export const MappingFileContext = createContext<MappingFile | null>(null);

export function useMappingFile(): MappingFile {
  const file = useContext(MappingFileContext);
  if (!file) throw new Error("There is no file around this component.");
  return file;
}
