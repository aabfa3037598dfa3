import type { Environment } from "../domain/connection.ts";
import type { Entity } from "../domain/entity.ts";
import type { CallResult } from "../domain/failure.ts";
import { type Call, type Caller, type CallLog, makeCall } from "./call.ts";
import { findProfile } from "./find-profile.ts";
import { remoteApplicationsOf, remoteProfileOf } from "./from-wire.ts";
import { type Http, type HttpSettings, makeHttp } from "./http.ts";
import type { LookUp } from "./look-up.ts";
import type { RemoteApplication, RemoteProfile } from "./remote-profile.ts";
import { type FoundProfile, searchAllPages } from "./search-pages.ts";
import { createProfileRequest } from "./to-wire.ts";
import { unsendable, withoutReference } from "./unsendable.ts";
import { addTagRequestSchema, createProfileRequestSchema, profileAnswer, tagAnswer, whoamiAnswer } from "./wire.ts";

/** One Passfort account, in our words. Nothing here throws, tries again, or sends a write twice. */
export type PassfortClient = {
  /** The account and the key behind this connection (API contract §1.2). */
  whoami(): Promise<CallResult<{ institutionName: string; keyName: string | null }>>;
  /** Creates a profile with its application. Not repeatable: every success makes another profile (API contract §0 fact 3). */
  createProfile(input: {
    entity: Entity;
    productAlias: string | null;
  }): Promise<CallResult<{ profileId: string; applications: RemoteApplication[] }>>;
  /** Adds a tag. What a second tag of the same name does is unknown: read the profile's tags first (API contract §7). */
  addTag(profileId: string, name: string): Promise<CallResult<{ tagId: string }>>;
  readProfile(profileId: string): Promise<CallResult<RemoteProfile>>;
  /** Customers whose name or tag matches, over all pages. */
  searchProfiles(q: string): Promise<CallResult<FoundProfile[]>>;
  /** Looks for the client after an answer was lost (API contract §10). */
  lookUp(entity: Entity): Promise<CallResult<LookUp>>;
};

export type PassfortConnection = { id: string; environment: Environment; baseUrl: string; apiKey: string };

export type PassfortFor = (connection: PassfortConnection) => PassfortClient;

type Settings = { log: CallLog; now?: () => Date; makeHttp?: (settings: HttpSettings) => Http };

/** Gives the client of a connection; its kept-alive connections are shared until the address or the key changes. */
export function makePassfort(settings: Settings): PassfortFor {
  const open = settings.makeHttp ?? makeHttp;
  const now = settings.now ?? (() => new Date());
  const opened = new Map<string, { baseUrl: string; apiKey: string; client: PassfortClient }>();

  return ({ id, baseUrl, apiKey }) => {
    const known = opened.get(id);
    if (known && known.baseUrl === baseUrl && known.apiKey === apiKey) return known.client;
    const client = clientOf({ connectionId: id, http: open({ baseUrl, apiKey }), log: settings.log, now });
    // The old connections close by themselves once idle.
    opened.set(id, { baseUrl, apiKey, client });
    return client;
  };
}

function clientOf(caller: Caller): PassfortClient {
  const client: PassfortClient = {
    async whoami() {
      const answer = await makeCall(caller, {
        name: "whoami",
        effect: "read",
        method: "GET",
        path: "/whoami",
        answer: whoamiAnswer,
      });
      return mapped(answer, ({ institution, auditee_name }) => ({
        institutionName: institution.name,
        keyName: auditee_name ?? null,
      }));
    },

    async createProfile({ entity, productAlias }) {
      if (!entity.reference?.trim()) return withoutReference;
      const request = createProfileRequestSchema.safeParse(createProfileRequest(entity, productAlias));
      if (!request.success) return unsendable(request.error);
      const answer = await makeCall(caller, {
        name: "create_profile",
        effect: "write",
        method: "POST",
        path: "/profiles",
        body: request.data,
        answer: profileAnswer,
      });
      return mapped(answer, ({ id, applications }) => ({
        profileId: id,
        applications: remoteApplicationsOf(applications),
      }));
    },

    async addTag(profileId, name) {
      const request = addTagRequestSchema.safeParse({ name });
      if (!request.success) return unsendable(request.error);
      const answer = await makeCall(caller, {
        name: "add_tag",
        effect: "write",
        method: "POST",
        path: `/profiles/${encodeURIComponent(profileId)}/tags`,
        body: request.data,
        // A tag is our own word and tells nothing about a person.
        sent: null,
        answer: tagAnswer,
        profileId,
      });
      return mapped(answer, ({ id }) => ({ tagId: id }));
    },

    async readProfile(profileId) {
      const call: Call<typeof profileAnswer> = {
        name: "read_profile",
        effect: "read",
        method: "GET",
        path: `/profiles/${encodeURIComponent(profileId)}`,
        answer: profileAnswer,
        profileId,
      };
      return mapped(await makeCall(caller, call), remoteProfileOf);
    },

    async searchProfiles(q) {
      return mapped(await searchAllPages(caller, q), ({ found }) => found);
    },

    lookUp: (entity) =>
      findProfile(
        { search: (q) => searchAllPages(caller, q), read: (profileId) => client.readProfile(profileId) },
        entity,
      ),
  };
  return client;
}

function mapped<From, To>(result: CallResult<From>, change: (value: From) => To): CallResult<To> {
  return result.ok ? { ...result, value: change(result.value) } : result;
}
