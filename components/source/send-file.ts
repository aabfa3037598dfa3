import { type CallInput, ProblemError, urlOf } from "#lib/client/call.ts";
import { type Contract, problemSchema, type ReplyOf } from "#lib/contracts/contract.ts";

type Sending<C extends Contract> = {
  /** A contract whose body is raw bytes, and what its address needs. */
  contract: C;
  asked: Pick<CallInput<C>, "params" | "query">;
  file: File;
  /** With its folders, where they matter. */
  name: string;
  sha256: string;
  onProgress: (share: number) => void;
  signal: AbortSignal;
};

/** Sends the raw bytes. XMLHttpRequest, because fetch cannot tell how much has left. Throws a ProblemError, or the signal's reason. */
export function sendFile<C extends Contract>({
  contract,
  asked,
  file,
  name,
  sha256,
  onProgress,
  signal,
}: Sending<C>): Promise<ReplyOf<C>> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(contract.method, urlOf(contract, asked));
    request.setRequestHeader("content-type", "application/octet-stream");
    request.setRequestHeader("x-file-name", encodeURIComponent(name));
    request.setRequestHeader("x-file-sha256", sha256);
    request.upload.onprogress = (event) => onProgress(event.total === 0 ? 0 : event.loaded / event.total);
    request.onload = () => {
      const reply = contract.reply.safeParse(jsonOf(request.responseText));
      if (request.status < 300 && reply.success) resolve(reply.data as ReplyOf<C>);
      else reject(problemOfUpload(request));
    };
    request.onerror = () => reject(brokenOff());
    request.onabort = () => reject(signal.reason);
    signal.addEventListener("abort", () => request.abort(), { once: true });
    if (signal.aborted) reject(signal.reason);
    else request.send(file);
  });
}

function problemOfUpload(request: XMLHttpRequest): ProblemError {
  const problem = problemSchema.safeParse(jsonOf(request.responseText));
  if (problem.success) return new ProblemError(problem.data, request.status);
  return new ProblemError(
    {
      kind: "fault",
      sentence: `The panel did not take the file (HTTP ${request.status}). Nothing of it was kept; try again.`,
    },
    request.status,
  );
}

/** Also what a browser reports when the file changed on disk between choosing and sending. */
const brokenOff = () =>
  new ProblemError(
    {
      kind: "unreachable",
      sentence:
        "The upload broke off and nothing of it was kept. Check the network, and that the file is still where it was; then try again.",
    },
    0,
  );

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
