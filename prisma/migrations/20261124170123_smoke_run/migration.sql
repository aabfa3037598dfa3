-- CreateEnum
CREATE TYPE "SmokeRunStatus" AS ENUM ('queued', 'running', 'finished', 'interrupted');

-- CreateEnum
CREATE TYPE "SmokeStepKind" AS ENUM ('whoami', 'create_individual', 'success_status', 'structured_address', 'freeform_address', 'replace_data', 'stale_etag', 'add_tag', 'tag_search', 'reference_search', 'task_file', 'document', 'create_company', 'associate_auto_apply', 'link_associate', 'reject_applications', 'webhook');

-- CreateEnum
CREATE TYPE "SmokeResult" AS ENUM ('proved', 'differs', 'failed', 'not_seen', 'not_tried');

-- AlterTable
ALTER TABLE "Connection" ADD COLUMN     "apiKeyDigest" TEXT,
ADD COLUMN     "apiKeySetAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "formerSecretSealed" TEXT,
ADD COLUMN     "formerSecretUntil" TIMESTAMP(3),
ADD COLUMN     "webhookSecretSetAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;

-- What is here already was set when its connection was made.
UPDATE "Connection" SET "apiKeySetAt" = "createdAt", "webhookSecretSetAt" = "createdAt";

-- CreateTable
CREATE TABLE "SmokeRun" (
    "id" UUID NOT NULL,
    "connectionId" UUID NOT NULL,
    "status" "SmokeRunStatus" NOT NULL DEFAULT 'queued',
    "productAliasIndividual" TEXT,
    "productAliasCompany" TEXT,
    "institutionName" TEXT,
    "startedById" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "startedAt" TIMESTAMP(3),
    "endedAt" TIMESTAMP(3),
    "claimedUntil" TIMESTAMP(3),

    CONSTRAINT "SmokeRun_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SmokeStep" (
    "runId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" "SmokeStepKind" NOT NULL,
    "result" "SmokeResult",
    "finding" TEXT NOT NULL DEFAULT '',
    "startedAt" TIMESTAMP(3),
    "durationMs" INTEGER,

    CONSTRAINT "SmokeStep_pkey" PRIMARY KEY ("runId","position")
);

-- CreateTable
CREATE TABLE "SmokeProfile" (
    "runId" UUID NOT NULL,
    "profileId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "applicationStatus" TEXT,

    CONSTRAINT "SmokeProfile_pkey" PRIMARY KEY ("runId","profileId")
);

-- CreateIndex
CREATE INDEX "SmokeRun_connectionId_createdAt_idx" ON "SmokeRun"("connectionId", "createdAt");

-- CreateIndex
CREATE INDEX "SmokeRun_status_idx" ON "SmokeRun"("status");

-- AddForeignKey
ALTER TABLE "SmokeRun" ADD CONSTRAINT "SmokeRun_connectionId_fkey" FOREIGN KEY ("connectionId") REFERENCES "Connection"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SmokeStep" ADD CONSTRAINT "SmokeStep_runId_fkey" FOREIGN KEY ("runId") REFERENCES "SmokeRun"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SmokeProfile" ADD CONSTRAINT "SmokeProfile_runId_fkey" FOREIGN KEY ("runId") REFERENCES "SmokeRun"("id") ON DELETE CASCADE ON UPDATE CASCADE;
