import { expect, test } from "vitest";
import { variantsByList } from "../../domain/link-tasks.ts";
import type { Place } from "./family-tree.ts";
import { linksToWrite } from "./links-to-write.ts";

const officers = { type: "COMPANY_IDENTIFY_OFFICERS", variantId: "officers", isExpired: false };
const owners = { type: "COMPANY_IDENTIFY_BENEFICIAL_OWNERS", variantId: "owners", isExpired: false };
const place = (more: Partial<Place>): Place => ({
  ownerPath: [],
  linkId: "",
  recordId: "",
  isReady: true,
  list: "directors",
  role: null,
  percentage: null,
  appointedOn: null,
  resignedOn: null,
  entityType: "individual",
  reference: null,
  entity: { entityType: "individual" },
  ...more,
});

test("a director is linked for the officers' task and an owner for the owners' task, each with what the source says of the place", () => {
  const places = [
    place({ appointedOn: "2019-04-01", role: "Managing director" }),
    place({ list: "shareholders", percentage: 25 }),
  ];
  const links = linksToWrite(
    [{ profileId: "p", entityType: "individual", places }],
    variantsByList([officers, owners]),
  );
  expect(links).toEqual([
    expect.objectContaining({
      list: "directors",
      taskVariantIds: ["officers"],
      appointedOn: "2019-04-01",
      role: "Managing director",
    }),
    expect.objectContaining({ list: "shareholders", taskVariantIds: ["owners"], percentage: 25 }),
  ]);
});

test("somebody named twice in one list stands there once, and shares are not added up", () => {
  const places = [
    place({ list: "shareholders", percentage: 25 }),
    place({ list: "shareholders", percentage: 30, appointedOn: "2020-01-01" }),
  ];
  const links = linksToWrite([{ profileId: "p", entityType: "individual", places }], variantsByList([]));
  expect(links).toEqual([expect.objectContaining({ percentage: 25, appointedOn: "2020-01-01", taskVariantIds: [] })]);
});

test("an expired task and a task without a variant take nobody", () => {
  const variants = variantsByList([
    { ...officers, isExpired: true },
    { ...owners, variantId: null },
  ]);
  expect(variants.directors).toEqual([]);
  expect(variants.shareholders).toEqual([]);
});
