import { randomUUID } from "node:crypto";
import type { Problem } from "../contracts/contract.ts";
import { faultWords } from "../domain/fault-words.ts";
import { httpStatusByRefusal, type Refusal } from "../domain/refusal.ts";
import { StorageAway } from "../domain/storage-away.ts";
import type { Logger } from "../log.ts";

export function problemResponse(status: number, problem: Problem): Response {
  return Response.json(problem, { status, headers: { "cache-control": "no-store" } });
}

export function refusalResponse(refusal: Refusal): Response {
  return problemResponse(httpStatusByRefusal[refusal.kind], refusal);
}

/** A surprise: the log gets the cause under an id, the person gets a sentence and the id. A database or a storage of files that is down is said so. */
export function faultResponse(log: Logger, where: string, fault: unknown): Response {
  const errorId = randomUUID();
  log.error("request failed", {
    errorId,
    where,
    cause: faultWords(fault),
  });
  if (fault instanceof StorageAway) {
    return problemResponse(503, { kind: "storage_away", sentence: fault.message, errorId });
  }
  if (isDatabaseDown(fault)) {
    return problemResponse(503, {
      kind: "database_down",
      sentence: "The database does not answer. Nothing was changed; try again when it is back.",
      errorId,
    });
  }
  return problemResponse(500, {
    kind: "fault",
    sentence: `Something went wrong on our side. Nothing is lost; report this id if it happens again: ${errorId}`,
    errorId,
  });
}

function isDatabaseDown(fault: unknown): boolean {
  const told =
    fault instanceof Error
      ? `${fault.message} ${String((fault as { code?: unknown }).code)} ${fault.cause ? String(fault.cause) : ""}`
      : "";
  return /ECONNREFUSED|P1001|P1017|57P0[123]|Connection terminated|timeout exceeded when trying to connect|DatabaseNotReachable|ConnectionClosed/.test(
    told,
  );
}
