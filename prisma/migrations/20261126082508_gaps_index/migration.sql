-- CreateIndex
CREATE INDEX "Delivery_gaps_idx" ON "Delivery"("migrationId", "chunkId") WHERE (gaps > 0);
