import type { CallResult } from "../../../../domain/failure.ts";
import type { ProfileCreated } from "../../../../passfort/calls/profiles.ts";
import type { Trial } from "../trial.ts";

/** Writes down what was made the moment it is known: at the end it must be said what was left behind. */
export async function madeProfile(
  { ctx, runId, made }: Trial,
  name: string,
  creating: Promise<CallResult<ProfileCreated>>,
): Promise<CallResult<ProfileCreated>> {
  const created = await creating;
  if (!created.ok) return created;
  const { profileId, applications } = created.value;
  made.push(profileId);
  await ctx.db.smokeProfile.create({
    data: { runId, profileId, position: made.length, name, applicationStatus: applications[0]?.status ?? null },
  });
  return created;
}
