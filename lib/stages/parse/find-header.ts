import { type CellKind, kindOfCell } from "./cell-kind.ts";

export type HeadRecord = { cells: readonly string[]; lineNumber: number };

export type HeaderFound = {
  headerLine: number | null;
  headerRows: 1 | 2;
  reason: string;
  doubt: string | null;
};

const candidatesMax = 30;
/** Words that name columns, in the languages of most exports; whole words of a cell. */
const headerWord =
  /(?:^|[\s_.\-/(])(?:id|no|nr|num|number|name|names|first|last|surname|forename|given|family|title|birth|dob|date|datum|day|address|addr|street|city|town|postcode|postal|zip|country|state|phone|tel|mobile|fax|e-?mail|type|status|code|ref|reference|company|organisation|organization|gender|sex|nationality|currency|amount|value|description|note|notes|vorname|nachname|geburtsdatum|strasse|straße|ort|plz|land|firma|kunde|kundennummer|konto|anrede|telefon|nom|prenom|prénom|naissance|adresse|ville|pays|societe|société|nombre|apellido|apellidos|fecha|nacimiento|direccion|dirección|ciudad|pais|país|empresa|cognome|nome|nascita|indirizzo|citta|città|paese|comune|cap|azienda|imie|imię|nazwisko|ulica|miasto|kraj|adres)(?:$|[\s_.\-/):])/i;

/** Which of the first records names the columns, or that none does; by what it looks like beside the records under it. */
export function findHeader(records: readonly HeadRecord[], width: number, mayHaveTwoRows: boolean): HeaderFound {
  const candidates = candidatesAmong(
    records.filter((record) => isWideEnough(record, width)).slice(0, candidatesMax),
    width,
  );
  const scored = candidates.map((record) => ({ record, score: scoreOf(record, width) }));
  const best = Math.max(...scored.map(({ score }) => score));
  const chosen = scored.find(({ score }) => score >= best - 0.35)?.record ?? records[0];
  if (!chosen) return { headerLine: null, headerRows: 1, reason: "There are no rows.", doubt: null };
  const body = records.slice(records.indexOf(chosen) + 1).filter((record) => isWideEnough(record, width));
  const { evidence, isAlike } = evidenceOf(chosen.cells, body);
  // A client taken for names is lost; names taken for a client are seen in Review.
  if (evidence < 0 || (evidence === 0 && isAlike))
    return {
      headerLine: null,
      headerRows: 1,
      reason: `Line ${chosen.lineNumber} looks like the rows under it, so no row names the columns. They are called Column 1, Column 2 …`,
      doubt: "If the file has column names, say on which line they stand.",
    };
  const above = records.indexOf(chosen);
  const second = records[above + 1];
  const isCompleted = mayHaveTwoRows && second !== undefined && completes(chosen.cells, second.cells);
  const isExplained =
    second !== undefined && !isCompleted && explains(second.cells, body.slice(body.indexOf(second) + 1));
  const headerRows = isCompleted || isExplained ? 2 : 1;
  return {
    headerLine: chosen.lineNumber,
    headerRows,
    reason: `The column names stand on line ${chosen.lineNumber}${headerRows === 2 ? ` and in the row under it` : ""}${above > 0 ? `; ${above === 1 ? "the line above it is" : `the ${above} lines above it are`} not part of the table` : ""}.`,
    doubt: doubtOf(chosen.lineNumber, isExplained ? second.lineNumber : null, evidence === 0 && body.length > 0),
  };
}

function doubtOf(line: number, secondLine: number | null, isUncertain: boolean): string | null {
  if (secondLine !== null)
    return `Line ${secondLine} is taken for a second row of names: it holds words where the rows under it hold numbers or dates. Check that it is no client; if it is, say that the names stand on line ${line} alone.`;
  return isUncertain
    ? `Nothing in line ${line} shows for certain that it names the columns. Check that it is no client.`
    : null;
}

/** Records that may name the columns; the first of them when none can. */
function candidatesAmong(wide: readonly HeadRecord[], width: number): readonly HeadRecord[] {
  const [first] = wide;
  // A first row with a word of its own for each column is taken: no client whose values sound like names may push it aside.
  if (first && isComplete(first, width)) return [first];
  // Nor may one called Street or Day: below the first rows of the body, with its numbers and dates, nothing names its columns any more.
  const kinds = Array.from({ length: width }, (_, column) => commonKind(filledIn(wide, column), mostOf));
  const body = wide.findIndex((record, at) =>
    [record, wide[at + 1] ?? record].every(({ cells }) => isOfBody(cells, kinds)),
  );
  return body === -1 ? wide : wide.slice(0, Math.max(1, body));
}

const filledIn = (records: readonly HeadRecord[], column: number): string[] =>
  records.map(({ cells }) => cells[column] ?? "").filter((cell) => cell.trim() !== "");

