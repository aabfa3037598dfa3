import type { FieldKind } from "#lib/domain/field-shape.ts";

const words: Partial<Record<FieldKind, string>> = {
  date: "For example 1980-04-13 or 13 April 1980; also as its column writes dates.",
  country: "Its name or its code, for example Germany, DE or DEU; also as its column writes it.",
  phone: "With its country's code, or as it is dialled in the client's country.",
  gender: "M or F.",
  yes_no: "yes or no.",
  whole_number: "Digits alone.",
  role: "For example director, secretary, shareholder, beneficial owner, partner or trustee.",
  percentage: "A number from 0 to 100, for example 25 or 12.5.",
};

/** How a person may write a correction (lib/domain/correction.ts reads it). */
export const howToWrite = (kind: FieldKind): string => words[kind] ?? "As Passfort should get it.";
