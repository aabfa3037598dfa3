import { expect, test } from "vitest";
import { linkLists } from "./link.ts";
import { linkListWords, listOfRole } from "./role-words.ts";

test.each([
  ["Director", "directors"],
  ["MANAGING DIRECTOR", "directors"],
  ["Geschäftsführerin", "directors"],
  ["Geschaeftsfuehrer", "directors"],
  ["gérant", "directors"],
  ["Administrador", "directors"],
  ["Consigliere", "directors"],
  ["Członek zarządu", "directors"],
  ["Company Secretary", "secretaries"],
  ["Gesellschafter", "shareholders"],
  ["actionnaire", "shareholders"],
  ["wspólnik", "shareholders"],
  ["U.B.O.", "beneficial_owners"],
  ["Titolare effettivo", "beneficial_owners"],
  ["Prokurist", "authorized_persons"],
  ["Former director", "resigned"],
  ["Kommanditist", "partners"],
])("“%s” stands among the %s", (role, list) => {
  expect(listOfRole(role)).toBe(list);
});

test("a role nobody knows is not put anywhere", () => {
  expect(listOfRole("Chief whip")).toBeUndefined();
  expect(listOfRole("")).toBeUndefined();
  expect(listOfRole("director of sales and marketing")).toBeUndefined();
});

test("every list is known by Passfort's name for it and by ours", () => {
  for (const list of linkLists) {
    expect(listOfRole(list)).toBe(list);
    if (list !== "other") expect(listOfRole(linkListWords[list].one)).toBe(list);
  }
});
