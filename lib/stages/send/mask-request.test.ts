import { expect, test } from "vitest";
import { maskRequest } from "./mask-request.ts";

test("a sample shows the shape and the codes of what is sent, and no personal value", () => {
  const masked = maskRequest({
    role: "INDIVIDUAL_CUSTOMER",
    collected_data: {
      entity_type: "INDIVIDUAL",
      personal_details: { name: { given_names: ["Olivia"] }, dob: "1980-02-03" },
      address_history: [{ address: { country: "GBR" } }],
    },
  });
  expect(masked).toEqual({
    role: "INDIVIDUAL_CUSTOMER",
    collected_data: {
      entity_type: "INDIVIDUAL",
      personal_details: { name: { given_names: ["O•••••"] }, dob: "1•••••" },
      address_history: [{ address: { country: "GBR" } }],
    },
  });
});
