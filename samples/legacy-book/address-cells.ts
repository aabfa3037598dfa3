import type { Chance } from "./chance.ts";
import { type Country, countries } from "./places.ts";

const countryByPercent = countries.flatMap((country) => Array.from({ length: country.share }, () => country));

export function countryFor(chance: Chance): Country {
  return chance.pick(countryByPercent);
}

/** ADDR_LINE_1, ADDR_LINE_2, TOWN, COUNTY, POST_CODE: with the commas and line feeds that people type into one line. */
export function addressCells(chance: Chance, country: Country): string[] {
  const place = chance.pick(country.places);
  const number = chance.between(1, 180);
  const street = chance.pick(country.streets);
  const postcode = place.postcode.replaceAll("#", () => String(chance.between(1, 9)));
  const habit = chance.between(1, 20);
  const line1 = habit <= 2 ? `${number}, ${street}` : `${number} ${street}`;
  if (habit === 3) return [`Flat ${chance.between(1, 24)}\n${line1}`, "", place.town, place.county, postcode];
  if (habit === 4) return [`"The Old Forge"`, line1, place.town, place.county, postcode];
  if (habit === 5) return [`Flat ${chance.between(1, 24)}, Rosehip Court`, line1, place.town, place.county, postcode];
  return [line1, "", place.town, place.county, postcode];
}
