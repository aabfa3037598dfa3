-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "StepKind" ADD VALUE 'create_associate';
ALTER TYPE "StepKind" ADD VALUE 'link_associates';

-- DropIndex
DROP INDEX "Step_deliveryId_position_key";

-- AlterTable
ALTER TABLE "Chunk" ADD COLUMN     "associates" INTEGER,
ADD COLUMN     "associatesLeftOut" INTEGER,
ADD COLUMN     "membersDigest" TEXT;

-- AlterTable
ALTER TABLE "ChunkMember" ADD COLUMN     "leftAs" "DeliveryStatus";

-- AlterTable
ALTER TABLE "Delivery" ADD COLUMN     "digest" TEXT,
ADD COLUMN     "gaps" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "isLaidOut" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "Step" ADD COLUMN     "gapCode" TEXT,
ADD COLUMN     "gapMessage" TEXT,
ADD COLUMN     "recordId" UUID;

-- CreateTable
CREATE TABLE "ChunkAssociate" (
    "id" UUID NOT NULL,
    "chunkId" UUID NOT NULL,
    "clientId" UUID NOT NULL,
    "ownerPath" UUID[],
    "linkId" UUID NOT NULL,
    "recordId" UUID NOT NULL,
    "isReady" BOOLEAN NOT NULL,
    "list" "LinkList",
    "role" TEXT,
    "percentage" DOUBLE PRECISION,
    "appointedOn" TEXT,
    "resignedOn" TEXT,

    CONSTRAINT "ChunkAssociate_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ChunkAssociate_chunkId_clientId_idx" ON "ChunkAssociate"("chunkId", "clientId");

-- CreateIndex
CREATE INDEX "ChunkAssociate_recordId_idx" ON "ChunkAssociate"("recordId");

-- CreateIndex
CREATE INDEX "ChunkAssociate_linkId_idx" ON "ChunkAssociate"("linkId");

-- CreateIndex
CREATE INDEX "ChunkMember_left_idx" ON "ChunkMember"("chunkId", "leftAs") WHERE ("leftAs" is not null);

-- CreateIndex
CREATE INDEX "Step_recordId_idx" ON "Step"("recordId");

-- CreateIndex
CREATE UNIQUE INDEX "Step_deliveryId_kind_subject_key" ON "Step"("deliveryId", "kind", "subject");

-- AddForeignKey
ALTER TABLE "ChunkAssociate" ADD CONSTRAINT "ChunkAssociate_chunkId_fkey" FOREIGN KEY ("chunkId") REFERENCES "Chunk"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What a stopped chunk had withdrawn and a later one took up left it as withdrawn.
UPDATE "ChunkMember" m SET "leftAs" = 'withdrawn' FROM "Chunk" c, "Delivery" d
WHERE c.id = m."chunkId" AND c.status = 'stopped' AND d."recordId" = m."recordId" AND d."connectionId" = c."connectionId" AND d."chunkId" <> c.id;
