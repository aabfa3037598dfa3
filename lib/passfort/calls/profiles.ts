import type { Entity } from "../../domain/entity.ts";
import type { CallResult } from "../../domain/failure.ts";
import type { FieldDifference } from "../../domain/field-difference.ts";
import type { LinkedAssociate } from "../../domain/link.ts";
import { type Caller, makeCall, mapped, pathOf } from "../call.ts";
import { differencesOf } from "../differences-of.ts";
import { fieldOfPath } from "../field-of-path.ts";
import { findProfile } from "../find-profile.ts";
import { remoteApplicationsOf, remoteProfileOf, remoteTasksOf } from "../from-wire.ts";
import { linkedAssociatesOf } from "../linked-associates.ts";
import type { LookedFor, LookUp } from "../look-up.ts";
import type { RemoteApplication, RemoteProfile } from "../remote-profile.ts";
import type { RemoteTask } from "../remote-task.ts";
import { type FoundProfile, foundOnPage, searchAllPages } from "../search-pages.ts";
import { createAssociateRequest, createProfileRequest } from "../to-wire.ts";
import { unsendable, withoutReference } from "../unsendable.ts";
import {
  type CreateAssociateRequest,
  type CreateProfileRequest,
  createAssociateRequestSchema,
  createProfileRequestSchema,
  pageRequest,
  profileAnswer,
  profileWithDataAnswer,
  searchAnswer,
} from "../wire/profile.ts";

/** `tasks` are those its application brought at once: links name their variants (API contract §4.3.2). */
export type ProfileCreated = { profileId: string; applications: RemoteApplication[]; tasks: RemoteTask[] };

/** One page of everything the key may see. `hidden` counts the profiles it may not. */
export type ProfilePage = {
  count: number | null;
  hidden: number;
  profiles: FoundProfile[];
  associates: FoundProfile[];
};

/** A client as it was read back: where it is not what was sent, its applications, and who stands in its lists. */
export type ReadBack = { differences: FieldDifference[]; applications: RemoteApplication[]; links: LinkedAssociate[] };

export type ProfileCalls = {
  /** Creates a profile with its application. Not repeatable: every success makes another profile (API contract §0 fact 3). */
  createProfile(input: { entity: Entity; productAlias: string | null }): Promise<CallResult<ProfileCreated>>;
  /**
   * Creates the profile of an associate, data only: the link gives it its application (API contract §4.3.3). Not
   * repeatable. Applications in the answer are a surprise worth showing.
   */
  createAssociate(input: { entity: Entity }): Promise<CallResult<ProfileCreated>>;
  readProfile(profileId: string): Promise<CallResult<RemoteProfile>>;
  /** One reading of a client's profile, held against what is sent of this entity. What differs is named by its field, never by a value. */
  readBack(profileId: string, entity: Entity): Promise<CallResult<ReadBack>>;
  /** Customers whose name or tag matches, over all pages. */
  searchProfiles(q: string): Promise<CallResult<FoundProfile[]>>;
  /** One page without a search, for a sweep; `limit` is 200 at most (API contract §10.4). Pages shift while profiles are added. */
  listProfiles(page: { offset: number; limit: number }): Promise<CallResult<ProfilePage>>;
  /** Looks for a client, or an associate, after an answer was lost (API contract §10). */
  lookUp(entity: Entity, as?: LookedFor): Promise<CallResult<LookUp>>;
};

export function profileCalls(caller: Caller): ProfileCalls {
  async function create(body: CreateProfileRequest | CreateAssociateRequest, name: string) {
    const answer = await makeCall(caller, {
      name,
      effect: "write",
      method: "POST",
      path: "/profiles",
      body,
      answer: profileAnswer,
    });
    return mapped(answer, ({ id, applications, tasks }) => ({
      profileId: id,
      applications: remoteApplicationsOf(applications),
      tasks: remoteTasksOf(tasks),
    }));
  }

  async function readProfile(profileId: string, sent?: unknown): Promise<CallResult<RemoteProfile>> {
    const answer = await makeCall(caller, {
      name: "read_profile",
      effect: "read",
      method: "GET",
      path: pathOf("profiles", profileId),
      answer: profileAnswer,
      profileId,
      sent,
    });
    return mapped(answer, remoteProfileOf);
  }

  return {
    async createProfile({ entity, productAlias }) {
      if (!entity.reference?.trim()) return withoutReference;
      const request = createProfileRequestSchema.safeParse(createProfileRequest(entity, productAlias));
      return request.success ? create(request.data, "create_profile") : unsendable(request.error);
    },

    async createAssociate({ entity }) {
      if (!entity.reference?.trim()) return withoutReference;
      const request = createAssociateRequestSchema.safeParse(createAssociateRequest(entity));
      return request.success ? create(request.data, "create_associate") : unsendable(request.error);
    },

    readProfile: (profileId) => readProfile(profileId),

    async readBack(profileId, entity) {
      const { collected_data: sent } = createProfileRequest(entity, null);
      const answer = await makeCall(caller, {
        name: "read_back",
        effect: "read",
        method: "GET",
        path: pathOf("profiles", profileId),
        answer: profileWithDataAnswer,
        profileId,
        sent,
      });
      return mapped(answer, ({ applications, collected_data: held }) => ({
        differences: differencesOf(sent, held ?? {}).map(({ path, what }) => ({
          field: fieldOfPath(path) ?? path,
          what,
        })),
        applications: remoteApplicationsOf(applications),
        links: linkedAssociatesOf(held ?? {}),
      }));
    },

    async searchProfiles(q) {
      return mapped(await searchAllPages(caller, q), ({ found }) => found);
    },

    async listProfiles(page) {
      const request = pageRequest.safeParse(page);
      if (!request.success) return unsendable(request.error);
      const answer = await makeCall(caller, {
        name: "list_profiles",
        effect: "read",
        method: "GET",
        path: "/profiles",
        query: { limit: String(page.limit), offset: String(page.offset) },
        answer: searchAnswer,
      });
      return mapped(answer, (found) => {
        const { clients, associates } = foundOnPage(found);
        return { count: found.count ?? null, hidden: found.hidden ?? 0, profiles: clients, associates };
      });
    },

    lookUp(entity, as = "client") {
      // Whatever goes wrong is said about this entity, so its values are taken out of the message.
      const { collected_data: about } = createProfileRequest(entity, null);
      const reader = {
        search: (q: string) => searchAllPages(caller, q, { as, about }),
        read: (profileId: string) => readProfile(profileId, about),
      };
      return findProfile(reader, entity, as);
    },
  };
}
