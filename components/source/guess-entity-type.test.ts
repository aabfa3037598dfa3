import { expect, test } from "vitest";
import { firstLineOf, guessEntityType } from "./guess-entity-type.ts";

test("the columns decide before the name does", () => {
  expect(guessEntityType("companies.csv", "first_name,surname,dob")?.entityType).toBe("individual");
  expect(
    guessEntityType(
      "clients.csv",
      "CompanyName, CompanyNumber,RegAddress.AddressLine1,CountryOfOrigin,IncorporationDate",
    )?.entityType,
  ).toBe("company");
});

test("without telling columns the name decides", () => {
  expect(guessEntityType("Corporate clients 2026.csv", "a,b,c")?.entityType).toBe("company");
  expect(guessEntityType("private-clients.csv", "a,b,c")?.entityType).toBe("individual");
});

test("where nothing tells, nothing is guessed", () => {
  expect(guessEntityType("export.csv", "id,value")).toBeNull();
  expect(guessEntityType("people-and-companies.csv", "id,value")).toBeNull();
});

test("the first line is found whatever ends it, and in UTF-16 too", async () => {
  expect(await firstLineOf(new Blob(["a,b\rc,d"]))).toBe("a,b");
  expect(await firstLineOf(new Blob([Buffer.from("surname;dob\r\nx;y", "utf16le")]))).toBe("surname;dob");
});
