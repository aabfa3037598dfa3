import { expect, test } from "vitest";
import { noCompliance } from "#lib/domain/compliance-settings.ts";
import { usualControl } from "#lib/domain/control-settings.ts";
import { bodyOf, draftOf, gapsOf } from "./plan-draft.ts";

const full = {
  connectionId: "c1",
  track: "full_onboarding",
  limitedMethod: null,
  productAliasIndividual: " people ",
  productAliasCompany: "",
  tags: ["migrated"],
  compliance: noCompliance,
  control: usualControl,
} as const;

test("a new plan proposes the tag migrated and the only connection there is, but no track", () => {
  expect(draftOf(null, ["c1"])).toMatchObject({ connectionId: "c1", track: null, tags: ["migrated"] });
});

test("between several connections the panel does not choose", () => {
  expect(draftOf(null, ["c1", "c2"]).connectionId).toBeNull();
  expect(draftOf(null, []).connectionId).toBeNull();
});

test("a plan without connection or track has gaps, and limited compliance needs its method", () => {
  expect(Object.keys(gapsOf(draftOf(null, [])))).toEqual(["connectionId", "track"]);
  expect(Object.keys(gapsOf({ ...full, tags: [], track: "limited_compliance" }))).toEqual(["limitedMethod"]);
  expect(bodyOf({ ...full, tags: [], track: "limited_compliance" })).toBeNull();
});

test("an empty alias is sent as none, a padded one trimmed", () => {
  expect(bodyOf({ ...full, tags: [] })).toMatchObject({ productAliasIndividual: "people", productAliasCompany: null });
});

test("a method chosen before the track was changed to full onboarding is not sent", () => {
  expect(bodyOf({ ...full, tags: [], limitedMethod: "checks_off" })?.limitedMethod).toBeNull();
});

test("a run window without a day, or of a few minutes, is a gap", () => {
  const window = { timeZone: "Europe/London", from: "20:00", until: "06:00", days: [] };
  const draft = { ...full, tags: [], control: { ...usualControl, runWindow: window } };
  expect(gapsOf(draft).control).toContain("at least one day");
  expect(bodyOf(draft)).toBeNull();
});
