import { listOfRole } from "../../domain/role-words.ts";
import { nestingMax } from "./limits.ts";

/** Why a text is not JSON; `at` counts characters from 0. */
export class NotJson extends Error {
  readonly at: number;
  constructor(message: string, at: number) {
    super(message);
    this.at = at;
  }
}

/** One cell of a record: its dotted column name and its text. Numbers are as written; null is empty. */
export type JsonListener = {
  onCell(name: string, text: string): void;
  onDuplicate(name: string): void;
};

/**
 * Reads one JSON value by the letter of RFC 8259 and tells its cells. Objects are flattened to dotted names, and so are lists of
 * objects under the name of a role, numbered from 1: `directors.1.name`. Other lists are kept as the JSON text they are written in; a value that is no object is one cell called `value`.
 * @throws NotJson
 */
export function readJsonValue(text: string, listener: JsonListener): void {
  let at = 0;
  const fail = (what: string): never => {
    throw new NotJson(what, at);
  };
  const blank = () => {
    for (;;) {
      const code = text.charCodeAt(at);
      if (code !== 32 && code !== 10 && code !== 13 && code !== 9) return;
      at++;
    }
  };

  const told = new Set<string>();
  /** Also `{"a.b": 1, "a": {"b": 2}}` says one name twice, once objects are flattened. */
  const tell = (name: string, value: string) => {
    if (told.has(name)) listener.onDuplicate(name);
    told.add(name);
    listener.onCell(name, value);
  };

  blank();
  if (text[at] === "{") object("", 1, true);
  else listener.onCell("value", plain(1));
  blank();
  if (at < text.length) fail("something follows the value");

  function object(prefix: string, depth: number, isTold: boolean): void {
    if (depth > nestingMax) fail("values are nested too deeply");
    at++;
    blank();
    if (text[at] === "}") {
      at++;
      return;
    }
    for (;;) {
      if (text[at] !== '"') fail("a name in quotation marks is missing");
      const name = prefix + string();
      blank();
      if (text[at] !== ":") fail("a colon is missing");
      at++;
      blank();
      if (text[at] === "{") object(`${name}.`, depth + 1, isTold);
      else if (isTold && text[at] === "[" && namesRole(name) && isOfObjects(depth + 1)) members(name, depth + 1);
      else {
        const value = plain(depth + 1);
        if (isTold) tell(name, value);
      }
      blank();
      if (text[at] === ",") {
        at++;
        blank();
        continue;
      }
      if (text[at] !== "}") fail("a comma or the end of the object is missing");
      at++;
      return;
    }
  }

  /** The cell text of a value that is no object. */
  function plain(depth: number): string {
    const start = at;
    const first = text[at];
    if (first === '"') return string();
    if (first === "[") {
      list(depth);
      return text.slice(start, at);
    }
    if (first === "t") return word("true");
    if (first === "f") return word("false");
    if (first === "n") {
      word("null");
      return "";
    }
    return number();
  }

  /** Is the list that begins here one of objects, few enough to be columns? Looks ahead, and stays where it is. */
  function isOfObjects(depth: number): boolean {
    const start = at;
    const { members: count, objects } = list(depth);
    at = start;
    return count > 0 && count <= listedMax && objects === count;
  }

  function members(name: string, depth: number): void {
    at++;
    for (let number = 1; ; number++) {
      blank();
      object(`${name}.${number}.`, depth + 1, true);
      blank();
      at++;
      if (text[at - 1] === "]") return;
    }
  }

  function list(depth: number): { members: number; objects: number } {
    if (depth > nestingMax) fail("values are nested too deeply");
    const found = { members: 0, objects: 0 };
    at++;
    blank();
    if (text[at] === "]") {
      at++;
      return found;
    }
    for (;;) {
      found.members++;
      if (text[at] === "{") {
        found.objects++;
        object("", depth + 1, false);
      } else plain(depth + 1);
      blank();
      if (text[at] === ",") {
        at++;
        blank();
        continue;
      }
      if (text[at] !== "]") fail("a comma or the end of the list is missing");
      at++;
      return found;
    }
  }

  function word(expected: string): string {
    if (!text.startsWith(expected, at)) fail("a value is missing");
    at += expected.length;
    return expected;
  }

  function number(): string {
    numberAt.lastIndex = at;
    const [found] = numberAt.exec(text) ?? fail("a value is missing");
    at += found.length;
    return found;
  }

  function string(): string {
    const start = at;
    for (at++; ; at++) {
      const code = text.charCodeAt(at);
      if (code === 34) break;
      if (code === 92) {
        escapeAt.lastIndex = at;
        const [found] = escapeAt.exec(text) ?? fail("a backslash begins no known sign");
        at += found.length - 1;
      } else if (Number.isNaN(code)) fail("a text is never closed");
      else if (code < 32) fail("a control character stands in a text");
    }
    at++;
    const raw = text.slice(start + 1, at - 1);
    return raw.includes("\\") ? (JSON.parse(text.slice(start, at)) as string) : raw;
  }
}

/** `company.directors`: a list of a company's associates is its numbered columns. */
const namesRole = (name: string): boolean => listOfRole(name.slice(name.lastIndexOf(".") + 1)) !== undefined;

/** A list of more objects is kept as it is written: it would make more columns than anybody maps. */
const listedMax = 50;

const numberAt = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
const escapeAt = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
