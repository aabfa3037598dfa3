-- DropForeignKey
ALTER TABLE "Delivery" DROP CONSTRAINT "Delivery_recordId_fkey";

-- AddForeignKey
ALTER TABLE "Delivery" ADD CONSTRAINT "Delivery_chunkId_recordId_fkey" FOREIGN KEY ("chunkId", "recordId") REFERENCES "ChunkMember"("chunkId", "recordId") ON DELETE RESTRICT ON UPDATE CASCADE;
