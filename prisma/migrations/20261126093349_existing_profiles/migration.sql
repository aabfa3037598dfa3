-- CreateEnum
CREATE TYPE "ProfileSweepStatus" AS ENUM ('running', 'done', 'failed', 'stopped', 'void');

-- CreateEnum
CREATE TYPE "MatchGrounds" AS ENUM ('same_reference', 'same_company', 'same_person', 'same_name', 'another');

-- CreateEnum
CREATE TYPE "MatchDecision" AS ENUM ('adopt', 'create');

-- AlterTable
ALTER TABLE "Delivery" ADD COLUMN     "takesOver" TEXT;

-- CreateTable
CREATE TABLE "ProfileSweep" (
    "id" UUID NOT NULL,
    "migrationId" UUID NOT NULL,
    "connectionId" UUID NOT NULL,
    "status" "ProfileSweepStatus" NOT NULL DEFAULT 'running',
    "listed" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER,
    "hidden" INTEGER NOT NULL DEFAULT 0,
    "clients" INTEGER NOT NULL DEFAULT 0,
    "read" INTEGER NOT NULL DEFAULT 0,
    "failure" TEXT,
    "startedById" TEXT NOT NULL,
    "startedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "endedAt" TIMESTAMP(3),

    CONSTRAINT "ProfileSweep_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ExistingProfile" (
    "connectionId" UUID NOT NULL,
    "profileId" TEXT NOT NULL,
    "sweepId" UUID NOT NULL,
    "nameDigest" TEXT NOT NULL,
    "tagDigest" TEXT,

    CONSTRAINT "ExistingProfile_pkey" PRIMARY KEY ("connectionId","profileId")
);

-- CreateTable
CREATE TABLE "ProfileMatch" (
    "id" UUID NOT NULL,
    "migrationId" UUID NOT NULL,
    "connectionId" UUID NOT NULL,
    "recordId" UUID NOT NULL,
    "profileId" TEXT NOT NULL,
    "grounds" "MatchGrounds" NOT NULL,
    "comparedDigest" TEXT NOT NULL,
    "decision" "MatchDecision",
    "reason" TEXT,
    "decidedById" TEXT,
    "decidedAt" TIMESTAMP(3),
    "comparedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ProfileMatch_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ProfileSweep_migrationId_connectionId_startedAt_idx" ON "ProfileSweep"("migrationId", "connectionId", "startedAt");

-- CreateIndex
CREATE INDEX "ProfileSweep_running_idx" ON "ProfileSweep"("status") WHERE (status = 'running');

-- CreateIndex
CREATE INDEX "ExistingProfile_connectionId_nameDigest_idx" ON "ExistingProfile"("connectionId", "nameDigest");

-- CreateIndex
CREATE INDEX "ExistingProfile_connectionId_tagDigest_idx" ON "ExistingProfile"("connectionId", "tagDigest");

-- CreateIndex
CREATE INDEX "ProfileMatch_migrationId_connectionId_grounds_idx" ON "ProfileMatch"("migrationId", "connectionId", "grounds");

-- CreateIndex
CREATE UNIQUE INDEX "ProfileMatch_connectionId_recordId_profileId_key" ON "ProfileMatch"("connectionId", "recordId", "profileId");

-- CreateIndex
CREATE UNIQUE INDEX "ProfileMatch_adopts_one_key" ON "ProfileMatch"("connectionId", "recordId") WHERE (decision = 'adopt');

-- CreateIndex
CREATE UNIQUE INDEX "ProfileMatch_adopted_once_key" ON "ProfileMatch"("connectionId", "profileId") WHERE (decision = 'adopt');

-- AddForeignKey
ALTER TABLE "ProfileSweep" ADD CONSTRAINT "ProfileSweep_migrationId_fkey" FOREIGN KEY ("migrationId") REFERENCES "Migration"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProfileSweep" ADD CONSTRAINT "ProfileSweep_connectionId_fkey" FOREIGN KEY ("connectionId") REFERENCES "Connection"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ExistingProfile" ADD CONSTRAINT "ExistingProfile_connectionId_fkey" FOREIGN KEY ("connectionId") REFERENCES "Connection"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProfileMatch" ADD CONSTRAINT "ProfileMatch_migrationId_fkey" FOREIGN KEY ("migrationId") REFERENCES "Migration"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProfileMatch" ADD CONSTRAINT "ProfileMatch_connectionId_fkey" FOREIGN KEY ("connectionId") REFERENCES "Connection"("id") ON DELETE CASCADE ON UPDATE CASCADE;
