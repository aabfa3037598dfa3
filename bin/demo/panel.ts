import { createHash } from "node:crypto";
import type { BodyOf, Contract, ParamsOf, QueryOf, ReplyOf } from "../../lib/contracts/contract.ts";
import { searchHeader } from "../../lib/contracts/search-header.ts";

type Input<C extends Contract> = { params?: ParamsOf<C>; query?: Partial<QueryOf<C>>; body?: BodyOf<C> };

/** One signed-in person at the panel's public HTTP API: what a browser does, without a browser. */
export type Panel = {
  call<C extends Contract>(contract: C, input?: Input<C>): Promise<ReplyOf<C>>;
  /** `sha256` (hex) is reckoned here unless the caller knows it, as it must for a file too large to hold. */
  upload(path: string, name: string, content: string | Blob, sha256?: string): Promise<{ fileId: string }>;
};

/** @throws Error with the panel's own sentence when sign-in or a call is refused */
export async function signIn(baseUrl: string, email: string, password: string): Promise<Panel> {
  const answer = await fetch(`${baseUrl}/api/auth/sign-in/email`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: baseUrl },
    body: JSON.stringify({ email, password }),
  });
  if (!answer.ok)
    throw new Error(`${email} could not sign in (${answer.status}). Are the demo people of this panel gone?`);
  const cookie = answer.headers
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .join("; ");
  await answer.arrayBuffer();
  return {
    async call(contract, input = {}) {
      const path = contract.path.replace(/:(\w+)/g, (_, name: string) =>
        encodeURIComponent(String((input.params as Record<string, unknown>)[name])),
      );
      const { search, ...asked } = (input.query ?? {}) as Record<string, unknown>;
      const query = new URLSearchParams(Object.entries(asked).map(([name, value]) => [name, String(value)])).toString();
      const init = contract.method === "GET" ? {} : { body: JSON.stringify(input.body ?? {}) };
      const response = await fetch(`${baseUrl}${path}${query ? `?${query}` : ""}`, {
        method: contract.method,
        headers: { cookie, "content-type": "application/json", origin: baseUrl, ...searchHeader(search) },
        ...init,
      });
      return contract.reply.parse(await replyOf(response, `${contract.method} ${path}`)) as ReplyOf<typeof contract>;
    },
    async upload(path, name, content, sha256) {
      const body = typeof content === "string" ? new Blob([content]) : content;
      const headers = {
        cookie,
        origin: baseUrl,
        "content-type": "application/octet-stream",
        "x-file-name": encodeURIComponent(name),
        "x-file-sha256":
          sha256 ??
          createHash("sha256")
            .update(await body.bytes())
            .digest("hex"),
      };
      return (await replyOf(
        await fetch(`${baseUrl}${path}`, { method: "POST", headers, body }),
        `upload of ${name}`,
      )) as { fileId: string };
    },
  };
}

async function replyOf(response: Response, what: string): Promise<unknown> {
  const text = await response.text();
  if (response.ok) return JSON.parse(text);
  const sentence = /"sentence":"((?:[^"\\]|\\.)*)"/.exec(text)?.[1];
  throw new Error(`${what} was not carried out (${response.status}): ${sentence ?? text.slice(0, 200)}`);
}
