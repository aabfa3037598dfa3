import type { Entity } from "../../../domain/entity.ts";
import type { Failure } from "../../../domain/failure.ts";
import { done, type Outcome, type Refusal, refused } from "../../../domain/refusal.ts";
import type { PassfortClient } from "../../../passfort/client.ts";
import { type LookedFor, lookUpOf } from "../../../passfort/look-up.ts";
import type { RemoteProfile } from "../../../passfort/remote-profile.ts";

/** A person says that this profile is this client, or associate: it is read, and what it contradicts is refused. */
export async function readThisOne(
  passfort: PassfortClient,
  { entity, profileId, as }: { entity: Entity; profileId: string; as: LookedFor },
): Promise<Outcome<RemoteProfile>> {
  const call = await passfort.readProfile(profileId);
  if (!call.ok) return { ok: false, refusal: unread(call.failure) };
  if (isThisOne(entity, call.value, as)) return done(call.value);
  const why =
    call.value.customerRef === null
      ? "it has no reference and not our tag"
      : "its reference in Passfort is another one, or it is of another kind";
  return refused("not_met", `That profile is not this ${as}: ${why}. Nothing was changed.`);
}

/** Its reference makes it ours; where a person emptied that in Passfort, our tag does. */
function isThisOne(entity: Entity, profile: RemoteProfile, as: LookedFor): boolean {
  const found = lookUpOf(entity, [profile], as).kind;
  return found === "one" || (found === "several" && profile.customerRef === entity.reference);
}

/** Why Passfort did not tell. */
export function unread(failure: Failure): Refusal {
  if (failure.kind === "refused" && failure.httpStatus === 404)
    return { kind: "not_met", sentence: "Passfort has no profile with this id. Nothing was changed." };
  return {
    kind: "not_now",
    sentence: `Passfort could not be asked: ${failure.message} Nothing was changed; try again.`,
  };
}
