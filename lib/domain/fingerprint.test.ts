import { expect, test } from "vitest";
import { noCompliance } from "./compliance-settings.ts";
import { usualControl } from "./control-settings.ts";
import { type FingerprintParts, fingerprintOf } from "./fingerprint.ts";

const parts: FingerprintParts = {
  connectionId: "c1",
  baseUrl: "http://passfort.example/4.0",
  kind: "pilot",
  processes: 2,
  clientCount: 10,
  settings: {
    version: 3,
    track: "full_onboarding",
    limitedMethod: null,
    productAliasIndividual: "a",
    productAliasCompany: "b",
    tags: ["migrated"],
    compliance: noCompliance,
    control: usualControl,
  },
  membersDigest: "d",
};

const changes: Record<string, FingerprintParts> = {
  connection: { ...parts, connectionId: "c2" },
  address: { ...parts, baseUrl: "http://other.example/4.0" },
  kind: { ...parts, kind: "ramp" },
  processes: { ...parts, processes: 3 },
  "number of clients": { ...parts, clientCount: 11 },
  "plan version": { ...parts, settings: { ...parts.settings, version: 4 } },
  track: { ...parts, settings: { ...parts.settings, track: "limited_compliance", limitedMethod: "checks_off" } },
  product: { ...parts, settings: { ...parts.settings, productAliasCompany: "c" } },
  tags: { ...parts, settings: { ...parts.settings, tags: ["migrated", "second"] } },
  "what is done after it": {
    ...parts,
    settings: { ...parts.settings, compliance: { ...noCompliance, note: "Legacy due diligence of 2019" } },
  },
  breaker: {
    ...parts,
    settings: { ...parts.settings, control: { ...usualControl, breaker: { ...usualControl.breaker, errors: 3 } } },
  },
  "run window": {
    ...parts,
    settings: {
      ...parts.settings,
      control: { ...usualControl, runWindow: { timeZone: "UTC", from: "20:00", until: "06:00", days: ["mon"] } },
    },
  },
  clients: { ...parts, membersDigest: "e" },
};

test.each(Object.entries(changes))("another %s is another fingerprint", async (_, changed) => {
  expect(await fingerprintOf(changed)).not.toBe(await fingerprintOf(parts));
});

test("the same things have the same fingerprint, whatever order their keys came in", async () => {
  const { settings, ...rest } = parts;
  const { tags, version, ...others } = settings;
  expect(await fingerprintOf({ settings: { tags, ...others, version }, ...rest })).toBe(await fingerprintOf(parts));
});
