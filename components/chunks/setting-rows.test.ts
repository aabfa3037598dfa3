import { expect, test } from "vitest";
import { noCompliance } from "#lib/domain/compliance-settings.ts";
import { usualControl } from "#lib/domain/control-settings.ts";
import { settingRows } from "./setting-rows.ts";

const chunk = {
  kind: "ramp" as const,
  processes: 1,
  connectionName: "Simulator",
  byType: { individual: 12, company: 0 },
  fingerprint: "0123456789abcdef",
  settings: {
    version: 2,
    track: "full_onboarding" as const,
    limitedMethod: null,
    productAliasIndividual: null,
    productAliasCompany: "companies",
    tags: ["migrated"],
    compliance: noCompliance,
    control: usualControl,
  },
};
const shownAs = (label: string, of = chunk) => settingRows(of).find((row) => row.label === label)?.value;

test("a chunk without companies does not mention their product", () => {
  expect(shownAs("Product, companies")).toBeUndefined();
  expect(shownAs("Product, companies", { ...chunk, byType: { individual: 0, company: 3 } })).toBe("companies");
});

test("no product alias is said to mean no application", () => {
  expect(shownAs("Product, people")).toBe("none: no application");
});

test("the reference tag is listed with the chosen tags, and the fingerprint by its first twelve characters", () => {
  expect(shownAs("Tags")).toBe("migrated, MIGREF-<reference>");
  expect(shownAs("Fingerprint")).toBe("0123456789ab");
});

test("what is done after a client was created is told on limited compliance, and on no other track", () => {
  const compliance = {
    ...noCompliance,
    note: "Due diligence of 2019",
    tasks: { individual: ["INDIVIDUAL_MANUAL_TASK"], company: [] },
  };
  const valueOn = (track: "full_onboarding" | "limited_compliance") =>
    settingRows({ ...chunk, settings: { ...chunk.settings, track, compliance } }).find(
      ({ label }) => label === "Tasks completed",
    )?.value;
  expect(valueOn("full_onboarding")).toBeUndefined();
  expect(valueOn("limited_compliance")).toBe("INDIVIDUAL_MANUAL_TASK");
});
