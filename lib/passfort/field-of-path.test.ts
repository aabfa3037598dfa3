import { expect, test } from "vitest";
import { fieldOfPath } from "./field-of-path.ts";

test.each([
  ["collected_data.personal_details.dob", "dateOfBirth"],
  ["personal_details.dob", "dateOfBirth"],
  ["collected_data.address_history.0.address.country", "address.country"],
  ["collected_data.address_history[0].address.postal_code", "address.postalCode"],
  ["/collected_data/metadata/number", "number"],
  ["$.collected_data.metadata.addresses[0].address.route", "address.route"],
  ["collected_data.personal_details.name.given_names.1", "givenNames"],
  ["collected_data.metadata.tax_ids.0.value", "vatNumber"],
  ["collected_data.customer_reference", "reference"],
  ["applications.0.product.alias", "applications[0].product.alias"],
])("Passfort's place %s is our field %s", (place, field) => {
  expect(fieldOfPath(place)).toBe(field);
});

test("text that is no place is not taken for one, so no personal value passes as a field", () => {
  expect(fieldOfPath("Alex Example")).toBeUndefined();
  expect(fieldOfPath("1990-01-31")).toBeUndefined();
  expect(fieldOfPath("")).toBeUndefined();
});
