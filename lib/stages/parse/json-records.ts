import { recordCharactersMax } from "./limits.ts";
import { Unreadable } from "./unreadable.ts";

/** One record of a JSON file as it is written, and the line it begins on. */
export type JsonRecord = { text: string; lineNumber: number };

/** Where the records stand: in the one list of the file, one after another, or in the list at the end of these names, from the outermost object in. */
export type JsonPlace = { kind: "list" } | { kind: "sequence" } | { kind: "under"; path: readonly string[] };

type Expecting =
  | "list"
  | "record or end"
  | "record"
  | "comma or end"
  | "after"
  | "name or end"
  | "name"
  | "colon"
  | "member"
  | "member comma or end";

/**
 * Cuts the text of a JSON file into its records without reading them: `write` pieces of any size, then `end`.
 * @throws Unreadable with the line where the file is not JSON
 */
export function jsonRecords(place: JsonPlace, onRecord: (record: JsonRecord) => void) {
  let rest = "";
  let line = 1;
  let expecting: Expecting = place.kind === "sequence" ? "record or end" : "list";
  let name = "";
  let foundList = place.kind !== "under";
  const path = place.kind === "under" ? place.path : [];
  /** How many objects on the way to the list are open, after the outermost. */
  let depth = 0;
  let isInside = false;
  /** How far the value that has not come whole was looked through. */
  let looked: ValueLook | null = null;

  const broken = (what: string, lineNumber = line): never => {
    throw new Unreadable(
      `This is not valid JSON: on line ${lineNumber.toLocaleString("en-GB")} ${what}. Export the file again, or correct it there.`,
    );
  };

  const take = (isEnd: boolean) => {
    let at = 0;
    for (;;) {
      at = skipBlank(at);
      if (at >= rest.length) break;
      const sign = rest[at] ?? "";
      if (expecting === "list") {
        const open = place.kind === "list" ? "[" : "{";
        if (sign !== open) broken("the file does not begin as JSON does");
        expecting = place.kind === "list" ? "record or end" : "name or end";
        isInside = place.kind === "list";
        at++;
      } else if (isInside && sign === "]" && (expecting === "record or end" || expecting === "comma or end")) {
        isInside = false;
        expecting = place.kind === "under" ? "member comma or end" : "after";
        at++;
      } else if (expecting === "comma or end") {
        if (sign !== ",") broken("a comma between two records is missing");
        expecting = "record";
        at++;
      } else if ((expecting === "member comma or end" || expecting === "name or end") && sign === "}") {
        expecting = depth > 0 ? "member comma or end" : "after";
        depth--;
        at++;
      } else if (expecting === "member comma or end") {
        if (sign !== ",") broken("a comma is missing");
        expecting = "name";
        at++;
      } else if (expecting === "colon") {
        if (sign !== ":") broken("a colon is missing");
        expecting = "member";
        at++;
      } else if (expecting === "after") {
        broken("something follows the end of the data");
      } else if (expecting === "member" && name === path[depth] && depth < path.length - 1 && sign === "{") {
        depth++;
        expecting = "name or end";
        at++;
      } else if (expecting === "member" && name === path[depth] && depth === path.length - 1 && sign === "[") {
        foundList = true;
        isInside = true;
        expecting = "record or end";
        at++;
      } else {
        looked ??= { at: at, depth: 0, isText: false, isEscaped: false };
        const stop = valueEnd(rest, looked, isEnd);
        if (stop === -1) {
          if (rest.length - at > recordCharactersMax)
            broken("a record is longer than 16 MB; often a quotation mark or a bracket there is never closed");
          if (isEnd) broken("the file ends in the middle of a value; the export was cut off");
          break;
        }
        looked = null;
        const text = rest.slice(at, stop);
        const lineNumber = line;
        if (expecting === "name" || expecting === "name or end") {
          name = nameOf(text) ?? broken("a name in quotation marks is missing");
          expecting = "colon";
        } else if (expecting === "member") {
          expecting = "member comma or end";
        } else {
          onRecord({ text, lineNumber });
          expecting = isInside ? "comma or end" : "record or end";
        }
        line += newLines(text);
        at = stop;
      }
    }
    rest = rest.slice(at);
    if (looked) looked.at -= at;
    if (isEnd && expecting !== "after" && !(place.kind === "sequence" && expecting === "record or end"))
      broken("the file ends before the data does; the export was cut off");
    if (isEnd && !foundList) broken(`no list called “${path.join(".")}” was found`);
  };

  const skipBlank = (from: number): number => {
    let at = from;
    for (;;) {
      const code = rest.charCodeAt(at);
      if (code === 10) line++;
      else if (code !== 32 && code !== 13 && code !== 9) return at;
      at++;
    }
  };

  return {
    write(text: string) {
      rest = rest === "" ? text : rest + text;
      take(false);
    },
    end: () => take(true),
    get line() {
      return line;
    },
  };
}

type ValueLook = { at: number; depth: number; isText: boolean; isEscaped: boolean };

/** Where the value ends that `look` began, or -1 while it has not come whole. What it holds is read later, by the letter. */
function valueEnd(text: string, look: ValueLook, isEnd: boolean): number {
  for (; look.at < text.length; look.at++) {
    const code = text.charCodeAt(look.at);
    if (look.isText) {
      if (look.isEscaped) look.isEscaped = false;
      else if (code === 92) look.isEscaped = true;
      else if (code === 34) {
        look.isText = false;
        if (look.depth === 0) return look.at + 1;
      }
    } else if (code === 34) look.isText = true;
    else if (code === 123 || code === 91) look.depth++;
    else if (code === 125 || code === 93) {
      if (look.depth === 0) return look.at;
      look.depth--;
      if (look.depth === 0) return look.at + 1;
    } else if (
      look.depth === 0 &&
      (code === 44 || code === 58 || code === 32 || code === 10 || code === 13 || code === 9)
    )
      return look.at;
  }
  return isEnd && look.depth === 0 && !look.isText ? text.length : -1;
}

function nameOf(text: string): string | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "string" ? value : undefined;
  } catch {
    return undefined;
  }
}

function newLines(text: string): number {
  let lines = 0;
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) lines++;
  return lines;
}
