-- AlterTable
ALTER TABLE "Record" ADD COLUMN     "exclusionId" UUID;

-- CreateTable
CREATE TABLE "Exclusion" (
    "id" UUID NOT NULL,
    "migrationId" UUID NOT NULL,
    "records" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "byId" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "undoneById" TEXT,
    "undoneAt" TIMESTAMP(3),

    CONSTRAINT "Exclusion_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Exclusion_migrationId_at_idx" ON "Exclusion"("migrationId", "at");
