import type { Answer } from "./operation.ts";

/** An answer as it goes out: JSON, or bytes as they are. */
export function responseOf(answer: Answer): Response {
  if (answer.body instanceof Uint8Array)
    return new Response(new Uint8Array(answer.body), { status: answer.status ?? 200, headers: answer.headers ?? {} });
  return Response.json(answer.body, { status: answer.status ?? 200, headers: answer.headers ?? {} });
}
