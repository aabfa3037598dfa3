import { expect, test } from "vitest";
import { codesOfTracks, tracksBarredBy, tracksOpenTo } from "./track-issues.ts";

test("an error keeps a record from every track, a thin address from full onboarding alone, another warning from none", () => {
  expect(tracksBarredBy("field.required")).toEqual(["full_onboarding", "limited_compliance"]);
  expect(tracksBarredBy("record.full_address_incomplete")).toEqual(["full_onboarding"]);
  expect(tracksBarredBy("field.under_age")).toEqual([]);
  expect(codesOfTracks).toEqual(["record.full_address_incomplete"]);
});

test("only ready clients can take a track; an associate goes where its company goes", () => {
  expect(tracksOpenTo({ role: "client", readiness: "ready" }, false)).toEqual([
    "full_onboarding",
    "limited_compliance",
  ]);
  expect(tracksOpenTo({ role: "client", readiness: "ready" }, true)).toEqual(["limited_compliance"]);
  expect(tracksOpenTo({ role: "client", readiness: "invalid" }, false)).toEqual([]);
  expect(tracksOpenTo({ role: "associate", readiness: "ready" }, false)).toEqual([]);
});
