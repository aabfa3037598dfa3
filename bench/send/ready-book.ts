import { type Context, type SignedInContext, withOperator } from "../../lib/context.ts";
import type { Operator, Role } from "../../lib/domain/person.ts";
import { recordIdOf } from "../../lib/domain/record-id.ts";
import { seal } from "../../lib/seal.ts";
import { savePlan } from "../../lib/stages/plan/command/save-plan.ts";

/** A migration of people who do not exist, each ready to leave, with its plan for the simulator: where sending begins. */
export async function readyBook(
  ctx: Context,
  given: { clients: number; simulatorUrl: string; tags: string[] },
): Promise<{ migrationId: string; operator: SignedInContext; approver: SignedInContext }> {
  const operator = await personOf(ctx, "operator");
  const approver = await personOf(ctx, "approver");
  const secret = (text: string) => seal(text, ctx.env.CAUSEWAY_SECRET);
  const connection = await ctx.db.connection.create({
    data: {
      name: "Simulator",
      environment: "simulator",
      baseUrl: given.simulatorUrl,
      apiKeySealed: secret("sim-demo-key"),
      webhookSecretSealed: secret("sim-webhook-secret"),
    },
  });
  const { id: migrationId } = await ctx.db.migration.create({
    data: { name: "Benchmark", sourceSystem: "Generated", createdById: operator.operator.id },
  });
  const file = await ctx.db.sourceFile.create({
    data: {
      migrationId,
      name: "people.csv",
      entityType: "individual",
      status: "parsed",
      sizeBytes: 1,
      sha256: "0",
      storageKey: "x",
      columns: ["ref"],
      rowCount: given.clients,
      individuals: given.clients,
      uploadedById: operator.operator.id,
    },
  });
  const rows = Array.from({ length: given.clients }, (_, index) => index + 1);
  await ctx.db.record.createMany({
    data: rows.map((row) => ({
      id: recordIdOf(file.number, row),
      migrationId,
      fileId: file.id,
      rowNumber: row,
      mappingVersion: 1,
      entityType: "individual" as const,
      reference: `B${row}`,
      displayName: `Test Person${row}`,
      data: JSON.stringify(entityOf(row)),
      readiness: "ready" as const,
    })),
  });
  const saved = await savePlan(operator, migrationId, {
    connectionId: connection.id,
    track: "full_onboarding",
    limitedMethod: null,
    productAliasIndividual: "individual_onboarding",
    productAliasCompany: null,
    tags: given.tags,
  });
  if (!saved.ok) throw new Error(saved.refusal.sentence);
  return { migrationId, operator, approver };
}

const entityOf = (row: number) => ({
  entityType: "individual",
  reference: `B${row}`,
  givenNames: ["Test"],
  familyName: `Person${row}`,
  dateOfBirth: "1980-02-03",
  address: { country: "GBR", route: "High Street", locality: "London", postalCode: "N1 1AA" },
});

async function personOf(ctx: Context, role: Role): Promise<SignedInContext> {
  const person: Operator = { id: role, name: role, email: `${role}@causeway.example`, role };
  await ctx.db.user.create({ data: person });
  return withOperator(ctx, person);
}
