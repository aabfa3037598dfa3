import { displayNameOf } from "../../../../domain/entity.ts";
import { sameAddress } from "../../../../domain/same-address.ts";
import { addressesOf } from "../../../../passfort/remote-addresses.ts";
import { addressIn, filledParts } from "../../address-parts.ts";
import { differs, type Finding, failedBy, proved } from "../../finding.ts";
import type { Trial } from "../trial.ts";
import { madeProfile } from "./made-profile.ts";

/** A second individual, whose address has no parts (API contract §3.5). */
export async function createFreeform(trial: Trial): Promise<Finding> {
  const { freeform } = trial.madeUp;
  const productAlias = trial.productAlias.individual;
  const creating = trial.passfort.createProfile({ entity: freeform, productAlias });
  const created = await madeProfile(trial, displayNameOf(freeform), creating);
  if (!created.ok) return failedBy("An individual with a free-form address was not created", created.failure);
  const read = await trial.passfort.readData(created.value.profileId);
  if (!read.ok) return failedBy("The collected data could not be read", read.failure);
  const address = addressIn(read.value.data);
  if (!address) return differs("The address that was sent does not come back.");
  if (address.type !== "STRUCTURED")
    return differs(`A free-form address comes back as ${String(address.type ?? "something without a type")}.`);
  const parts = filledParts(address).join(", ");
  const [parsed] = addressesOf(read.value.data);
  // Passfort may take a line apart wrongly: the words have to be the same, whichever part they went into.
  if (!parsed || !sameAddress(freeform.address ?? {}, parsed))
    return differs(
      `Free-form addresses come back structured, but not with the words that were sent. From one line Passfort made: ${parts}. Send structured addresses wherever the source has parts.`,
    );
  return proved(`Free-form addresses come back structured, with every word. From one line Passfort made: ${parts}.`);
}
