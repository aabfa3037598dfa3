-- CreateEnum
CREATE TYPE "Role" AS ENUM ('operator', 'approver', 'auditor', 'admin');

-- CreateEnum
CREATE TYPE "Environment" AS ENUM ('simulator', 'demo', 'production');

-- CreateEnum
CREATE TYPE "EntityType" AS ENUM ('individual', 'company');

-- CreateEnum
CREATE TYPE "MigrationStatus" AS ENUM ('preparing', 'migrating', 'completed', 'abandoned');

-- CreateEnum
CREATE TYPE "SourceFileStatus" AS ENUM ('uploaded', 'parsing', 'parsed', 'unreadable', 'withdrawn');

-- CreateEnum
CREATE TYPE "Readiness" AS ENUM ('unchecked', 'ready', 'invalid', 'excluded');

-- CreateEnum
CREATE TYPE "Severity" AS ENUM ('error', 'warning', 'info');

-- CreateEnum
CREATE TYPE "Track" AS ENUM ('full_onboarding', 'limited_compliance');

-- CreateEnum
CREATE TYPE "LimitedMethod" AS ENUM ('separate_product', 'checks_off');

-- CreateEnum
CREATE TYPE "ChunkKind" AS ENUM ('demo_test', 'pilot', 'ramp', 'correction');

-- CreateEnum
CREATE TYPE "ChunkStatus" AS ENUM ('draft', 'submitted', 'approved', 'running', 'pausing', 'paused', 'stopping', 'stopped', 'finished');

-- CreateEnum
CREATE TYPE "DeliveryStatus" AS ENUM ('queued', 'sending', 'created', 'uncertain', 'failed', 'refused', 'withdrawn');

-- CreateEnum
CREATE TYPE "StepKind" AS ENUM ('create_profile', 'add_tag');

-- CreateEnum
CREATE TYPE "AttemptStatus" AS ENUM ('open', 'accepted', 'refused', 'throttled', 'unreachable', 'uncertain', 'halted');

-- CreateEnum
CREATE TYPE "WebhookEventStatus" AS ENUM ('received', 'matched', 'ignored', 'unmatched');

-- CreateTable
CREATE TABLE "User" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "emailVerified" BOOLEAN NOT NULL DEFAULT false,
    "image" TEXT,
    "role" "Role" NOT NULL DEFAULT 'auditor',
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" TEXT NOT NULL,
    "token" TEXT NOT NULL,
    "expiresAt" TIMESTAMP(3) NOT NULL,
    "ipAddress" TEXT,
    "userAgent" TEXT,
    "userId" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Account" (
    "id" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "providerId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "accessToken" TEXT,
    "refreshToken" TEXT,
    "idToken" TEXT,
    "accessTokenExpiresAt" TIMESTAMP(3),
    "refreshTokenExpiresAt" TIMESTAMP(3),
    "scope" TEXT,
    "password" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Verification" (
    "id" TEXT NOT NULL,
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expiresAt" TIMESTAMP(3) NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Verification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Connection" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "environment" "Environment" NOT NULL,
    "baseUrl" TEXT NOT NULL,
    "apiKeySealed" TEXT NOT NULL,
    "webhookSecretSealed" TEXT NOT NULL,
    "institutionName" TEXT,
    "keyName" TEXT,
    "testedAt" TIMESTAMP(3),
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Connection_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Migration" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "sourceSystem" TEXT NOT NULL,
    "status" "MigrationStatus" NOT NULL DEFAULT 'preparing',
    "createdById" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Migration_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SourceFile" (
    "id" UUID NOT NULL,
    "migrationId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "entityType" "EntityType" NOT NULL,
    "status" "SourceFileStatus" NOT NULL DEFAULT 'uploaded',
    "sizeBytes" BIGINT NOT NULL,
    "sha256" TEXT NOT NULL,
    "storageKey" TEXT NOT NULL,
    "encoding" TEXT,
    "delimiter" TEXT,
    "columns" TEXT[],
    "rowCount" INTEGER,
    "parsedBytes" BIGINT NOT NULL DEFAULT 0,
    "parsedRows" INTEGER NOT NULL DEFAULT 0,
    "unreadableReason" TEXT,
    "checkedVersion" INTEGER,
    "checkingVersion" INTEGER,
    "checkedRows" INTEGER NOT NULL DEFAULT 0,
    "checkFailure" TEXT,
    "uploadedById" TEXT NOT NULL,
    "uploadedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SourceFile_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SourceRow" (
    "fileId" UUID NOT NULL,
    "rowNumber" INTEGER NOT NULL,
    "lineNumber" INTEGER NOT NULL,
    "cells" TEXT[],

    CONSTRAINT "SourceRow_pkey" PRIMARY KEY ("fileId","rowNumber")
);

