import type { LinkList } from "../../domain/link.ts";
import { linkListWords, listOfRole } from "../../domain/role-words.ts";
import { headerWords } from "./header-words.ts";

/** A column of a numbered associate; `rest` is what its header says besides role and number: "first name". */
export type AssociateColumn = { index: number; rest: string };
export type SeriesMember = { of: number; label: string; columns: AssociateColumn[] };
/** Associates of one role that a wide row numbers: director 1, director 2 … */
export type AssociateSeries = { list: LinkList; members: SeriesMember[] };

type Place = { series: string; list: LinkList; number: number; rest: string; isNumberLast: boolean };

/**
 * The numbered associates that the headers of a file speak of, in the order of the columns: `director_1_name`, `Director 1 Name`,
 * `shareholder2_pct`, `Geschäftsführer 1 Vorname`, `directors.1.name`, `Director Name 1`. Members are numbered over all series, from 1.
 */
export function associateSeriesOf(headers: readonly string[]): AssociateSeries[] {
  const places = headers.flatMap((header, index) => {
    const place = placeOf(header);
    return place ? [{ ...place, index }] : [];
  });
  let of = 0;
  return [...Map.groupBy(places, (place) => place.series).values()].flatMap((ofSeries) => {
    const byNumber = [...Map.groupBy(ofSeries, (place) => place.number)].sort(([a], [b]) => a - b);
    // "Director address line 1" numbers the line, not the director: with the number last, each must have a name.
    if (byNumber.some(([, columns]) => columns.every(({ isNumberLast, rest }) => isNumberLast && !isName(rest))))
      return [];
    const list = ofSeries[0]?.list ?? "other";
    const shift = byNumber[0]?.[0] === 0 ? 1 : 0;
    const members = byNumber.map(([number, columns]) => {
      of += 1;
      const label = `${linkListWords[list].one} ${number + shift}`;
      return { of, label, columns: columns.map(({ index, rest }) => ({ index, rest })) };
    });
    return [{ list, members }];
  });
}

const isName = (rest: string): boolean =>
  rest === "" ||
  /\b(?:name|names|surname|nom|prenom|vorname|nachname|nombre|apellido|nome|cognome|imie|nazwisko)\b/.test(rest);

/** Words that may stand before a role and say only whose it is. */
const before = new Set(["company", "corporate", "corp", "client", "entity", "firm", "firma", "the", "legal", "key"]);
const roleWordsMax = 5;
const numberMax = 99;

function placeOf(header: string): Place | undefined {
  const words = headerWords(header).flatMap((word) => word.match(/\p{L}+|\p{N}+/gu) ?? []);
  for (let from = 0; from < words.length; from += 1) {
    if (from > 0 && !before.has(words[from - 1] ?? "")) return undefined;
    for (let length = Math.min(roleWordsMax, words.length - from); length > 0; length -= 1) {
      const role = words.slice(from, from + length).join("");
      const list = role === "other" ? undefined : listOfRole(role);
      if (list) return numbered(words.slice(from + length), { role, list });
    }
  }
  return undefined;
}

function numbered(after: readonly string[], { role, list }: { role: string; list: LinkList }): Place | undefined {
  const [first = ""] = after;
  const last = after.at(-1) ?? "";
  if (isNumber(first))
    return {
      series: `${role} first`,
      list,
      number: Number(first),
      rest: after.slice(1).join(" "),
      isNumberLast: false,
    };
  if (isNumber(last))
    return {
      series: `${role} last`,
      list,
      number: Number(last),
      rest: after.slice(0, -1).join(" "),
      isNumberLast: true,
    };
  return undefined;
}

const isNumber = (word: string): boolean => /^\d{1,2}$/.test(word) && Number(word) <= numberMax;
