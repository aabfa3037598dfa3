import { expect, test } from "vitest";
import { noCompliance } from "../../domain/compliance-settings.ts";
import { evidenceNote, stepsOf } from "./steps-of.ts";

const settings = { track: "full_onboarding", tags: ["migrated"], compliance: noCompliance } as const;
const client: Parameters<typeof stepsOf>[0] = {
  reference: "C-17",
  entityType: "individual",
  settings: { ...settings, tags: ["migrated"] },
};
const sent = ({ tags }: { tags: string[] }) => stepsOf({ ...client, settings: { ...settings, tags } });

test("the profile comes first and the tag it can be found by comes right after", () => {
  const steps = sent({ tags: ["migrated", "batch 1"] });
  expect(steps.map((step) => step.kind)).toEqual(["create_profile", "add_tag", "add_tag", "add_tag", "read_back"]);
  expect(steps[1]?.subject).toBe("MIGREF-C-17");
});

test("a tag named twice is added once", () => {
  const tags = sent({ tags: ["migrated", "migrated", "MIGREF-C-17"] }).filter(({ kind }) => kind === "add_tag");
  expect(tags.map(({ subject }) => subject)).toEqual(["MIGREF-C-17", "migrated"]);
});

test("a family is sent company by company, associates before the write that links them, and the plan's tags last", () => {
  const associate = (reference: string, isReady = true) => ({
    reference,
    ownerReference: "C-17",
    recordId: "r",
    entity: { entityType: "individual" } as const,
    isReady,
    places: [],
    leftOut: 0,
  });
  const steps = stepsOf({
    ...client,
    family: [
      { reference: "C-17", associates: [associate("C-17/P-1"), associate("C-17/P-2", false)] },
      { reference: "C-17/H-1", associates: [associate("C-17/H-1/P-3", false)] },
    ],
  });
  expect(steps.map(({ kind, subject, gap }) => `${kind} ${subject}${gap ? ` ${gap.code}` : ""}`)).toEqual([
    "create_profile ",
    "add_tag MIGREF-C-17",
    "create_associate C-17/P-1",
    "create_associate C-17/P-2 not_ready",
    "link_associates C-17",
    "create_associate C-17/H-1/P-3 not_ready",
    "add_tag migrated",
    "read_back ",
  ]);
});

test("every client is read back last, save one whose profile existed before and holds what others entered", () => {
  expect(stepsOf(client).at(-1)?.kind).toBe("read_back");
  expect(stepsOf({ ...client, isTakenOver: true }).map(({ kind }) => kind)).not.toContain("read_back");
});

test("limited compliance puts the evidence on the tasks, completes them, runs the checks and approves last; full onboarding does none of it", () => {
  const compliance = {
    note: "Due diligence of 2019",
    tasks: { individual: ["INDIVIDUAL_MANUAL_TASK"], company: ["COMPANY_MANUAL_TASK"] },
    checks: { individual: ["PEPS_AND_SANCTIONS_SCREEN"], company: [] },
    approve: true,
  };
  const documents = [
    { subject: "C-17: evidence.pdf", id: "d1", use: "file" },
    { subject: "C-17: passport.png", id: "d2", use: "document" },
  ] as const;
  const kindsOf = (track: "full_onboarding" | "limited_compliance") =>
    stepsOf({ ...client, settings: { track, tags: [], compliance }, documents }).map(({ kind }) => kind);
  const first = ["create_profile", "add_tag", "upload_file", "upload_image", "add_document"];
  expect(kindsOf("full_onboarding")).toEqual([...first, "read_back"]);
  expect(kindsOf("limited_compliance")).toEqual([
    ...first,
    "add_note",
    "complete_task",
    "run_check",
    "await_check",
    "approve",
    "read_back",
  ]);
});

test("the note says what the plan says of the evidence, and after it what the source says of the client", () => {
  expect(evidenceNote("Due diligence of 2019", " Met in person ")).toBe("Due diligence of 2019\n\nMet in person");
  expect(evidenceNote("", undefined)).toBe("");
});
