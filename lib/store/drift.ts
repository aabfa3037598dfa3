import type { AttemptStatus } from "../domain/attempt.ts";
import type { ChunkKind, ChunkStatus } from "../domain/chunk.ts";
import type { Environment } from "../domain/connection.ts";
import type { DeliveryStatus, StepKind } from "../domain/delivery.ts";
import type { DocumentSide, DocumentUse } from "../domain/document.ts";
import type { DocumentBundleStatus } from "../domain/document-bundle.ts";
import type { EntityType } from "../domain/entity.ts";
import type { Severity } from "../domain/issue-entry.ts";
import type { MigrationStatus } from "../domain/migration.ts";
import type { Role } from "../domain/person.ts";
import type { MatchDecision, MatchGrounds } from "../domain/profile-match.ts";
import type { ProfileSweepStatus } from "../domain/profile-sweep.ts";
import type { Readiness } from "../domain/record.ts";
import type { SmokeRunStatus } from "../domain/smoke-run.ts";
import type { SmokeResult, SmokeStepKind } from "../domain/smoke-step.ts";
import type { SourceFileStatus } from "../domain/source-file.ts";
import type { LimitedMethod, Track } from "../domain/track.ts";
import type { WebhookEventStatus } from "../domain/webhook-event.ts";
import type * as Store from "./generated/enums.ts";

/** Compile-only: a status in the database and not in its machine, or the other way round, does not compile. */
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : never) : never;

type Drift = [
  Same<Store.AttemptStatus, AttemptStatus>,
  Same<Store.BundleStatus, DocumentBundleStatus>,
  Same<Store.ChunkKind, ChunkKind>,
  Same<Store.ChunkStatus, ChunkStatus>,
  Same<Store.DeliveryStatus, DeliveryStatus>,
  Same<Store.DocumentSide, DocumentSide>,
  Same<Store.DocumentUse, DocumentUse>,
  Same<Store.EntityType, EntityType>,
  Same<Store.Environment, Environment>,
  Same<Store.LimitedMethod, LimitedMethod>,
  Same<Store.MatchDecision, MatchDecision>,
  Same<Store.MatchGrounds, MatchGrounds>,
  Same<Store.MigrationStatus, MigrationStatus>,
  Same<Store.ProfileSweepStatus, ProfileSweepStatus>,
  Same<Store.Readiness, Readiness>,
  Same<Store.Role, Role>,
  Same<Store.Severity, Severity>,
  Same<Store.SmokeResult, SmokeResult>,
  Same<Store.SmokeRunStatus, SmokeRunStatus>,
  Same<Store.SmokeStepKind, SmokeStepKind>,
  Same<Store.SourceFileStatus, SourceFileStatus>,
  Same<Store.StepKind, StepKind>,
  Same<Store.Track, Track>,
  Same<Store.WebhookEventStatus, WebhookEventStatus>,
];

export const noDrift: Drift = [
  true,
  true,
  true,
  true,
  true,
  true,
  true,
  true,
  true,
  true,
  true,
  true,
  true,
  true,
  true,
  true,
  true,
  true,
  true,
  true,
  true,
  true,
  true,
  true,
];
