import { z } from "zod";
import type { CallResult } from "../../domain/failure.ts";
import { type Caller, makeCall, mapped, pathOf } from "../call.ts";
import { unsendable } from "../unsendable.ts";
import { addTagRequestSchema, tagAnswer, tagsAnswer } from "../wire/tag.ts";

export type TagCalls = {
  /** Adds a tag. What a second tag of the same name does is unknown: read the profile's tags first (API contract §7). */
  addTag(profileId: string, name: string): Promise<CallResult<{ tagId: string }>>;
  removeTag(profileId: string, tagId: string): Promise<CallResult<{ tagId: string }>>;
  /** Similarly named tags of the whole account. */
  searchTags(term: string): Promise<CallResult<{ tagId: string; name: string }[]>>;
};

export const tagCalls = (caller: Caller): TagCalls => ({
  async addTag(profileId, name) {
    const request = addTagRequestSchema.safeParse({ name });
    if (!request.success) return unsendable(request.error);
    const answer = await makeCall(caller, {
      name: "add_tag",
      effect: "write",
      method: "POST",
      path: pathOf("profiles", profileId, "tags"),
      body: request.data,
      // A tag is our own word and tells nothing about a person.
      sent: null,
      answer: tagAnswer,
      profileId,
    });
    return mapped(answer, ({ id }) => ({ tagId: id }));
  },

  async removeTag(profileId, tagId) {
    const answer = await makeCall(caller, {
      name: "remove_tag",
      effect: "write",
      method: "DELETE",
      path: pathOf("profiles", profileId, "tags", tagId),
      // Passfort answers with the tag; whatever it says beside its yes tells nothing more.
      answer: z.unknown(),
      profileId,
      subjectId: tagId,
    });
    return mapped(answer, () => ({ tagId }));
  },

  async searchTags(term) {
    const answer = await makeCall(caller, {
      name: "search_tags",
      effect: "read",
      method: "GET",
      path: pathOf("tags", "search", term),
      sent: term,
      answer: tagsAnswer,
    });
    return mapped(answer, (tags) => tags.map(({ id, name }) => ({ tagId: id, name })));
  },
});
