import { createServer, type RequestListener } from "node:http";
import { type AddressInfo, createServer as createTcpServer, type Server, type Socket } from "node:net";
import { afterEach, expect, test } from "vitest";
import { makeHttp } from "./http.ts";

const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

async function listening(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  closers.push(() => server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/4.0/`;
}

async function answering(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  closers.push(() => server.closeAllConnections());
  return listening(server);
}

/** A server that does with each connection's bytes what a well-behaved one would not. */
async function misbehaving(onBytes: (socket: Socket, text: string) => void): Promise<string> {
  return listening(
    createTcpServer((socket) => {
      closers.push(() => socket.destroy());
      socket.on("error", () => {});
      socket.on("data", (bytes) => onBytes(socket, bytes.toString()));
    }),
  );
}

test("a call carries the key, its path under the base URL, its query and its body as JSON", async () => {
  const seen: unknown[] = [];
  const baseUrl = await answering(async (request, response) => {
    const body = (await request.toArray()).join("");
    seen.push({
      method: request.method,
      url: request.url,
      key: request.headers.apikey,
      type: request.headers["content-type"],
      body,
    });
    response.setHeader("X-RateLimit-Remaining", "7").writeHead(201).end('{"id":"1"}');
  });
  const http = makeHttp({ baseUrl, apiKey: "k" });
  const answer = await http({ method: "POST", path: "/profiles", query: { q: "Zoë & co" }, body: { name: "Zoë" } });
  expect(seen).toEqual([
    {
      method: "POST",
      url: "/4.0/profiles?q=Zo%C3%AB+%26+co",
      key: "k",
      type: "application/json",
      body: '{"name":"Zoë"}',
    },
  ]);
  expect(answer).toMatchObject({
    kind: "answer",
    status: 201,
    text: '{"id":"1"}',
    headers: { "x-ratelimit-remaining": "7" },
  });
});

test("a delete goes out without a body, and a version to be replaced goes out verbatim", async () => {
  const seen: unknown[] = [];
  const baseUrl = await answering((request, response) => {
    const { method, url } = request;
    seen.push([method, url, request.headers["if-match"], request.headers["content-type"]]);
    response.end("{}");
  });
  const http = makeHttp({ baseUrl, apiKey: "k" });
  await http({ method: "DELETE", path: "/profiles/p/tags/t" });
  await http({ method: "POST", path: "/profiles/p/collected_data", body: {}, ifMatch: 'W/"1579973191.798"' });
  expect(seen).toEqual([
    ["DELETE", "/4.0/profiles/p/tags/t", undefined, undefined],
    ["POST", "/4.0/profiles/p/collected_data", 'W/"1579973191.798"', "application/json"],
  ]);
});

test("a call may ask for more patience than the others, and for less", async () => {
  const baseUrl = await answering((_request, response) => setTimeout(() => response.end("{}"), 300));
  const http = makeHttp({ baseUrl, apiKey: "k", timeoutMs: 100 });
  const [patient, hasty] = await Promise.all([
    http({ method: "POST", path: "/", body: {}, timeoutMs: 5_000 }),
    http({ method: "POST", path: "/", body: {} }),
  ]);
  expect(patient).toMatchObject({ kind: "answer", status: 200 });
  expect(hasty).toMatchObject({ kind: "no_answer", reason: "timeout", hasLeft: true });
});

test("no more calls are under way at once than there are connections, and every one of them is answered", async () => {
  let open = 0;
  let most = 0;
  const baseUrl = await answering((_request, response) => {
    open += 1;
    most = Math.max(most, open);
    setImmediate(() => {
      open -= 1;
      response.end("{}");
    });
  });
  const http = makeHttp({ baseUrl, apiKey: "k", connectionsMax: 3 });
  const answers = await Promise.all(Array.from({ length: 50 }, () => http({ method: "POST", path: "/", body: {} })));
  expect(answers.every((answer) => answer.kind === "answer" && answer.status === 200)).toBe(true);
  expect(most).toBeLessThanOrEqual(3);
});

test("a connection is kept and used again", async () => {
  const ports = new Set<number | undefined>();
  const baseUrl = await answering((request, response) => {
    ports.add(request.socket.remotePort);
    response.end("{}");
  });
  const http = makeHttp({ baseUrl, apiKey: "k", connectionsMax: 1 });
  for (let count = 0; count < 5; count += 1) await http({ method: "POST", path: "/", body: {} });
  expect(ports.size).toBe(1);
});

test("nobody listening: the call has not left", async () => {
  const server = createTcpServer();
  const baseUrl = await listening(server);
  await new Promise((resolve) => server.close(resolve));
  const answer = await makeHttp({ baseUrl, apiKey: "k" })({ method: "POST", path: "/", body: {} });
  expect(answer).toEqual({ kind: "no_answer", hasLeft: false, reason: "no_connection", detail: "ECONNREFUSED" });
});

test("a connection that breaks before the answer: the call has left, and is sent only once", async () => {
  let requests = 0;
  const baseUrl = await misbehaving((socket, text) => {
    if (text.startsWith("POST")) requests += 1;
    socket.destroy();
  });
  const answer = await makeHttp({ baseUrl, apiKey: "k" })({ method: "POST", path: "/", body: {} });
  expect(answer).toMatchObject({ kind: "no_answer", hasLeft: true, reason: "connection_lost" });
  expect(requests).toBe(1);
});

test("no answer in time: the call has left; it is given up, and the next call is not disturbed", async () => {
  let isSilent = true;
  const baseUrl = await answering((_request, response) => {
    if (!isSilent) response.end("{}");
  });
  const http = makeHttp({ baseUrl, apiKey: "k", timeoutMs: 100 });
  expect(await http({ method: "POST", path: "/", body: {} })).toMatchObject({
    kind: "no_answer",
    hasLeft: true,
    reason: "timeout",
  });
  isSilent = false;
  expect(await http({ method: "POST", path: "/", body: {} })).toMatchObject({ kind: "answer", status: 200 });
});

test("an answer that trickles for ever ends with the time-out, with the status it had", async () => {
  const baseUrl = await answering((_request, response) => {
    response.writeHead(200);
    const drip = setInterval(() => response.write(" "), 10);
    response.on("close", () => clearInterval(drip));
  });
  const answer = await makeHttp({ baseUrl, apiKey: "k", timeoutMs: 150 })({ method: "GET", path: "/" });
  expect(answer).toMatchObject({ kind: "answer", status: 200 });
});

test("a call that waited for a free connection until its time was up has not left, and never leaves later", async () => {
  const urls: (string | undefined)[] = [];
  const baseUrl = await answering((request, response) => {
    urls.push(request.url);
    setTimeout(() => response.end("{}"), 300);
  });
  const http = makeHttp({ baseUrl, apiKey: "k", timeoutMs: 200, connectionsMax: 1 });
  const [, waiting] = await Promise.all([
    http({ method: "POST", path: "/first", body: {}, timeoutMs: 10_000 }),
    http({ method: "POST", path: "/waiting", body: {} }),
  ]);
  expect(waiting).toMatchObject({ kind: "no_answer", hasLeft: false, reason: "timeout" });
  await http({ method: "POST", path: "/after", body: {} });
  expect(urls).toEqual(["/4.0/first", "/4.0/after"]);
});

test("an answer cut off in the middle keeps its status", async () => {
  const baseUrl = await misbehaving((socket) => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{"id":"1"'));
  const answer = await makeHttp({ baseUrl, apiKey: "k" })({ method: "POST", path: "/", body: {} });
  expect(answer).toMatchObject({ kind: "answer", status: 200, text: '{"id":"1"' });
});

test("an answer beyond the size limit is broken off, not kept in memory", async () => {
  const baseUrl = await answering((_request, response) => response.end("x".repeat(100_000)));
  const answer = await makeHttp({ baseUrl, apiKey: "k", answerBytesMax: 1_000 })({ method: "GET", path: "/" });
  expect(answer.kind === "answer" && answer.text.length).toBeLessThan(100_000);
});

test("what is no HTTP is a lost connection", async () => {
  const baseUrl = await misbehaving((socket) => socket.end("hello\r\n"));
  const answer = await makeHttp({ baseUrl, apiKey: "k" })({ method: "POST", path: "/", body: {} });
  expect(answer).toMatchObject({ kind: "no_answer", hasLeft: true, reason: "connection_lost" });
});

test("settings that cannot be used are an answer, not an exception", async () => {
  const baseUrl = await answering((_request, response) => response.end("{}"));
  for (const settings of [
    { baseUrl: "not an address", apiKey: "k" },
    { baseUrl: "ftp://passfort.example", apiKey: "k" },
    { baseUrl, apiKey: "line\nbreak" },
  ]) {
    expect(await makeHttp(settings)({ method: "GET", path: "/" })).toMatchObject({
      hasLeft: false,
      reason: "bad_settings",
    });
  }
});
