-- CreateTable
CREATE TABLE "ChunkLimit" (
    "id" UUID NOT NULL,
    "chunkId" UUID NOT NULL,
    "from" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "processes" INTEGER NOT NULL,
    "because" TEXT NOT NULL,

    CONSTRAINT "ChunkLimit_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ChunkLimit_chunkId_from_idx" ON "ChunkLimit"("chunkId", "from");

-- AddForeignKey
ALTER TABLE "ChunkLimit" ADD CONSTRAINT "ChunkLimit_chunkId_fkey" FOREIGN KEY ("chunkId") REFERENCES "Chunk"("id") ON DELETE CASCADE ON UPDATE CASCADE;
