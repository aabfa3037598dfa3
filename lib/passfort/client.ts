import { setTimeout as wait } from "node:timers/promises";
import type { Environment } from "../domain/connection.ts";
import type { Caller, CallLog } from "./call.ts";
import { type ApplicationCalls, applicationCalls } from "./calls/applications.ts";
import { type AuditCalls, auditCalls } from "./calls/audit-items.ts";
import { type CheckCalls, checkCalls } from "./calls/checks.ts";
import { type CollectedDataCalls, collectedDataCalls } from "./calls/collected-data.ts";
import { type LinkCalls, linkCalls } from "./calls/links.ts";
import { type NoteCalls, noteCalls } from "./calls/notes.ts";
import { type ProfileCalls, profileCalls } from "./calls/profiles.ts";
import { type TagCalls, tagCalls } from "./calls/tags.ts";
import { type TaskCalls, taskCalls } from "./calls/tasks.ts";
import { type UploadCalls, uploadCalls } from "./calls/uploads.ts";
import { type WhoamiCalls, whoamiCalls } from "./calls/whoami.ts";
import { type Http, type HttpSettings, makeHttp } from "./http.ts";

/**
 * One Passfort account, in our words; each file of `calls/` is one noun of it. Nothing here throws, tries again, or sends a
 * write twice; only `changeData` writes again, when it knows that its write did not happen.
 */
export type PassfortClient = WhoamiCalls &
  ProfileCalls &
  CollectedDataCalls &
  LinkCalls &
  ApplicationCalls &
  TaskCalls &
  NoteCalls &
  CheckCalls &
  UploadCalls &
  TagCalls &
  AuditCalls;

export type PassfortConnection = { id: string; environment: Environment; baseUrl: string; apiKey: string };

/** The client of a connection. With `mayCall` every single call asks first whether it may still leave. */
export type PassfortFor = (connection: PassfortConnection, mayCall?: () => Promise<boolean>) => PassfortClient;

type Settings = {
  log: CallLog;
  now?: () => Date;
  pause?: (ms: number) => Promise<void>;
  makeHttp?: (settings: HttpSettings) => Http;
};

/** Gives the client of a connection; its kept-alive connections are shared until the address or the key changes. */
export function makePassfort(settings: Settings): PassfortFor {
  const open = settings.makeHttp ?? makeHttp;
  const now = settings.now ?? (() => new Date());
  const pause = settings.pause ?? wait;
  const opened = new Map<string, { baseUrl: string; apiKey: string; caller: Caller; client: PassfortClient }>();

  function openedOf({ id, baseUrl, apiKey }: PassfortConnection) {
    const known = opened.get(id);
    if (known && known.baseUrl === baseUrl && known.apiKey === apiKey) return known;
    const caller = { connectionId: id, http: open({ baseUrl, apiKey }), log: settings.log, now, pause };
    // The old connections close by themselves once idle.
    const entry = { baseUrl, apiKey, caller, client: clientOf(caller) };
    opened.set(id, entry);
    return entry;
  }

  return (connection, mayCall) => {
    const { caller, client } = openedOf(connection);
    return mayCall ? clientOf({ ...caller, mayCall }) : client;
  };
}

function clientOf(caller: Caller): PassfortClient {
  const data = collectedDataCalls(caller);
  return {
    ...whoamiCalls(caller),
    ...profileCalls(caller),
    ...data,
    ...linkCalls(data),
    ...applicationCalls(caller),
    ...taskCalls(caller),
    ...noteCalls(caller),
    ...checkCalls(caller),
    ...uploadCalls(caller),
    ...tagCalls(caller),
    ...auditCalls(caller),
  };
}