-- CreateTable
CREATE TABLE "Mapping" (
    "id" UUID NOT NULL,
    "fileId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "body" JSONB NOT NULL,
    "createdById" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Mapping_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Record" (
    "id" UUID NOT NULL,
    "migrationId" UUID NOT NULL,
    "fileId" UUID NOT NULL,
    "rowNumber" INTEGER NOT NULL,
    "mappingVersion" INTEGER NOT NULL,
    "entityType" "EntityType" NOT NULL,
    "reference" TEXT,
    "displayName" TEXT NOT NULL,
    "data" JSONB NOT NULL,
    "readiness" "Readiness" NOT NULL DEFAULT 'unchecked',
    "excludedReason" TEXT,
    "excludedById" TEXT,

    CONSTRAINT "Record_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Issue" (
    "id" UUID NOT NULL,
    "migrationId" UUID NOT NULL,
    "fileId" UUID NOT NULL,
    "recordId" UUID NOT NULL,
    "rowNumber" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "severity" "Severity" NOT NULL,
    "field" TEXT NOT NULL DEFAULT '',
    "value" TEXT,
    "facts" JSONB,

    CONSTRAINT "Issue_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Plan" (
    "id" UUID NOT NULL,
    "migrationId" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "connectionId" UUID NOT NULL,
    "track" "Track" NOT NULL,
    "limitedMethod" "LimitedMethod",
    "productAliasIndividual" TEXT,
    "productAliasCompany" TEXT,
    "tags" TEXT[],
    "changedById" TEXT NOT NULL,
    "changedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Plan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Chunk" (
    "id" UUID NOT NULL,
    "migrationId" UUID NOT NULL,
    "connectionId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" "ChunkKind" NOT NULL,
    "status" "ChunkStatus" NOT NULL DEFAULT 'draft',
    "processes" INTEGER NOT NULL,
    "clientCount" INTEGER NOT NULL,
    "settings" JSONB NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "createdById" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "submittedById" TEXT,
    "submittedAt" TIMESTAMP(3),
    "approvedById" TEXT,
    "approvedAt" TIMESTAMP(3),
    "approvedFingerprint" TEXT,
    "approvalComment" TEXT,
    "approvalExpiresAt" TIMESTAMP(3),
    "refusalReason" TEXT,
    "launchedById" TEXT,
    "launchedAt" TIMESTAMP(3),
    "finishedAt" TIMESTAMP(3),
    "holdReason" TEXT,
    "heldUntil" TIMESTAMP(3),

    CONSTRAINT "Chunk_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ChunkMember" (
    "chunkId" UUID NOT NULL,
    "recordId" UUID NOT NULL,

    CONSTRAINT "ChunkMember_pkey" PRIMARY KEY ("chunkId","recordId")
);

-- CreateTable
CREATE TABLE "Delivery" (
    "id" UUID NOT NULL,
    "chunkId" UUID NOT NULL,
    "migrationId" UUID NOT NULL,
    "recordId" UUID NOT NULL,
    "connectionId" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "status" "DeliveryStatus" NOT NULL DEFAULT 'queued',
    "generation" INTEGER NOT NULL DEFAULT 1,
    "claimedBy" TEXT,
    "claimedUntil" TIMESTAMP(3),
    "tries" INTEGER NOT NULL DEFAULT 0,
    "notBefore" TIMESTAMP(3),
    "profileId" TEXT,
    "applicationId" TEXT,
    "applicationStatus" TEXT,
    "needsPerson" BOOLEAN NOT NULL DEFAULT false,
    "failureCode" TEXT,
    "failureMessage" TEXT,
    "failureField" TEXT,
    "firstErrorAt" TIMESTAMP(3),
    "lastErrorAt" TIMESTAMP(3),
    "queuedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finishedAt" TIMESTAMP(3),

    CONSTRAINT "Delivery_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Step" (
    "id" UUID NOT NULL,
    "deliveryId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" "StepKind" NOT NULL,
    "subject" TEXT NOT NULL DEFAULT '',
    "doneAt" TIMESTAMP(3),
    "resultId" TEXT,

    CONSTRAINT "Step_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Attempt" (
    "id" UUID NOT NULL,
    "deliveryId" UUID NOT NULL,
    "stepId" UUID NOT NULL,
    "chunkId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "status" "AttemptStatus" NOT NULL DEFAULT 'open',
    "workerId" TEXT NOT NULL,
    "httpStatus" INTEGER,
    "code" TEXT,
    "message" TEXT,
    "openedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "closedAt" TIMESTAMP(3),
    "durationMs" INTEGER,

    CONSTRAINT "Attempt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "WebhookEvent" (
    "id" UUID NOT NULL,
    "connectionId" UUID NOT NULL,
    "eventId" TEXT NOT NULL,
    "event" TEXT NOT NULL,
    "status" "WebhookEventStatus" NOT NULL DEFAULT 'received',
    "profileId" TEXT,
    "customerRef" TEXT,
    "happenedAt" TIMESTAMP(3),
    "body" JSONB NOT NULL,
    "receivedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deliveryId" UUID,

    CONSTRAINT "WebhookEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Transition" (
    "id" BIGSERIAL NOT NULL,
    "machine" TEXT NOT NULL,
    "subjectId" UUID NOT NULL,
    "from" TEXT NOT NULL,
    "to" TEXT NOT NULL,
    "byId" TEXT,
    "because" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Transition_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AuditEntry" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "byId" TEXT,
    "byName" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "subjectId" TEXT,
    "outcome" TEXT NOT NULL,
    "reason" TEXT,

    CONSTRAINT "AuditEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "WorkerBeat" (
    "id" TEXT NOT NULL,
    "startedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "beatAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "WorkerBeat_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "User_email_key" ON "User"("email");

-- CreateIndex
CREATE UNIQUE INDEX "Session_token_key" ON "Session"("token");

-- CreateIndex
CREATE INDEX "Session_userId_idx" ON "Session"("userId");

-- CreateIndex
CREATE INDEX "Account_userId_idx" ON "Account"("userId");

-- CreateIndex
CREATE INDEX "Verification_identifier_idx" ON "Verification"("identifier");

-- CreateIndex
CREATE UNIQUE INDEX "Connection_name_key" ON "Connection"("name");

-- CreateIndex
CREATE INDEX "SourceFile_migrationId_idx" ON "SourceFile"("migrationId");

-- CreateIndex
CREATE INDEX "SourceFile_sha256_idx" ON "SourceFile"("sha256");

-- CreateIndex
CREATE UNIQUE INDEX "Mapping_fileId_version_key" ON "Mapping"("fileId", "version");

-- CreateIndex
CREATE INDEX "Record_migrationId_readiness_id_idx" ON "Record"("migrationId", "readiness", "id");

-- CreateIndex
CREATE INDEX "Record_migrationId_reference_idx" ON "Record"("migrationId", "reference");

-- CreateIndex
CREATE UNIQUE INDEX "Record_fileId_rowNumber_key" ON "Record"("fileId", "rowNumber");

-- CreateIndex
CREATE INDEX "Issue_recordId_idx" ON "Issue"("recordId");

-- CreateIndex
CREATE INDEX "Issue_migrationId_code_field_idx" ON "Issue"("migrationId", "code", "field");

-- CreateIndex
CREATE INDEX "Issue_fileId_idx" ON "Issue"("fileId");

-- CreateIndex
CREATE UNIQUE INDEX "Plan_migrationId_key" ON "Plan"("migrationId");

-- CreateIndex
CREATE INDEX "Chunk_connectionId_status_idx" ON "Chunk"("connectionId", "status");

-- CreateIndex
CREATE UNIQUE INDEX "Chunk_migrationId_number_key" ON "Chunk"("migrationId", "number");

-- CreateIndex
CREATE INDEX "ChunkMember_recordId_idx" ON "ChunkMember"("recordId");

-- CreateIndex
CREATE INDEX "Delivery_chunkId_status_id_idx" ON "Delivery"("chunkId", "status", "id");

-- CreateIndex
CREATE INDEX "Delivery_migrationId_status_idx" ON "Delivery"("migrationId", "status");

-- CreateIndex
CREATE INDEX "Delivery_connectionId_profileId_idx" ON "Delivery"("connectionId", "profileId");

-- CreateIndex
CREATE UNIQUE INDEX "Delivery_connectionId_reference_key" ON "Delivery"("connectionId", "reference");

-- CreateIndex
CREATE UNIQUE INDEX "Delivery_connectionId_recordId_key" ON "Delivery"("connectionId", "recordId");

-- CreateIndex
CREATE UNIQUE INDEX "Step_deliveryId_position_key" ON "Step"("deliveryId", "position");

-- CreateIndex
CREATE INDEX "Attempt_chunkId_openedAt_idx" ON "Attempt"("chunkId", "openedAt");

-- CreateIndex
CREATE INDEX "Attempt_deliveryId_idx" ON "Attempt"("deliveryId");

-- CreateIndex
CREATE UNIQUE INDEX "Attempt_stepId_number_key" ON "Attempt"("stepId", "number");

-- CreateIndex
CREATE INDEX "WebhookEvent_deliveryId_idx" ON "WebhookEvent"("deliveryId");

-- CreateIndex
CREATE INDEX "WebhookEvent_connectionId_status_idx" ON "WebhookEvent"("connectionId", "status");

-- CreateIndex
CREATE UNIQUE INDEX "WebhookEvent_connectionId_eventId_key" ON "WebhookEvent"("connectionId", "eventId");

-- CreateIndex
CREATE INDEX "Transition_subjectId_id_idx" ON "Transition"("subjectId", "id");

-- CreateIndex
CREATE INDEX "AuditEntry_at_idx" ON "AuditEntry"("at");

-- CreateIndex
CREATE INDEX "AuditEntry_subjectId_idx" ON "AuditEntry"("subjectId");

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Account" ADD CONSTRAINT "Account_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SourceFile" ADD CONSTRAINT "SourceFile_migrationId_fkey" FOREIGN KEY ("migrationId") REFERENCES "Migration"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SourceRow" ADD CONSTRAINT "SourceRow_fileId_fkey" FOREIGN KEY ("fileId") REFERENCES "SourceFile"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Mapping" ADD CONSTRAINT "Mapping_fileId_fkey" FOREIGN KEY ("fileId") REFERENCES "SourceFile"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Record" ADD CONSTRAINT "Record_migrationId_fkey" FOREIGN KEY ("migrationId") REFERENCES "Migration"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Record" ADD CONSTRAINT "Record_fileId_fkey" FOREIGN KEY ("fileId") REFERENCES "SourceFile"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Issue" ADD CONSTRAINT "Issue_recordId_fkey" FOREIGN KEY ("recordId") REFERENCES "Record"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Plan" ADD CONSTRAINT "Plan_migrationId_fkey" FOREIGN KEY ("migrationId") REFERENCES "Migration"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Plan" ADD CONSTRAINT "Plan_connectionId_fkey" FOREIGN KEY ("connectionId") REFERENCES "Connection"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Chunk" ADD CONSTRAINT "Chunk_migrationId_fkey" FOREIGN KEY ("migrationId") REFERENCES "Migration"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Chunk" ADD CONSTRAINT "Chunk_connectionId_fkey" FOREIGN KEY ("connectionId") REFERENCES "Connection"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ChunkMember" ADD CONSTRAINT "ChunkMember_chunkId_fkey" FOREIGN KEY ("chunkId") REFERENCES "Chunk"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ChunkMember" ADD CONSTRAINT "ChunkMember_recordId_fkey" FOREIGN KEY ("recordId") REFERENCES "Record"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Delivery" ADD CONSTRAINT "Delivery_chunkId_fkey" FOREIGN KEY ("chunkId") REFERENCES "Chunk"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Delivery" ADD CONSTRAINT "Delivery_recordId_fkey" FOREIGN KEY ("recordId") REFERENCES "Record"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Delivery" ADD CONSTRAINT "Delivery_connectionId_fkey" FOREIGN KEY ("connectionId") REFERENCES "Connection"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Step" ADD CONSTRAINT "Step_deliveryId_fkey" FOREIGN KEY ("deliveryId") REFERENCES "Delivery"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attempt" ADD CONSTRAINT "Attempt_deliveryId_fkey" FOREIGN KEY ("deliveryId") REFERENCES "Delivery"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attempt" ADD CONSTRAINT "Attempt_stepId_fkey" FOREIGN KEY ("stepId") REFERENCES "Step"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WebhookEvent" ADD CONSTRAINT "WebhookEvent_connectionId_fkey" FOREIGN KEY ("connectionId") REFERENCES "Connection"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WebhookEvent" ADD CONSTRAINT "WebhookEvent_deliveryId_fkey" FOREIGN KEY ("deliveryId") REFERENCES "Delivery"("id") ON DELETE SET NULL ON UPDATE CASCADE;
