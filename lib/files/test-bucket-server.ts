import { createHash, randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { signatureFault } from "./test-signature.ts";

export const testBucket = {
  name: "books",
  region: "eu-west-2",
  keys: { accessKeyId: "causeway", secretAccessKey: "a key for tests" },
};
const partBytesMin = 5 * 1024 ** 2;

type Upload = { key: string; parts: Map<number, { bytes: Buffer; tag: string }> };
type Answer = { status: number; headers?: Record<string, string>; body?: string | Buffer };

/**
 * A bucket for tests, in memory, that speaks S3 as far as the storage needs it and refuses what S3 refuses: requests not rightly signed, another
 * region or bucket, unknown uploads, parts under 5 MiB before the last, parts that do not fit their tags (docs/decisions/0035 says why our own).
 */
export async function openBucketServer() {
  const objects = new Map<string, Buffer>();
  const uploads = new Map<string, Upload>();
  const asked: string[] = [];
  /** What goes wrong next: each is used up by the request that fits. */
  const troubles: { when: RegExp; what: "cut" | "lose" | Answer }[] = [];

  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    try {
      for await (const chunk of request) chunks.push(chunk);
    } catch {
      return;
    }
    const { line, answer } = answerTo(request, Buffer.concat(chunks), objects, uploads);
    asked.push(line);
    const index = troubles.findIndex(({ when }) => when.test(line));
    const trouble = index < 0 ? undefined : troubles.splice(index, 1)[0]?.what;
    send(response, request.method === "HEAD", typeof trouble === "object" ? trouble : answer(), trouble);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${port}`,
    objects,
    uploads,
    /** `PUT part key`, `GET key` and so on, in order. */
    asked,
    /** `cut`: the answer breaks off in its middle; `lose`: it is done, and no answer comes. */
    trouble: (when: RegExp, what: "cut" | "lose" | Answer, times = 1) =>
      void troubles.push(...Array.from({ length: times }, () => ({ when, what }))),
    /** As when the machine goes away: connections break, none is taken any more. */
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, "close").catch(() => {});
    },
  };
}

function send(response: ServerResponse, isHead: boolean, answer: Answer, trouble: unknown): void {
  if (trouble === "lose") return void response.destroy();
  const body = Buffer.from(answer.body ?? "");
  response.writeHead(answer.status, { ...answer.headers, "content-length": isHead ? 0 : body.length });
  if (isHead) return void response.end();
  if (trouble !== "cut") return void response.end(body);
  response.write(body.subarray(0, body.length / 2), () => response.destroy());
}

const refusal = (status: number, code: string): Answer => ({
  status,
  headers: { "content-type": "application/xml" },
  body: `<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code><Message>${code}</Message></Error>`,
});
const xml = (body: string): Answer => ({
  status: 200,
  headers: { "content-type": "application/xml" },
  body: `<?xml version="1.0" encoding="UTF-8"?>${body}`,
});
const tagOf = (bytes: Uint8Array) => `"${createHash("md5").update(bytes).digest("hex")}"`;

/** What a request is about when it is not about an object. */
const subresources = [
  ["uploads", " uploads"],
  ["partNumber", " part"],
  ["uploadId", " upload"],
] as const;

function answerTo(
  request: IncomingMessage,
  body: Buffer,
  objects: Map<string, Buffer>,
  uploads: Map<string, Upload>,
): { line: string; answer: () => Answer } {
  const url = new URL(request.url ?? "/", "http://bucket");
  const [, bucket = "", ...rest] = url.pathname.split("/");
  const key = rest.map(decodeURIComponent).join("/");
  const query = url.searchParams;
  const [, what = ""] = subresources.find(([name]) => query.has(name)) ?? [];
  const act = `${request.method}${what}`;
  const line = `${act} ${key}`.trim();
  const { accessKeyId, secretAccessKey } = testBucket.keys;
  const fault = signatureFault(request, body, { [accessKeyId]: secretAccessKey }, testBucket.region);
  if (fault) return { line, answer: () => refusal(403, fault) };
  if (bucket !== testBucket.name) return { line, answer: () => refusal(404, "NoSuchBucket") };
  return {
    line,
    answer: () => {
      const uploadId = query.get("uploadId") ?? "";
      const upload = uploads.get(uploadId);
      if (uploadId !== "" && upload?.key !== key) return refusal(404, "NoSuchUpload");
      if (act === "POST upload" && upload) return completed(uploadId, upload, body.toString(), objects, uploads);
      if (act === "PUT part" && upload) {
        const number = Number(query.get("partNumber"));
        if (!(number >= 1 && number <= 10_000)) return refusal(400, "InvalidArgument");
        upload.parts.set(number, { bytes: body, tag: tagOf(body) });
        return { status: 200, headers: { etag: tagOf(body) } };
      }
      if (act === "DELETE upload") {
        uploads.delete(uploadId);
        return { status: 204 };
      }
      if (act === "POST uploads") {
        const id = randomUUID();
        uploads.set(id, { key, parts: new Map() });
        return xml(`<InitiateMultipartUploadResult><UploadId>${id}</UploadId></InitiateMultipartUploadResult>`);
      }
      if (act === "HEAD" && key === "") return { status: 200 };
      if (act === "PUT" && key !== "") {
        objects.set(key, body);
        return { status: 200, headers: { etag: tagOf(body) } };
      }
      if (act === "DELETE" && key !== "") {
        objects.delete(key);
        return { status: 204 };
      }
      if (act === "GET" && key !== "") return read(objects.get(key), request.headers.range);
      return refusal(501, "NotImplemented");
    },
  };
}

function read(bytes: Buffer | undefined, range: string | undefined): Answer {
  if (!bytes) return refusal(404, "NoSuchKey");
  const [, start = "", end = ""] = /^bytes=(\d+)-(\d+)$/.exec(range ?? "") ?? [];
  if (start === "") return { status: 200, body: bytes };
  if (Number(end) < Number(start)) return { status: 200, body: bytes };
  if (Number(start) >= bytes.length) return refusal(416, "InvalidRange");
  const last = Math.min(Number(end), bytes.length - 1);
  const headers = { "content-range": `bytes ${start}-${last}/${bytes.length}` };
  return { status: 206, headers, body: bytes.subarray(Number(start), last + 1) };
}

function completed(
  uploadId: string,
  { key, parts }: Upload,
  body: string,
  objects: Map<string, Buffer>,
  uploads: Map<string, Upload>,
): Answer {
  const named = [...body.matchAll(/<Part>(.*?)<\/Part>/gs)].map(([, part = ""]) => ({
    number: Number(/<PartNumber>(\d+)</.exec(part)?.[1]),
    tag: (/<ETag>(.*?)</.exec(part)?.[1] ?? "").replaceAll("&quot;", '"'),
  }));
  if (named.length === 0) return refusal(400, "MalformedXML");
  if (named.some(({ number }, index) => index > 0 && number <= (named[index - 1]?.number ?? 0)))
    return refusal(400, "InvalidPartOrder");
  const found = named.map(({ number, tag }) => {
    const part = parts.get(number);
    return part?.tag === tag ? part.bytes : undefined;
  });
  const bytes = found.filter((part) => part !== undefined);
  if (bytes.length < found.length) return refusal(400, "InvalidPart");
  if (bytes.slice(0, -1).some((part) => part.length < partBytesMin)) return refusal(400, "EntityTooSmall");
  objects.set(key, Buffer.concat(bytes));
  uploads.delete(uploadId);
  return xml(`<CompleteMultipartUploadResult><Key>${key}</Key><ETag>"whole"</ETag></CompleteMultipartUploadResult>`);
}
