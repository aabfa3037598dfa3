import type { Chance } from "./chance.ts";

/** A date as the old system writes it, dd/mm/yyyy; days end at 28 so that every one exists. */
export function dateText(chance: Chance, fromYear: number, toYear: number): string {
  const day = chance.between(1, 28);
  const month = chance.between(1, 12);
  return `${twoDigits(day)}/${twoDigits(month)}/${chance.between(fromYear, toYear)}`;
}

const twoDigits = (value: number): string => String(value).padStart(2, "0");

/** Accounts are opened by people of age and by companies that exist, from 1998 on, when the old system began. */
export function openedText(chance: Chance, since: string, yearsAfter: number): string {
  return dateText(chance, Math.max(1998, Number(since.slice(-4)) + yearsAfter), 2025);
}
