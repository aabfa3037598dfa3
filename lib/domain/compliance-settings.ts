import { z } from "zod";

/** Passfort's own words grow, so any word in capitals may be asked for (API contract §5.2, §5.4). */
const words = z
  .array(
    z
      .string()
      .trim()
      .regex(/^[A-Z][A-Z0-9_]{1,99}$/, "Passfort's word for it, in capitals"),
  )
  .max(20)
  .default([]);
const byEntityType = z.object({ individual: words, company: words }).prefault({});

/**
 * What the panel does for a client on the limited-compliance track after it was created (API contract §5.3): a note on each listed task that
 * names the legacy evidence, with the client's evidence files attached; the tasks completed; the key checks run, once each, so that monitoring
 * begins; and, if wanted and nothing blocks it, the application approved.
 */
export const complianceSettingsSchema = z.object({
  note: z.string().trim().max(2000).default(""),
  tasks: byEntityType,
  checks: byEntityType,
  approve: z.boolean().default(false),
});
export type ComplianceSettings = z.infer<typeof complianceSettingsSchema>;

export const noCompliance: ComplianceSettings = complianceSettingsSchema.parse({});

/** The parts in one fixed order, for comparing and for the fingerprint; empty when nothing is asked for. */
export function complianceParts({ note, tasks, checks, approve }: ComplianceSettings): unknown[] {
  const parts = [note, tasks.individual, tasks.company, checks.individual, checks.company, approve];
  return JSON.stringify(parts) === emptyParts ? [] : parts;
}
const emptyParts = JSON.stringify(["", [], [], [], [], false]);
