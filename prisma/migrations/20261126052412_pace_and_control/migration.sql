-- AlterTable
ALTER TABLE "Chunk" ADD COLUMN     "paceCheckedAt" TIMESTAMP(3),
ADD COLUMN     "processesAsked" INTEGER,
ADD COLUMN     "setOffAt" TIMESTAMP(3),
ADD COLUMN     "slowedBecause" TEXT,
ADD COLUMN     "slowedChangedAt" TIMESTAMP(3),
ADD COLUMN     "slowedSince" TIMESTAMP(3),
ADD COLUMN     "slowedTo" INTEGER;

-- AlterTable
ALTER TABLE "Plan" ADD COLUMN     "control" JSONB NOT NULL DEFAULT '{}';

-- CreateTable
CREATE TABLE "CallLimit" (
    "connectionId" UUID NOT NULL,
    "call" TEXT NOT NULL,
    "intervalMs" DOUBLE PRECISION NOT NULL,
    "burst" INTEGER NOT NULL,
    "arrivalAt" TIMESTAMP(3) NOT NULL,
    "busyUntil" TIMESTAMP(3),
    "calls" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "CallLimit_pkey" PRIMARY KEY ("connectionId","call")
);

-- CreateIndex
CREATE INDEX "Delivery_chunkId_finishedAt_idx" ON "Delivery"("chunkId", "finishedAt");

-- AddForeignKey
ALTER TABLE "CallLimit" ADD CONSTRAINT "CallLimit_connectionId_fkey" FOREIGN KEY ("connectionId") REFERENCES "Connection"("id") ON DELETE CASCADE ON UPDATE CASCADE;
