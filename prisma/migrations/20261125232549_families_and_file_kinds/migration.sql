-- CreateEnum
CREATE TYPE "FileKind" AS ENUM ('clients', 'mixed', 'associates', 'links');

-- CreateEnum
CREATE TYPE "RecordRole" AS ENUM ('client', 'associate', 'link');

-- CreateEnum
CREATE TYPE "LinkList" AS ENUM ('directors', 'secretaries', 'partners', 'trustees', 'resigned', 'other', 'shareholders', 'beneficial_owners', 'authorized_persons');

-- DropIndex
DROP INDEX "Record_not_ready_idx";

-- AlterTable
ALTER TABLE "Record" ADD COLUMN     "role" "RecordRole" NOT NULL DEFAULT 'client';

-- AlterTable
ALTER TABLE "SourceFile" ADD COLUMN     "associates" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "kind" "FileKind" NOT NULL DEFAULT 'clients';

-- CreateTable
CREATE TABLE "Link" (
    "recordId" UUID NOT NULL,
    "migrationId" UUID NOT NULL,
    "ownerId" UUID,
    "ownerReference" TEXT,
    "associateReference" TEXT,
    "list" "LinkList",
    "role" TEXT,
    "percentage" DOUBLE PRECISION,
    "appointedOn" TEXT,
    "resignedOn" TEXT,

    CONSTRAINT "Link_pkey" PRIMARY KEY ("recordId")
);

-- CreateIndex
CREATE INDEX "Link_migrationId_ownerReference_idx" ON "Link"("migrationId", "ownerReference");

-- CreateIndex
CREATE INDEX "Link_migrationId_associateReference_idx" ON "Link"("migrationId", "associateReference");

-- CreateIndex
CREATE INDEX "Record_not_ready_idx" ON "Record"("migrationId", "readiness", "id", "fileId", "entityType", "role") WHERE (readiness <> 'ready');
