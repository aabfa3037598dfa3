"use client";
import { IconFileSpreadsheet } from "@tabler/icons-react";
import { plainNumber } from "#components/ui/count-identity.ts";
import { DropPlace } from "#components/ui/drop-place.tsx";
import { sizeWords } from "#components/ui/size-words.ts";
import { cellCharactersMax, columnsMax, rowsMax } from "#lib/stages/parse/limits.ts";

/** Where exports are dropped or chosen. */
export function FileDrop({ maxBytes, onPick }: { maxBytes: number; onPick: (files: File[]) => void }) {
  return (
    <DropPlace
      label="CSV files"
      title="Drop files here"
      button="Choose files"
      icon={IconFileSpreadsheet}
      maxBytes={maxBytes}
      tooLargeAdvice="Split the export into several files."
      onPick={onPick}
    >
      CSV, TSV, XLSX, JSON or NDJSON, also as .gz or alone in a ZIP, one client or associate per row. How they are
      written is found out and can be changed. Up to {sizeWords(maxBytes)}, {plainNumber(rowsMax)} rows,{" "}
      {plainNumber(columnsMax)} columns and {plainNumber(cellCharactersMax)} characters in a cell; a file over a limit
      is refused whole, nothing is ever cut off.
    </DropPlace>
  );
}
