import { sharedTextCharactersMax } from "./limits.ts";
import { builtInKind, kindOfFormat, type NumberKind } from "./number-text.ts";
import type { DateSystem } from "./serial-date.ts";
import { Unreadable } from "./unreadable.ts";
import { lentAttribute, readXml } from "./xml-events.ts";
import { plainXmlText } from "./xml-text.ts";
import type { Archive } from "./zip-archive.ts";

export type Sheet = { name: string; isHidden: boolean; part: string };

export type Workbook = {
  sheets: readonly Sheet[];
  dateSystem: DateSystem;
  sharedPart: string | null;
  stylePart: string | null;
};

/** What a workbook holds, by its own list. @throws Unreadable when it has no sheet of cells */
export async function readWorkbook(archive: Archive): Promise<Workbook> {
  const main =
    (await relationsOf(archive, "")).find(({ type }) => type.endsWith("/officeDocument"))?.target ?? "xl/workbook.xml";
  const relations = await relationsOf(archive, main);
  const sheets: Sheet[] = [];
  let dateSystem: DateSystem = "1900";
  await readXml(archive.open(main), {
    onOpen(name, attributes) {
      if (name === "workbookPr" && isTrue(attributes.date1904)) dateSystem = "1904";
      if (name !== "sheet") return;
      const relationId = lentAttribute(attributes, "id");
      const relation = relations.find(({ id }) => id === relationId);
      if (relation?.type.endsWith("/worksheet") && archive.has(relation.target))
        sheets.push({
          name: attributes.name ?? `Sheet ${sheets.length + 1}`,
          isHidden: attributes.state === "hidden" || attributes.state === "veryHidden",
          part: relation.target,
        });
    },
    onText() {},
    onClose() {},
  });
  if (sheets.length === 0)
    throw new Unreadable(
      "The workbook has no sheet with cells. Save the sheet that holds the clients as .xlsx or CSV.",
    );
  const partOf = (kind: string) => {
    const target = relations.find(({ type }) => type.endsWith(`/${kind}`))?.target;
    return target && archive.has(target) ? target : null;
  };
  return { sheets, dateSystem, sharedPart: partOf("sharedStrings"), stylePart: partOf("styles") };
}

export const isTrue = (value: string | undefined): boolean => value === "1" || value === "true";

/** The number format of each cell style, by the number cells name it with. */
export async function readStyles(archive: Archive, part: string | null): Promise<NumberKind[]> {
  const codes = new Map<number, string>();
  const styles: NumberKind[] = [];
  let isCellStyles = false;
  if (part === null) return styles;
  await readXml(archive.open(part), {
    onOpen(name, attributes) {
      if (name === "numFmt") codes.set(Number(attributes.numFmtId), attributes.formatCode ?? "");
      if (name === "cellXfs") isCellStyles = true;
      if (name !== "xf" || !isCellStyles) return;
      const id = Number(attributes.numFmtId ?? 0);
      const code = codes.get(id);
      styles.push(code === undefined ? builtInKind(id) : kindOfFormat(code));
    },
    onText() {},
    onClose(name) {
      if (name === "cellXfs") isCellStyles = false;
    },
  });
  return styles;
}

/** Texts that cells name by number. @throws Unreadable when they are more than memory should hold */
export async function readSharedTexts(archive: Archive, part: string | null): Promise<string[]> {
  const texts: string[] = [];
  if (part === null) return texts;
  let text = "";
  let isText = false;
  let isReading = false;
  let characters = 0;
  await readXml(archive.open(part), {
    onOpen(name) {
      if (name === "si") text = "";
      if (name === "t" && !isReading) isText = true;
      // How East Asian text is pronounced; not part of it.
      if (name === "rPh") isReading = true;
    },
    onText(piece) {
      if (isText) text += piece;
    },
    onClose(name) {
      if (name === "t") isText = false;
      if (name === "rPh") isReading = false;
      if (name !== "si") return;
      characters += text.length;
      if (characters > sharedTextCharactersMax)
        throw new Unreadable(
          "The workbook holds more text than can be kept in memory. Save the sheet as CSV (UTF-8) and upload that.",
        );
      texts.push(plainXmlText(text));
    },
  });
  return texts;
}

type Relation = { id: string; type: string; target: string };

async function relationsOf(archive: Archive, part: string): Promise<Relation[]> {
  const folder = part.includes("/") ? part.slice(0, part.lastIndexOf("/") + 1) : "";
  const place = `${folder}_rels/${part.slice(folder.length)}.rels`;
  const relations: Relation[] = [];
  if (!archive.has(place)) return relations;
  await readXml(archive.open(place), {
    onOpen(name, { Id = "", Type = "", Target = "", TargetMode }) {
      if (name === "Relationship" && TargetMode !== "External")
        relations.push({ id: Id, type: Type, target: resolved(folder, Target) });
    },
    onText() {},
    onClose() {},
  });
  return relations;
}

function resolved(folder: string, target: string): string {
  const steps = (target.startsWith("/") ? target : folder + target).split("/");
  const path: string[] = [];
  for (const step of steps) {
    if (step === "..") path.pop();
    else if (step !== "" && step !== ".") path.push(step);
  }
  return path.join("/");
}
