import { z } from "zod";
import { migrationMachine } from "../domain/migration.ts";
import { contract, instant, migrationParams } from "./contract.ts";
import { countsSchema } from "./counts.ts";

const summary = z.object({
  id: z.uuid(),
  name: z.string(),
  sourceSystem: z.string(),
  status: z.enum(migrationMachine.statuses),
  createdAt: instant,
  createdByName: z.string(),
  counts: countsSchema,
});

/** Whose move it is, in words: derived from the facts. `stage` is a slug of lib/stages/order.ts. */
export const moveSchema = z.object({ who: z.string(), what: z.string(), stage: z.string() });

export const listMigrations = contract({
  method: "GET",
  path: "/api/migrations",
  needs: "look",
  reply: z.object({ migrations: z.array(summary.extend({ move: moveSchema })) }),
});

export const createMigration = contract({
  method: "POST",
  path: "/api/migrations",
  needs: "prepare",
  body: z.object({ name: z.string().trim().min(1).max(120), sourceSystem: z.string().trim().min(1).max(120) }),
  reply: z.object({ migrationId: z.uuid() }),
});

export const readMigration = contract({
  method: "GET",
  path: "/api/migrations/:migrationId",
  needs: "look",
  params: migrationParams,
  reply: summary.extend({
    move: moveSchema,
    /** Per stage of the stepper: done, current, or waiting, with a line of facts ("2 files, 500 rows"). */
    stages: z.array(
      z.object({
        slug: z.string(),
        label: z.string(),
        state: z.enum(["done", "current", "waiting"]),
        fact: z.string(),
      }),
    ),
    environment: z.enum(["simulator", "demo", "production"]).nullable(),
    connectionName: z.string().nullable(),
    /** null: no worker has been heard for 30 s. */
    workerHeardAt: instant.nullable(),
  }),
});