/** Numbers and dates where most have them, words only where most have words. */
function isOfBody(cells: readonly string[], kinds: readonly CellKind[]): boolean {
  const typed = [...cells.entries()].filter(
    ([column, cell]) => cell.trim() !== "" && (kinds[column] ?? "text") !== "text",
  );
  return typed.length > 0 && typed.every(([column, cell]) => kindOfCell(cell) === kinds[column]);
}

const filledOf = (cells: readonly string[]): number => cells.filter((cell) => cell.trim() !== "").length;

const isWideEnough = ({ cells }: HeadRecord, width: number): boolean =>
  filledOf(cells) >= Math.max(Math.min(2, width), width / 2);

/** A word of its own for each column. */
const isComplete = ({ cells }: HeadRecord, width: number): boolean =>
  cells.length === width &&
  new Set(cells).size === width &&
  cells.every((cell) => cell.trim() !== "" && kindOfCell(cell) === "text");

function scoreOf({ cells }: HeadRecord, width: number): number {
  const filled = cells.filter((cell) => cell.trim() !== "");
  const words = filled.filter((cell) => kindOfCell(cell) === "text").length / filled.length;
  const distinct = new Set(filled).size / filled.length;
  const named = Math.min(1, (filled.filter((cell) => headerWord.test(cell)).length / filled.length) * 3);
  return words + distinct + named + Math.min(1, filled.length / width) + (cells.length === width ? 0.5 : 0);
}

/** Above zero: these cells name the columns. Below: they are a row like those under it. `isAlike`: a number or a date stands over others. */
function evidenceOf(cells: readonly string[], body: readonly HeadRecord[]): { evidence: number; isAlike: boolean } {
  let isAlike = false;
  let evidence = 0;
  for (const [column, cell] of cells.entries()) {
    if (cell.trim() === "") continue;
    const under = filledIn(body, column);
    const kind = kindOfCell(cell);
    if (under.length === 0) {
      // Nothing to compare with: a number or a date seldom names a column.
      if (body.length === 0 && kind !== "text") evidence--;
      continue;
    }
    if (commonKind(under) !== "text" && kind === "text") evidence++;
    if (kind !== "text" && kind === commonKind(under, mostOf)) {
      evidence--;
      isAlike = true;
    } else if (under.includes(cell)) evidence--;
  }
  // People are called Day and Street, too.
  if (!isAlike) evidence += Math.min(6, cells.filter((cell) => headerWord.test(cell)).length * 2);
  return { evidence, isAlike };
}

const nearlyAll = 0.8;
const mostOf = 0.51;

/** The kind of at least this share of the cells; text where none is. */
function commonKind(cells: readonly string[], share = nearlyAll): CellKind {
  const counts = new Map<CellKind, number>();
  for (const cell of cells) counts.set(kindOfCell(cell), (counts.get(kindOfCell(cell)) ?? 0) + 1);
  for (const [kind, count] of counts) if (count >= cells.length * share) return kind;
  return "text";
}

/**
 * A second row of names, or of units, beside a first one that names everything: nothing but words without a digit, and words in two columns or more
 * where every row under it that holds something has a number or a date. A client would have to be without a number, a date and a postcode.
 */
function explains(cells: readonly string[], body: readonly HeadRecord[]): boolean {
  const filled = [...cells.entries()].filter(([, cell]) => cell.trim() !== "");
  if (
    body.length < 2 ||
    filled.some(([, cell]) => kindOfCell(cell) !== "text" || /\d/.test(cell) || isPlaceholder(cell))
  )
    return false;
  const typed = Array.from({ length: cells.length }, (_, column) => filledIn(body, column)).map(
    (under) => under.length > 0 && under.every((cell) => typedKinds.has(kindOfCell(cell))),
  );
  return filled.filter(([column]) => typed[column]).length >= 2;
}

const typedKinds: ReadonlySet<CellKind> = new Set(["number", "date", "time", "e-mail"]);
/** What clients have where nothing is known. */
const isPlaceholder = (cell: string): boolean =>
  /^\W*(?:n\W?a|none|null|nil|unknown|unbekannt|inconnu|desconocido|sconosciuto|brak|tbc|tbd|pending|missing|k\W?a|s\W?d)?\W*$/i.test(
    cell,
  );

/** The second of two rows of names: words only, filling places the first leaves blank, leaving blank others it fills. */
function completes(top: readonly string[], under: readonly string[]): boolean {
  const width = Math.max(top.length, under.length);
  let fills = 0;
  let leaves = 0;
  for (let column = 0; column < width; column++) {
    const above = (top[column] ?? "").trim();
    const below = (under[column] ?? "").trim();
    if (below !== "" && kindOfCell(below) !== "text") return false;
    if (above === "" && below !== "") fills++;
    if (above !== "" && below === "") leaves++;
  }
  return fills > 0 && leaves > 0;
}
