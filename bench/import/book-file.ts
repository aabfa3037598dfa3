import { createHash } from "node:crypto";
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { workbookOf } from "../../lib/sheets/workbook-of.ts";

export const header = [
  "CLIENT_NO",
  "TITLE",
  "FORENAME",
  "MIDDLE_NAMES",
  "SURNAME",
  "DATE_OF_BIRTH",
  "NATIONALITY",
  "SEX",
  "EMAIL_ADDR",
  "MOBILE_TEL",
  "STREET",
  "TOWN",
  "POST_CODE",
  "COUNTRY",
] as const;

const forenames = [
  "Alma",
  "Bruno",
  "Clara",
  "Dmitri",
  "Elin",
  "Farid",
  "Greta",
  "Hugo",
  "Ines",
  "Jonas",
  "Åsa",
  "Zoltán",
];
const fronts =
  "North East South West Har Mill Salt Thorn Under Over Broad Long Stone Ash Oak Elm Clay Sand Fen Moor".split(" ");
const backs =
  "wood gate bour field ham marsh bury hill ton ford ley worth combe dale thorpe by cott stead brook shaw".split(" ");
/** Enough that in a million people only three or four in a thousand share name and birthday, as in a real book. */
const surnames = fronts.flatMap((front) => backs.map((back) => front + back));
const towns = ["London", "Leeds", "Köln", "Lyon", "Milano", "Kraków", "Bilbao", "Gent"];
const countries = ["United Kingdom", "GB", "Germany", "FRA", "Italy", "PL", "Spain", "Belgium"];
const streets = ["Market Street", "High Street", "Station Road", "Mill Lane", "Harbour View"];

/** A seeded stream of whole numbers below `bound`: the same file for the same arguments, on every machine. */
function randomOf(seed: number): (bound: number) => number {
  let state = seed >>> 0 || 1;
  return (bound) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % bound;
  };
}

/** One client a row, nobody who exists. About one in forty has something wrong. */
function cellsOf(row: number, below: (bound: number) => number, thinIn: number): string[] {
  const pick = (list: readonly string[]) => list[below(list.length)] ?? "";
  const [forename, surname] = [pick(forenames), pick(surnames)];
  const isWrong = below(40) === 0;
  const day = isWrong && below(2) === 0 ? 31 : 1 + below(28);
  const month = 1 + below(12);
  const two = (n: number) => String(n).padStart(2, "0");
  return [
    `B${String(row).padStart(8, "0")}`,
    pick(["Mr", "Mrs", "Ms", "Dr", ""]),
    forename,
    below(3) === 0 ? pick(forenames) : "",
    isWrong && below(3) === 0 ? "" : surname,
    `${two(day)}/${two(month)}/${1930 + below(75)}`,
    pick(countries),
    pick(["M", "F", ""]),
    `${forename}.${surname}${row}@mail.example`.normalize("NFD").replace(/[^\x20-\x7e]/g, ""),
    `+44 7700 9${String(below(100_000)).padStart(5, "0")}`,
    below(10) === 0 ? `Flat ${below(90)}, ${pick(streets)}` : `${1 + below(200)} ${pick(streets)}`,
    pick(towns),
    thinIn > 0 && row % thinIn === 0 ? "" : `N${below(20)} ${below(10)}AB`,
    pick(countries),
  ];
}

/** The rows of the book, the same for the same arguments. */
function* bookRows({ rows, seed, thinIn = 0 }: Book): Generator<string[]> {
  const below = randomOf(seed);
  for (let row = 1; row <= rows; row++) yield cellsOf(row, below, thinIn);
}

/** A cell with a comma is quoted; there are no quotes and line ends in this book. */
const lineOf = (cells: readonly string[]): string =>
  `${cells.map((cell) => (cell.includes(",") ? `"${cell}"` : cell)).join(",")}\n`;

export const bookFormats = ["csv", "xlsx"] as const;
export type BookFormat = (typeof bookFormats)[number];
/** `thinIn` so many rows one has an address without a postcode; left out: none. */
export type Book = { rows: number; seed: number; format: BookFormat; thinIn?: number };

/** Writes the book. @returns its size in bytes and the SHA-256 that an upload declares */
export async function writeBookFile(path: string, book: Book): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash("sha256");
  const file = createWriteStream(path);
  let bytes = 0;
  for await (const piece of piecesOf[book.format](book)) {
    bytes += piece.length;
    hash.update(piece);
    if (!file.write(piece)) await once(file, "drain");
  }
  file.end();
  await once(file, "close");
  return { bytes, sha256: hash.digest("hex") };
}

const piecesOf = {
  *csv(book: Book): Generator<Uint8Array> {
    let text = lineOf(header);
    for (const cells of bookRows(book)) {
      text += lineOf(cells);
      if (text.length < 1_000_000) continue;
      yield Buffer.from(text);
      text = "";
    }
    yield Buffer.from(text);
  },
  xlsx: (book: Book): AsyncIterable<Uint8Array> => workbookOf([{ name: "Clients", header, rows: bookRows(book) }]),
} as const satisfies Record<BookFormat, (book: Book) => Iterable<Uint8Array> | AsyncIterable<Uint8Array>>;
