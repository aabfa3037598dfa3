import { SaxesParser } from "saxes";
import { Unreadable } from "./unreadable.ts";

export type XmlListener = {
  /** The name without its prefix. Attributes as they are written: those of cells never have one, and there are millions. */
  onOpen(name: string, attributes: Readonly<Record<string, string>>): void;
  onText(text: string): void;
  onClose(name: string): void;
  /** Nothing more is wanted. */
  isDone?(): boolean;
};

/** Reads a part of a workbook. No document type is read, so no entity of its own can grow. @throws Unreadable */
export async function readXml(
  bytes: AsyncIterable<Uint8Array>,
  listener: XmlListener,
  onPiece?: () => Promise<void>,
): Promise<void> {
  const parser = new SaxesParser<{ xmlns: false }>({ xmlns: false });
  parser.on("doctype", () => {
    throw new Unreadable(
      "The workbook holds a document type with its own entities, which Excel never writes and which can be an attack. It was refused.",
    );
  });
  parser.on("error", () => {
    throw new Unreadable(
      "The workbook is damaged: a part of it is not valid XML. Open it, save it again as .xlsx and upload that.",
    );
  });
  parser.on("opentag", ({ name, attributes }) => listener.onOpen(localName(name), attributes));
  parser.on("text", (text) => listener.onText(text));
  parser.on("cdata", (text) => listener.onText(text));
  parser.on("closetag", ({ name }) => listener.onClose(localName(name)));
  let decoder: TextDecoder | undefined;
  for await (const chunk of bytes) {
    decoder ??= new TextDecoder(xmlEncoding(chunk));
    parser.write(decoder.decode(chunk, { stream: true }));
    if (listener.isDone?.()) return;
    await onPiece?.();
  }
  parser.write(decoder?.decode() ?? "");
  parser.close();
}

const xmlEncoding = (head: Uint8Array): string => {
  if ((head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0x3c && head[1] === 0)) return "utf-16le";
  return (head[0] === 0xfe && head[1] === 0xff) || (head[0] === 0 && head[1] === 0x3c) ? "utf-16be" : "utf-8";
};

const localName = (name: string): string => {
  const colon = name.indexOf(":");
  return colon === -1 ? name : name.slice(colon + 1);
};

/** The value of an attribute that other namespaces lend, whatever their prefix is. */
export const lentAttribute = (attributes: Readonly<Record<string, string>>, name: string): string | undefined =>
  Object.entries(attributes).find(([written]) => written.includes(":") && localName(written) === name)?.[1];
