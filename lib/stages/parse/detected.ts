import type { SourceForm } from "../../domain/source-form.ts";

/** How a file is written, and what there is to say of it. */
export type Detected = {
  form: SourceForm;
  reasons: { about: string; sentence: string }[];
  doubts: { lineNumber: number | null; sentence: string }[];
  sheets: { name: string; isHidden: boolean }[];
};

export const blankForm: SourceForm = {
  format: "delimited",
  isGzip: false,
  member: null,
  encoding: "utf-8",
  delimiter: "",
  quote: "",
  escape: "",
  ruled: "none",
  lineEnd: "\n",
  headerLine: null,
  headerRows: 1,
  width: null,
  skipEnd: 0,
  sheet: null,
  listKey: null,
  listIn: [],
  isList: false,
  keys: [],
};
