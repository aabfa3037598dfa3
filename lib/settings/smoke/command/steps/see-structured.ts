import { addressIn, changedParts } from "../../address-parts.ts";
import { differs, type Finding, failedBy, notTried, proved } from "../../finding.ts";
import type { Trial } from "../trial.ts";

export async function seeStructured({ individualId, passfort, madeUp }: Trial): Promise<Finding> {
  if (!individualId) return notTried("No individual was created.");
  const read = await passfort.readData(individualId);
  if (!read.ok) return failedBy("The collected data could not be read", read.failure);
  const address = addressIn(read.value.data);
  if (!address) return differs("The address that was sent does not come back.");
  const {
    country = "",
    streetNumber = "",
    route = "",
    locality = "",
    postalCode = "",
  } = madeUp.individual.address ?? {};
  const sent = { country, street_number: streetNumber, route, locality, postal_code: postalCode };
  const changed = changedParts(sent, address);
  if (changed.length > 0) return differs(`These parts of the address come back otherwise: ${changed.join(", ")}.`);
  const copies = Object.keys(address).filter((key) => key.startsWith("original_"));
  return proved(
    `All five parts come back as sent${copies.length > 0 ? `, beside Passfort's own ${copies.join(" and ")}` : ""}.`,
  );
}
