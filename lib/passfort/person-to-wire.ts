import type { DatedAddress, Individual } from "../domain/entity.ts";
import { addressRequest, saysMore } from "./address-to-wire.ts";
import { filled, group, isBlank } from "./blank-parts.ts";
import type { IndividualData } from "./wire/entity-data.ts";

/** A person as Passfort takes it (API contract §3.3). */
export function individualData(person: Individual): IndividualData {
  return filled({
    entity_type: "INDIVIDUAL",
    customer_ref: person.reference,
    personal_details: group({
      name: group({
        title: person.title,
        given_names: namesOf(person.givenNames),
        family_name: person.familyName,
        alt_family_names: namesOf(person.altFamilyNames),
      }),
      dob: person.dateOfBirth,
      nationality: person.nationality,
      gender: person.gender,
      national_identity_number: nationalIds(person),
    }),
    address_history: addressHistory(person),
    contact_details: group({ email: person.email, phone_number: person.phone }),
  });
}

function namesOf(names: readonly string[] = []): string[] | undefined {
  const filledNames = names.filter((name) => name.trim() !== "");
  return filledNames.length > 0 ? filledNames : undefined;
}

/** By country; a number without one is an issue before it comes here, and is left out. */
const nationalIds = ({ nationalId, nationalId2 }: Individual): Record<string, string> | undefined =>
  group(
    Object.fromEntries(
      [nationalId2, nationalId].flatMap((id) =>
        isBlank(id?.country) || isBlank(id?.number) ? [] : [[id?.country, id?.number]],
      ),
    ),
  );

/** The present address first, then the others as far as they say more than a country that is the same for every row. */
function addressHistory({ address, address2, address3 }: Individual): IndividualData["address_history"] {
  const entries = [address, ...[address2, address3].filter(saysMore)].flatMap((each) => addressEntry(each) ?? []);
  return entries.length > 0 ? entries : undefined;
}

type Entry = NonNullable<IndividualData["address_history"]>[number];

function addressEntry(dated: DatedAddress | undefined): Entry | undefined {
  const address = addressRequest(dated);
  return address && filled({ address, start_date: monthOf(dated?.startDate), end_date: monthOf(dated?.endDate) });
}

/** `1980-04` of `1980-04-03`: Passfort takes the month and nothing else (API contract §3.2). */
const monthOf = (day: string | undefined): string | undefined => (isBlank(day) ? undefined : day?.slice(0, 7));
